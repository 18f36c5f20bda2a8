// Appointments as they are read: one by its code, as an entry of a calendar, who booked it, and those of a
// day.

#include "protocol/appointments.hpp"
#include "server/api/appointment_views.hpp"
#include "server/api/log_queries.hpp"
#include "server/api/resources/booking.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

response as_answer(const protocol::appointment& shown, const domain::site_state& state, bool as_file)
{
    if (!as_file) {
        return answer_of(200, shown);
    }
    return {.status = 200,
            .content_type = http::content::calendar,
            .body = calendar_file(shown, state.settings().public_url)};
}

// gcc 12 takes new and delete of this frame for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
/// One of days before.
awaitable<response> show_past(request_context& ctx, bool as_file)
{
    std::optional<past_appointment> found;
    auto looked = co_await find_past(ctx, found);
    if (looked.status != 200) {
        co_return looked;
    }
    if (!found) {
        co_return *check_digits(ctx, {}, nullptr);
    }
    if (auto refused = check_digits(ctx, found->site, &found->row.last_digits)) {
        co_return *std::move(refused);
    }
    const auto& machine = found->context->machine;
    const auto shown = appointment_view(found->site, machine.state().settings(), found->row,
                                        machine.state().utc_offset(), machine.now());
    co_return as_answer(shown, machine.state(), as_file);
}
#pragma GCC diagnostic pop

awaitable<response> show_as(request_context& ctx, bool as_file)
{
    const auto* found = find_appointment(ctx);
    if (found == nullptr) {
        return show_past(ctx, as_file);
    }
    const auto site = site_of(ctx);
    if (auto refused = check_digits(ctx, site, &found->last_digits)) {
        return ready(*std::move(refused));
    }
    return query(ctx, [&ctx, site, as_file](const domain::site_state& state) {
        const auto* shown = state.appointments().find(code_of(ctx));
        if (shown == nullptr) {
            return unknown_thing("appointment");
        }
        return as_answer(appointment_view(site, state, *shown, ctx.site->machine.now()), state, as_file);
    });
}

awaitable<response> show(request_context& ctx) { return show_as(ctx, false); }
awaitable<response> show_file(request_context& ctx) { return show_as(ctx, true); }

// gcc 12 takes new and delete of this frame for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
/// Audited before it is shown.
awaitable<response> show_person(request_context& ctx)
{
    const auto* found = find_appointment(ctx);
    if (found == nullptr) {
        co_return unknown_thing("appointment");
    }
    const auto id = found->id;
    runtime::answer_maker nothing = [](const auto&, const auto&) {
        return runtime::reply{runtime::answer_kind::done, {}};
    };
    domain::command command = domain::show_person{id};
    auto noted = co_await change(ctx, std::move(command), std::move(nothing));
    if (noted.status != 200) {
        co_return noted;
    }
    const auto person = person_of(ctx, id);
    if (!person) {
        co_return http::problem(404, "erased", "Name and phone number are no longer kept.");
    }
    co_return answer_of(200, *person);
}
#pragma GCC diagnostic pop

struct list_filter
{
    domain::local_day day{};
    std::optional<domain::appointment_state> state;
    std::optional<domain::service_code> service;

    template <class Shown>
    bool takes(const Shown& one) const
    {
        return one.day == day && (!state || one.state == *state) && (!service || one.service == *service);
    }
};

checked<list_filter> filter_of(const request_context& ctx)
{
    const auto day = day_of(ctx, "day");
    if (!day) {
        return day.error();
    }
    const auto state = word_of<protocol::appointment_state>(ctx, "state");
    if (!state) {
        return state.error();
    }
    list_filter filter{.day = *day, .state = {}, .service = {}};
    if (*state) {
        filter.state = same_word<domain::appointment_state>(**state);
    }
    if (const auto service = ctx.request.query("service"); service && !service->empty()) {
        filter.service = std::string(*service);
    }
    return filter;
}

protocol::appointment_list in_order(protocol::appointment_list list, const list_part& part)
{
    std::ranges::stable_sort(list.items, {}, [](const protocol::appointment& each) { return each.start.at; });
    cut(list, part);
    return list;
}

awaitable<response> list_day(request_context& ctx)
{
    const auto filter = filter_of(ctx);
    if (!filter) {
        return ready(filter.error());
    }
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    const auto site = ctx.parameter("site");
    const auto& machine = ctx.site->machine;
    if (machine.state().day() && filter->day < *machine.state().day()) {
        return on_pool(ctx, [source = source_of(ctx), filter = *filter, part = *part,
                             settings = machine.state().settings(), offset = machine.state().utc_offset(),
                             now = machine.now()] {
            const auto rows = reports::appointments_of(source.database, source.site, filter.day);
            if (!rows) {
                return problem_of(rows.error());
            }
            protocol::appointment_list found;
            for (const auto& row : *rows) {
                if (filter.takes(row)) {
                    found.items.push_back(appointment_view(source.site, settings, row, offset, now));
                }
            }
            return answer_of(200, in_order(std::move(found), part));
        });
    }
    return query(ctx, [site, &machine, filter = *filter, part = *part](const domain::site_state& state) {
        protocol::appointment_list found;
        for (const auto& [id, each] : state.appointments().all()) {
            if (filter.takes(each)) {
                found.items.push_back(appointment_view(site, state, each, machine.now()));
            }
        }
        return answer_of(200, in_order(std::move(found), part));
    });
}

} // namespace

std::vector<endpoint> appointment_reading_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/appointments",
         .roles = access::any_staff,
         .open = openness::closed,
         .summary = "The bookings of a day, in order of time",
         .query = {{"day", "The business day", true, &base::schema_of<base::day>},
                   {"state", "Only those in this state", false,
                    &base::schema_of<protocol::appointment_state>},
                   {"service", "Only those of this service"},
                   limit_parameter,
                   cursor_parameter},
         .body = {},
         .answers = {{200, "The bookings", described<protocol::appointment_list>("appointment_list")}},
         .run = list_day},
        {.method = http::verb::get,
         .path = "/api/v1/appointments/{code}.ics",
         .roles = booking_roles,
         .open = openness::open,
         .summary = "An appointment as an entry of a calendar (RFC 5545)",
         .query = {digits_parameter},
         .body = {},
         .answers = {{200, "The entry", {}, http::content::calendar}},
         .run = show_file},
        {.method = http::verb::get,
         .path = "/api/v1/appointments/{code}",
         .roles = booking_roles,
         .open = openness::open,
         .summary = "An appointment, also after its day",
         .query = {digits_parameter},
         .body = {},
         .answers = {{200, "The appointment", appointment_message}},
         .run = show},
        {.method = http::verb::get,
         .path = "/api/v1/appointments/{code}/person",
         .roles = access::any_staff,
         .open = openness::closed,
         .summary = "Name and phone number in clear; audited",
         .query = {},
         .body = {},
         .answers = {{200, "Who booked", described<protocol::person>("person")}},
         .run = show_person},
    };
}

} // namespace motcua::api
