#include "server/api/resources/booking.hpp"

#include "server/api/log_queries.hpp"
#include "server/journal/person_rows.hpp"

namespace motcua::api {

bool is_officer(const request_context& ctx)
{
    return ctx.holder && access::any_staff.holds(ctx.holder->role);
}

domain::ticket_channel booking_channel(const request_context& ctx)
{
    if (ctx.is(access::role::kiosk)) {
        return domain::ticket_channel::kiosk;
    }
    return is_officer(ctx) ? domain::ticket_channel::staff : domain::ticket_channel::online;
}

checked<std::optional<domain::minutes>> length_of(const request_context& ctx,
                                                  const std::optional<std::string>& procedure)
{
    if (!procedure) {
        return std::optional<domain::minutes>{};
    }
    const auto* found = ctx.office.catalogue.find(*procedure);
    if (found == nullptr) {
        return http::problem(422, "unknown_procedure", "The catalogue has no such procedure.", "procedure");
    }
    return found->minutes ? std::optional{domain::minutes{*found->minutes}} : std::nullopt;
}

domain::appointment_code code_of(const request_context& ctx)
{
    auto code = ctx.parameter("code");
    for (auto& byte : code) {
        byte = 'a' <= byte && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
    }
    return code;
}

const domain::appointment* find_appointment(request_context& ctx)
{
    const auto code = code_of(ctx);
    for (const auto& [site, context] : ctx.office.sites) {
        if ((ctx.holder && ctx.holder->site != site) || !context.machine.readable()) {
            continue;
        }
        if (const auto* found = context.machine.state().appointments().find(code)) {
            ctx.site = &context;
            return found;
        }
    }
    return nullptr;
}

bool find_retry(request_context& ctx)
{
    for (const auto& [site, context] : ctx.office.sites) {
        if ((ctx.holder && ctx.holder->site != site) || !context.machine.readable()) {
            continue;
        }
        ctx.site = &context;
        if (is_retry(ctx)) {
            return true;
        }
    }
    ctx.site = nullptr;
    return false;
}

std::string site_of(const request_context& ctx)
{
    for (const auto& [site, context] : ctx.office.sites) {
        if (&context == ctx.site) {
            return site;
        }
    }
    return {};
}

awaitable<response> find_past(const request_context& ctx, std::optional<past_appointment>& found)
{
    std::vector<past_appointment> places;
    for (const auto& [site, context] : ctx.office.sites) {
        if ((!ctx.holder || ctx.holder->site == site) && context.machine.readable()) {
            places.push_back({.context = &context, .site = site, .row = {}});
        }
    }
    return on_pool(ctx, [places = std::move(places), code = code_of(ctx), &found] {
        for (const auto& place : places) {
            auto read = reports::find_appointment(place.context->database, place.site, code);
            if (!read) {
                return problem_of(read.error());
            }
            if (*read) {
                found =
                    past_appointment{.context = place.context, .site = place.site, .row = **std::move(read)};
                break;
            }
        }
        return response{};
    });
}

std::optional<protocol::person> person_of(const request_context& ctx, domain::appointment_id id)
{
    const auto ref = journal::person_ref(id);
    const auto row = ctx.site->machine.find_erasable(ref);
    const auto text = row && *row ? ctx.office.persons.open(ref, (*row)->body) : std::nullopt;
    if (!text) {
        return std::nullopt;
    }
    auto read = base::from_json<protocol::person>(*text);
    return read ? std::optional{*std::move(read)} : std::nullopt;
}

std::optional<response> check_digits(request_context& ctx, const std::string& site,
                                     const domain::phone_tag* tag)
{
    if (is_officer(ctx)) {
        return tag == nullptr ? std::optional{unknown_thing("appointment")} : std::nullopt;
    }
    const auto given = ctx.request.query("phone");
    if (!given || given->size() != 4) {
        return http::problem(422, "missing", "Send the last four digits of the phone number.", "phone");
    }
    const auto code = code_of(ctx);
    const auto now = ctx.office.steady_now();
    if (const auto wait = ctx.office.codes.wait(code, now); wait > std::chrono::seconds{0}) {
        return too_many_requests(wait);
    }
    if (tag == nullptr || *tag != ctx.office.persons.tag("digits", site, *given)) {
        ctx.office.codes.failed(code, now);
        return unknown_thing("appointment");
    }
    return std::nullopt;
}

} // namespace motcua::api
