#include "kiosk/model.hpp"
#include "kiosk/limits.hpp"

#include <algorithm>
#include <type_traits>

namespace motcua::kiosk {
namespace {

using std::chrono::ceil;
using std::chrono::seconds;

/// When the screen gives way to home by itself, if it ever does.
std::optional<moment> leaves_at(const screen& s, moment touched)
{
    if (const auto* shown = std::get_if<issued>(&s)) {
        return shown->since + limits::shown;
    }
    if (const auto* shown = std::get_if<refused>(&s)) {
        return shown->since + limits::shown;
    }
    if (std::holds_alternative<sending>(s)) {
        return std::nullopt;
    }
    return touched + limits::left_alone;
}

template <class Event>
constexpr bool is_touch = std::is_same_v<Event, tapped_service> || std::is_same_v<Event, tapped_priority> ||
                          std::is_same_v<Event, tapped_class> || std::is_same_v<Event, tapped_language> ||
                          std::is_same_v<Event, tapped_more> || std::is_same_v<Event, tapped_back> ||
                          std::is_same_v<Event, tapped_done>;

} // namespace

const std::string& name_in(const names& n, std::string_view language)
{
    static const std::string none;
    auto found = n.find(language);
    if (found == n.end()) {
        found = n.find("vi");
    }
    return found == n.end() ? none : found->second;
}

refusal refusal_of(std::string_view code)
{
    if (code == "day_not_open") {
        return refusal::closed;
    }
    if (code == "no_numbers_left") {
        return refusal::full;
    }
    if (code == "unknown_service") {
        return refusal::unknown;
    }
    return refusal::other;
}

std::vector<effect> model::handle(const event& e, moment now)
{
    const bool settling = changed_ && now < *changed_ + limits::settling;
    return std::visit(
        [&](const auto& known) {
            return settling && is_touch<std::decay_t<decltype(known)>> ? effects() : on(known, now);
        },
        e);
}

model::effects model::on(const office_known& e, moment)
{
    state_.office = e.office;
    state_.unregistered = false;
    ++revision_;
    return {};
}

model::effects model::on(const board_arrived& e, moment now)
{
    anchor_ = anchor{e.time, now};
    state_.services = e.services;
    tell_time(now);
    ++revision_;
    return {};
}

model::effects model::on(const connection_changed& e, moment)
{
    if (state_.connected != e.connected || state_.unregistered) {
        ++revision_;
    }
    state_.connected = e.connected;
    state_.unregistered = false;
    return {};
}

model::effects model::on(const device_refused&, moment)
{
    state_.unregistered = true;
    ++revision_;
    return {};
}

model::effects model::on(const tapped_service& e, moment now)
{
    touched_ = now;
    const bool known = std::any_of(state_.services.begin(), state_.services.end(),
                                   [&](const service& s) { return s.code == e.code; });
    if (!can_choose() || !known) {
        return {};
    }
    const auto* chosen = std::get_if<choosing_service>(&state_.screen);
    const auto wish = make_request(e.code, chosen ? chosen->priority : "none", now);
    show(sending{wish, now}, now);
    return {issue{wish}};
}

model::effects model::on(const tapped_priority&, moment now)
{
    touched_ = now;
    if (can_choose()) {
        show(choosing_class{}, now);
    }
    return {};
}

model::effects model::on(const tapped_class& e, moment now)
{
    touched_ = now;
    if (std::holds_alternative<choosing_class>(state_.screen)) {
        show(choosing_service{e.priority}, now);
    }
    return {};
}

model::effects model::on(const tapped_language& e, moment now)
{
    touched_ = now;
    state_.language = e.language;
    ++revision_;
    return {};
}

model::effects model::on(const tapped_more& e, moment now)
{
    touched_ = now;
    state_.page = e.page;
    ++revision_;
    return {};
}

model::effects model::on(const tapped_back&, moment now)
{
    touched_ = now;
    if (std::holds_alternative<choosing_service>(state_.screen)) {
        show(choosing_class{}, now);
    } else if (std::holds_alternative<choosing_class>(state_.screen)) {
        show(at_home{}, now);
    }
    return {};
}

model::effects model::on(const tapped_done&, moment now)
{
    touched_ = now;
    if (std::holds_alternative<issued>(state_.screen)) {
        go_home(now);
    }
    // After a refusal the same citizen goes on, in the same language.
    else if (std::holds_alternative<refused>(state_.screen)) {
        show(at_home{}, now);
    }
    return {};
}

model::effects model::on(const ticket_issued& e, moment now)
{
    const auto* sorry = std::get_if<refused>(&state_.screen);
    const bool late =
        sorry && sorry->why == refusal::unanswered && unanswered_ && unanswered_->request.key == e.key;
    if (!awaits(e.key) && !late) {
        return {};
    }
    unanswered_.reset();
    show(issued{e.ticket, now}, now);
    tell_time(now);
    return {print{e.ticket}};
}

model::effects model::on(const ticket_refused& e, moment now)
{
    if (!awaits(e.key)) {
        return {};
    }
    const auto waiting = std::get<sending>(state_.screen);
    if (e.why == refusal::unanswered) {
        give_up(waiting, now);
    } else {
        show(refused{e.why, now}, now);
    }
    return {};
}

model::effects model::on(const slip_printed& e, moment)
{
    auto* shown = std::get_if<issued>(&state_.screen);
    if (!shown) {
        return {};
    }
    shown->printed = e.done;
    ++revision_;
    return {};
}

model::effects model::on(const ticked&, moment now)
{
    if (const auto* waiting = std::get_if<sending>(&state_.screen);
        waiting && now >= waiting->since + limits::answer) {
        give_up(sending(*waiting), now);
    }
    const auto leaves = leaves_at(state_.screen, touched_);
    const bool untouched_home =
        std::holds_alternative<at_home>(state_.screen) && state_.language == "vi" && state_.page == 0;
    if (leaves && now >= *leaves && !untouched_home) {
        go_home(now);
    }
    tell_time(now);
    return {};
}

bool model::can_choose() const
{
    return state_.connected && (std::holds_alternative<at_home>(state_.screen) ||
                                std::holds_alternative<choosing_service>(state_.screen));
}

bool model::awaits(const std::string& key) const
{
    const auto* waiting = std::get_if<sending>(&state_.screen);
    return waiting && waiting->request.key == key;
}

void model::show(kiosk::screen s, moment now)
{
    changed_ = now;
    state_.screen = std::move(s);
    ++revision_;
}

void model::go_home(moment now)
{
    state_.language = "vi";
    state_.page = 0;
    show(at_home{}, now);
}

void model::give_up(const sending& s, moment now)
{
    unanswered_ = unanswered{s.request, now};
    show(refused{refusal::unanswered, now}, now);
}

/// Moves the clock and the countdown on; the picture changes with the minute, or with the second of a
/// countdown.
void model::tell_time(moment now)
{
    const auto minute = [](const auto& t) {
        return t ? std::chrono::floor<std::chrono::minutes>(*t) : std::chrono::local_seconds();
    };
    const auto time_before = state_.time;
    const auto home_in_before = state_.home_in;
    if (anchor_) {
        state_.time = anchor_->time + std::chrono::floor<seconds>(now - anchor_->at);
    }
    const auto leaves = leaves_at(state_.screen, touched_);
    state_.home_in = leaves ? std::max(ceil<seconds>(*leaves - now), seconds(0)) : seconds(0);
    const bool counts_down =
        std::holds_alternative<issued>(state_.screen) || std::holds_alternative<refused>(state_.screen);
    if (minute(time_before) != minute(state_.time) || (counts_down && home_in_before != state_.home_in)) {
        ++revision_;
    }
}

request model::make_request(const std::string& service, const std::string& priority, moment now)
{
    request wish{key_prefix_ + "-" + std::to_string(++requests_), service, priority, state_.language};
    if (unanswered_ && now < unanswered_->at + limits::unanswered && unanswered_->request.same_wish(wish)) {
        wish.key = unanswered_->request.key;
    }
    unanswered_.reset();
    return wish;
}

} // namespace motcua::kiosk
