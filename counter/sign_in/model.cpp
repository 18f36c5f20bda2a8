// What the server says, and the time.

#include "counter/sign_in/model.hpp"

#include "counter/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::sign_in {

using console::contact;

namespace {

std::string words_of(refusal why)
{
    switch (why) {
    case refusal::wrong:
        return "sign_in.wrong";
    case refusal::no_counter:
        return "sign_in.no_counter";
    case refusal::taken:
    case refusal::unanswered:
        break;
    }
    return "sign_in.unanswered";
}

std::string words_of_change(const std::string& code)
{
    for (const auto* known : {"too_short", "too_common", "is_login"}) {
        if (code == known) {
            return "sign_in.change." + code;
        }
    }
    return code.empty() ? "sign_in.unanswered" : "sign_in.change.refused";
}

} // namespace

model::model(sign_in::state first) : state_(std::move(first))
{
    state_.focus = state_.officers.empty() ? field::login : field::password;
}

std::optional<effect> model::handle(const event& input, moment now)
{
    return std::visit([&](const auto& known) { return on(known, now); }, input);
}

std::optional<effect> model::on(const device_known& input, moment)
{
    state_.office = input.office;
    state_.office_en = input.office_en;
    state_.own_counter = input.counter;
    if (state_.counter.empty()) {
        sit_at(input.counter);
    }
    ++revision_;
    return {};
}

std::optional<effect> model::on(const device_refused&, moment)
{
    state_.contact = contact::refused;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const device_revoked&, moment)
{
    state_.is_revoked = true;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const connection_changed& input, moment)
{
    state_.contact = input.connected ? contact::connected : contact::away;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const board_arrived& input, moment now)
{
    clock_.set(input.time, now);
    const bool is_first = state_.counters.empty();
    state_.counters = input.counters;
    if (is_first) {
        sit_at(state_.counter);
    }
    ++revision_;
    return on(sign_in::ticked{}, now);
}

std::optional<effect> model::on(const services_arrived& input, moment)
{
    state_.services = input.services;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const entered& input, moment)
{
    forget_passwords();
    state_.is_busy = false;
    state_.entered = input;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const refused& input, moment)
{
    state_.is_busy = false;
    if (input.why == refusal::taken) {
        state_.question = question::taken;
        const auto seat = std::ranges::find(state_.counters, state_.counter, &console::counter_view::code);
        const bool is_named = seat != state_.counters.end() && !seat->staff.empty();
        state_.taken_by = is_named ? seat->staff : input.staff;
    } else {
        forget_passwords();
        state_.question = question::none;
        state_.problem = words_of(input.why);
        state_.focus = field::password;
    }
    ++revision_;
    return {};
}

std::optional<effect> model::on(const must_wait& input, moment now)
{
    on(refused{refusal::wrong}, now);
    state_.problem.clear();
    next_try_ = now + input.pause;
    return on(sign_in::ticked{}, now);
}

std::optional<effect> model::on(const must_change&, moment)
{
    state_.is_busy = false;
    state_.question = question::password;
    state_.focus = field::fresh;
    state_.is_password_shown = false;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const change_refused& input, moment)
{
    state_.is_busy = false;
    state_.problem = words_of_change(input.code);
    state_.fresh.clear();
    state_.again.clear();
    state_.focus = field::fresh;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const sign_in::ticked&, moment now)
{
    const auto time = clock_.at(now);
    if (client::shows_another_minute(state_.time, time)) {
        ++revision_;
    }
    state_.time = time;
    const auto wait = next_try_ && *next_try_ > now
                          ? std::chrono::ceil<std::chrono::seconds>(*next_try_ - now)
                          : std::chrono::seconds(0);
    if (wait != state_.wait) {
        ++revision_;
    }
    state_.wait = wait;
    const bool is_typed = !state_.password.empty() || !state_.fresh.empty() || !state_.again.empty();
    if (is_typed && !state_.is_busy && now >= last_input_ + limits::typed_password) {
        forget_passwords();
        state_.question = question::none;
        state_.focus = field::password;
        ++revision_;
    }
    return {};
}

/// A counter whose services are known begins with all of them.
void model::sit_at(const std::string& counter)
{
    state_.counter = counter;
    state_.ticked.clear();
    const auto known = std::ranges::find(state_.counters, counter, &console::counter_view::code);
    if (known != state_.counters.end()) {
        state_.ticked = known->services;
    }
}

void model::forget_passwords()
{
    for (auto* secret : {&state_.password, &state_.fresh, &state_.again}) {
        std::ranges::fill(*secret, '\0');
        secret->clear();
    }
    state_.is_password_shown = false;
}

} // namespace motcua::counter::sign_in
