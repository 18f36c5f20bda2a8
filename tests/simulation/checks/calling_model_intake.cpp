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

/// By a suspension, or a closure that leaves the service without a counter.
bool calling_model::is_stopped(const domain::service_code& code) const
{
    return is_suspended_now("") || is_suspended_now(code) || bookings_.is_closed(code, now_);
}

bool calling_model::is_suspended_now(std::string_view what) const
{
    const auto found = suspended_.find(what);
    return found != suspended_.end() && (!found->second || now_ < *found->second);
}

/// Of the ticket that was added last. A ticket that was printed while the server was away is honoured always;
/// an appointment has its own hours and places.
void calling_model::check_intake(const domain::ticket_issued& body, const domain::event& happened)
{
    if (body.block) {
        return;
    }
    const auto& issued = tickets_.back();
    must(!is_stopped(body.service), issued, "is issued while the intake is suspended");
    if (body.appointment) {
        return;
    }
    must(is_open(settings_, happened.at), issued, "is issued out of hours");
    check_quota(issued, body.service, 0);
}

/// api: the holder of a ticket waits for another service only where that issues tickets.
void calling_model::check_change_of_service(const model_ticket& moved, const domain::service_code& wanted)
{
    must(!is_stopped(wanted), moved, "changes to a service whose intake is suspended");
    must(is_open(settings_, now_), moved, "changes its service out of hours");
    check_quota(moved, wanted, 1);
}

/// `more`: how many come to those of today. What was given back does not count, nor do appointments.
void calling_model::check_quota(const model_ticket& subject, const domain::service_code& code, int more)
{
    const auto* service = domain::find_service(settings_, code);
    if (service == nullptr || !service->daily_quota) {
        return;
    }
    const auto used = std::ranges::count_if(tickets_, [&](const model_ticket& one) {
        return one.series == code && one.state != domain::ticket_state::cancelled && !one.is_of_appointment;
    });
    must(used + more <= *service->daily_quota, subject, "is one more than the quota of the day");
}

/// While the intake is suspended nothing is booked, not even for later.
void calling_model::on(const domain::slot_held& body, const domain::event&)
{
    must(!is_suspended_now("") && !is_suspended_now(body.service), "holds a place of a suspended intake");
}

void calling_model::on(const domain::appointment_booked& body, const domain::event&)
{
    must(!is_suspended_now("") && !is_suspended_now(body.service), "books while the intake is suspended");
}

void calling_model::on(const domain::appointment_moved& body, const domain::event&)
{
    const auto* moved = bookings_.find(body.appointment);
    const bool is_stopped_now =
        is_suspended_now("") || (moved != nullptr && is_suspended_now(moved->service));
    must(!is_stopped_now, "moves an appointment while the intake is suspended");
}

} // namespace motcua::simulation
