#include "counter/console/appointments/wire.hpp"

#include "client/target.hpp"
#include "counter/console/appointments/limits.hpp"
#include "protocol/requests.hpp"
#include "ui/text.hpp"

namespace motcua::counter::console::appointments {
namespace {

using client::percent_encoded;

/// What a refusal says beside its code.
struct refusal_details
{
    std::optional<timestamp> first_free_slot;
    std::optional<timestamp> opens_at;
    std::optional<timestamp> start;
    std::optional<std::string> number;
};
BOOST_DESCRIBE_STRUCT(refusal_details, (), (first_free_slot, opens_at, start, number))

std::optional<local_time> wall_time(const std::optional<timestamp>& at)
{
    return at ? std::optional(base::wall_time(*at)) : std::nullopt;
}

/// As the office stores texts: composed, without spaces at the ends.
std::string trimmed(const std::string& typed)
{
    const auto first = typed.find_first_not_of(' ');
    if (first == typed.npos) {
        return {};
    }
    return ui::normalised(typed.substr(first, typed.find_last_not_of(' ') - first + 1));
}

std::string booking_body(const deed& wanted)
{
    return base::to_json(protocol::book_appointment{.service = protocol::code_text(wanted.service),
                                                    .start = wanted.start,
                                                    .name = base::text<1, 100>(trimmed(wanted.name)),
                                                    .phone = base::text<1, 30>(trimmed(wanted.phone)),
                                                    .procedure = {},
                                                    .hold = base::text<1, 64>(wanted.hold),
                                                    .lang = {}});
}

} // namespace

appointment appointment_of(const protocol::appointment& seen)
{
    return {.code = seen.code,
            .service = seen.service,
            .procedure = seen.procedure.value_or(""),
            .start = base::wall_time(seen.start),
            .state = seen.state,
            .number = seen.number.value_or(""),
            .is_late = seen.late};
}

std::vector<free_time> free_times_of(const protocol::slot_list& list)
{
    std::vector<free_time> times;
    for (const auto& one : list.items) {
        if (one.free > 0) {
            times.push_back({.start = one.start, .places = one.free});
        }
    }
    return times;
}

held_place place_of(const protocol::slot_hold& seen)
{
    return {.hold = seen.hold, .start = seen.start, .expires_at = base::wall_time(seen.expires_at)};
}

deed_refused refusal_of(const deed& wanted, const client::problem& wrong,
                        const client::result<client::http_response>& got)
{
    deed_refused why{.key = wanted.key, .code = wrong.code, .field = wrong.field.value_or("")};
    if (!got) {
        return why;
    }
    if (const auto more = base::from_json<refusal_details>(got->body)) {
        why.first_free = more->first_free_slot;
        why.opens_at = wall_time(more->opens_at);
        why.start = wall_time(more->start);
        why.number = more->number.value_or("");
    }
    return why;
}

std::string list_path(const std::string& site, std::chrono::local_days day, const std::string& cursor)
{
    auto path = "/sites/" + percent_encoded(site) + "/appointments?day=" + base::format_day({day}) +
                "&limit=" + std::to_string(limits::appointments_asked);
    return cursor.empty() ? path : client::with_query(std::move(path), "cursor", cursor);
}

std::string times_path(const std::string& site, const ask_times& wanted)
{
    auto path = "/sites/" + percent_encoded(site) + "/services/" + percent_encoded(wanted.service) +
                "/slots?from=" + base::format_day({wanted.from}) + "&to=" + base::format_day({wanted.to});
    return wanted.procedure.empty() ? path
                                    : client::with_query(std::move(path), "procedure", wanted.procedure);
}

std::string deed_path(const std::string& site, const deed& wanted)
{
    const auto of_appointment = "/appointments/" + percent_encoded(wanted.code);
    const auto of_site = "/sites/" + percent_encoded(site);
    switch (wanted.kind) {
    case deed_kind::check_in:
        return of_appointment + "/check_in";
    case deed_kind::move:
        return of_appointment + "/reschedule";
    case deed_kind::cancel:
        return of_appointment + "/cancel";
    case deed_kind::show_person:
        return of_appointment + "/person";
    case deed_kind::hold:
        return of_site + "/services/" + percent_encoded(wanted.service) + "/holds";
    case deed_kind::book:
        break;
    }
    return of_site + "/appointments";
}

std::string deed_body(const deed& wanted)
{
    switch (wanted.kind) {
    case deed_kind::move:
        return base::to_json(protocol::reschedule{.start = wanted.start});
    case deed_kind::hold:
        return base::to_json(protocol::hold_slot{.start = wanted.start, .procedure = {}});
    case deed_kind::book:
        return booking_body(wanted);
    default:
        return "{}";
    }
}

} // namespace motcua::counter::console::appointments
