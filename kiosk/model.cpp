// What the server, the printer and the time bring, and how one screen gives way to the next.

#include "kiosk/model.hpp"
#include "kiosk/limits.hpp"

#include <algorithm>
#include <type_traits>

namespace motcua::kiosk {
namespace {

using std::chrono::ceil;
using std::chrono::seconds;

template <class Event>
constexpr bool is_touch = std::is_same_v<Event, tapped_service> || std::is_same_v<Event, tapped_priority> ||
                          std::is_same_v<Event, tapped_class> || std::is_same_v<Event, tapped_language> ||
                          std::is_same_v<Event, tapped_more> || std::is_same_v<Event, tapped_back> ||
                          std::is_same_v<Event, tapped_done> || std::is_same_v<Event, tapped_give_back> ||
                          std::is_same_v<Event, tapped_give_back_yes>;

template <class Event>
bool is_by_finger(const Event&)
{
    return is_touch<Event>;
}
bool is_by_finger(const appointment_event& happened) { return is_of_finger(happened); }

} // namespace

slip slip_of(const state& state, const ticket& ticket)
{
    slip paper{
        .ticket = ticket, .office = state.office.name, .language = state.language, .hours = state.hours};
    if (const auto* known = find_service(state.services, ticket.service)) {
        paper.service = *known;
    }
    return paper;
}

std::vector<effect> model::handle(const event& input, moment now)
{
    const bool settling = changed_ && now < *changed_ + limits::settling;
    return std::visit(
        [&](const auto& known) { return settling && is_by_finger(known) ? effects() : on(known, now); },
        input);
}

model::effects model::on(const office_known& input, moment)
{
    state_.office = input.office;
    state_.unregistered = false;
    look_again_.clear(); // with other settings other services can be booked
    ++revision_;
    return {};
}

model::effects model::on(const board_arrived& input, moment now)
{
    clock_.set(input.time, now);
    state_.services = input.services;
    update_time(now);
    ++revision_;
    return {};
}

model::effects model::on(const hours_known& input, moment)
{
    state_.hours = input.hours;
    ++revision_;
    return {};
}

model::effects model::on(const connection_changed& input, moment)
{
    if (state_.connected != input.connected || state_.unregistered) {
        ++revision_;
    }
    state_.connected = input.connected;
    state_.unregistered = false;
    return {};
}

model::effects model::on(const device_refused&, moment)
{
    state_.unregistered = true;
    ++revision_;
    return {};
}

model::effects model::on(const device_revoked&, moment)
{
    state_.is_revoked = true;
    ++revision_;
    return {};
}

model::effects model::on(const ticket_issued& input, moment now)
{
    if (input.key == shown_key_) {
        return {};
    }
    const auto* sorry = std::get_if<refused>(&state_.screen);
    const bool is_late = unanswered_ && unanswered_->request.key == input.key;
    if (!awaits(input.key) && !(is_late && sorry && sorry->why == refusal::unanswered)) {
        if (is_late) {
            unanswered_.reset(); // its key stands for a number that is gone
        }
        return {give_back{input.ticket.id}};
    }
    unanswered_.reset();
    shown_key_ = input.key;
    show(issued{input.ticket, now}, now);
    update_time(now);
    return {print{slip_of(state_, input.ticket)}};
}

model::effects model::on(const ticket_refused& input, moment now)
{
    if (!awaits(input.key)) {
        return {};
    }
    const auto waiting = std::get<sending>(state_.screen);
    if (input.why == refusal::unanswered) {
        await_late(waiting, now);
    }
    show(refused{input.why, now, waiting.request.service, input.first_free}, now);
    return {};
}

model::effects model::on(const ticket_given_back& input, moment now)
{
    const auto* shown = std::get_if<returning>(&state_.screen);
    if (shown && shown->ticket.id == input.ticket) {
        show(returning{shown->ticket, now, input.done}, now);
    }
    return {};
}

model::effects model::on(const slip_printed& input, moment)
{
    auto* shown = std::get_if<issued>(&state_.screen);
    if (!shown || shown->ticket.number != input.number) {
        return {}; // the paper came too late for its screen
    }
    shown->printed = input.done;
    ++revision_;
    return {};
}

model::effects model::on(const ticked&, moment now)
{
    auto wanted = tend_appointments(now);
    if (const auto* waiting = std::get_if<sending>(&state_.screen);
        waiting && now >= waiting->since + limits::answer) {
        await_late(*waiting, now);
        show(refused{refusal::unanswered, now}, now);
    }
    const auto leaves = leaves_at();
    const bool untouched_home =
        std::holds_alternative<at_home>(state_.screen) && state_.language == "vi" && state_.page == 0;
    if (leaves && now >= *leaves && !untouched_home) {
        go_home(now);
    }
    update_time(now);
    return wanted;
}

bool model::awaits(const std::string& key) const
{
    const auto* waiting = std::get_if<sending>(&state_.screen);
    return waiting && waiting->request.key == key;
}

void model::show(kiosk::screen next, moment now)
{
    if (!std::holds_alternative<appointment_screen>(next)) {
        forget_appointments();
    }
    changed_ = now;
    state_.screen = std::move(next);
    ++revision_;
}

void model::go_home(moment now)
{
    state_.language = "vi";
    state_.page = 0;
    show(at_home{}, now);
}

/// Nobody waits for the answer any longer, but it may still come.
void model::await_late(const sending& sending, moment now) { unanswered_ = unanswered{sending.request, now}; }

/// When the screen gives way to home by itself, if it ever does.
std::optional<moment> model::leaves_at() const
{
    const auto stays = state_.office.home_after;
    if (const auto* shown = std::get_if<issued>(&state_.screen)) {
        return shown->since + limits::shown;
    }
    if (const auto* shown = std::get_if<refused>(&state_.screen)) {
        return shown->since + stays;
    }
    if (const auto* shown = std::get_if<returning>(&state_.screen)) {
        return shown->since + stays;
    }
    if (std::holds_alternative<sending>(state_.screen)) {
        return std::nullopt;
    }
    if (const auto* present = std::get_if<appointment_screen>(&state_.screen)) {
        return appointment_leaves_at(*present);
    }
    return touched_ + stays;
}

/// Moves the clock and the countdown on; the picture changes with the minute, or with the second of a
/// countdown.
void model::update_time(moment now)
{
    const auto time_before = state_.time;
    const auto home_in_before = state_.home_in;
    state_.time = clock_.at(now);
    const auto leaves = leaves_at();
    const auto* of_appointment = std::get_if<appointment_screen>(&state_.screen);
    const bool is_booked = of_appointment && std::holds_alternative<booked>(*of_appointment);
    state_.home_after =
        is_booked || std::holds_alternative<issued>(state_.screen) ? limits::shown : state_.office.home_after;
    state_.home_in = leaves ? std::max(ceil<seconds>(*leaves - now), seconds(0)) : seconds(0);
    const bool is_counting =
        std::holds_alternative<issued>(state_.screen) || std::holds_alternative<returning>(state_.screen) ||
        std::holds_alternative<refused>(state_.screen) || (of_appointment && counts_down(*of_appointment));
    if (client::shows_another_minute(time_before, state_.time) ||
        (is_counting && home_in_before != state_.home_in)) {
        ++revision_;
    }
}

} // namespace motcua::kiosk
