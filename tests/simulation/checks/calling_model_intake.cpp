// When no ticket may be issued: a suspended intake, hours that are over, a quota that is used.

#include "tests/simulation/checks/calling_model.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

/// Whether a simulated site, which has the same hours every day and no holiday, is open at `at`.
bool is_open(const domain::site_settings& settings, domain::instant at)
{
    const auto local = domain::to_local(zone_of(settings), at);
    const auto since_midnight = local - std::chrono::floor<std::chrono::days>(local);
    return std::ranges::any_of(settings.hours.mon, [&](const domain::time_span& span) {
        return span.from <= since_midnight && since_midnight < span.to;
    });
}

} // namespace

void calling_model::on(const domain::intake_suspended& body, const domain::event&)
{
    suspended_[body.service.value_or("")] = body.until;
}

void calling_model::on(const domain::intake_resumed& body, const domain::event&)
{
    suspended_.erase(body.service.value_or(""));
}

/// Of the ticket that was added last. A ticket that was printed while the server was away is honoured always.
void calling_model::check_intake(const domain::ticket_issued& body, const domain::event& happened)
{
    if (body.block) {
        return;
    }
    const auto& issued = tickets_.back();
    const auto is_suspended = [&](std::string_view what) {
        const auto found = suspended_.find(what);
        return found != suspended_.end() && (!found->second || happened.at < *found->second);
    };
    must(!is_suspended("") && !is_suspended(body.service), issued, "is issued while the intake is suspended");
    must(is_open(settings_, happened.at), issued, "is issued out of hours");
    const auto* service = domain::find_service(settings_, body.service);
    if (service != nullptr && service->daily_quota) {
        const auto used = std::ranges::count_if(tickets_, [&](const model_ticket& one) {
            return one.series == body.service && one.state != domain::ticket_state::cancelled;
        });
        must(used <= *service->daily_quota, issued, "is one more than the quota of the day");
    }
}

} // namespace motcua::simulation
