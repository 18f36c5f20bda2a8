// What the officer does.

#include "counter/limits.hpp"
#include "counter/sign_in/model.hpp"

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <iterator>

namespace motcua::counter::sign_in {

using console::contact;

namespace {

/// Letters, not bytes.
std::size_t letters_in(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

void erase_letter(std::string& text)
{
    while (!text.empty() && (text.back() & 0xC0) == 0x80) {
        text.pop_back();
    }
    if (!text.empty()) {
        text.pop_back();
    }
}

std::vector<std::string> codes_of(const std::vector<const console::service*>& services)
{
    std::vector<std::string> codes;
    std::ranges::transform(services, std::back_inserter(codes), [](const auto* one) { return one->code; });
    return codes;
}

} // namespace

const officer* chosen_officer(const state& state)
{
    return state.chosen < state.officers.size() ? &state.officers[state.chosen] : nullptr;
}

std::vector<const console::service*> offered_services(const state& state)
{
    const auto seat = std::ranges::find(state.counters, state.counter, &console::counter_view::code);
    const bool is_known = seat != state.counters.end() && !seat->allowed.empty();
    std::vector<const console::service*> offered;
    for (const auto& one : state.services) {
        if (!is_known || std::ranges::count(seat->allowed, one.code) > 0) {
            offered.push_back(&one);
        }
    }
    return offered;
}

bool can_enter(const state& state)
{
    const bool is_named = chosen_officer(state) != nullptr || !state.login.empty();
    return state.contact == contact::connected && !state.is_busy && state.wait.count() == 0 && is_named &&
           !state.password.empty() && !state.counter.empty();
}

std::optional<effect> model::on(const typed& input, moment now)
{
    const bool is_letter = input.letter >= U' ' && input.letter != 0x7F;
    auto& text = focused();
    if (state_.is_busy || !is_letter || letters_in(text) >= limits::typed_letters ||
        (state_.question != question::none && state_.question != question::password)) {
        return {};
    }
    boost::locale::utf::utf_traits<char>::encode(input.letter, std::back_inserter(text));
    state_.problem.clear();
    last_input_ = now;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const erased&, moment now)
{
    if (!state_.is_busy) {
        erase_letter(focused());
        last_input_ = now;
        ++revision_;
    }
    return {};
}

std::optional<effect> model::on(const moved& input, moment now)
{
    const auto step = [&](std::size_t from, std::size_t count) {
        return static_cast<std::size_t>(
            std::clamp(static_cast<int>(from) + input.by, 0, static_cast<int>(count) - 1));
    };
    if (state_.question == question::none) {
        return on(picked_officer{step(state_.chosen, state_.officers.size() + 1)}, now);
    }
    if (state_.question == question::counter && !state_.counters.empty()) {
        const auto at = std::ranges::find(state_.counters, state_.looked_at, &console::counter_view::code);
        const auto from = at == state_.counters.end() ? 0 : at - state_.counters.begin();
        state_.looked_at = state_.counters[step(static_cast<std::size_t>(from), state_.counters.size())].code;
        ++revision_;
    }
    return {};
}

std::optional<effect> model::on(const next_field&, moment)
{
    if (state_.question == question::password) {
        state_.focus = state_.focus == field::fresh ? field::again : field::fresh;
    } else if (chosen_officer(state_) == nullptr) {
        state_.focus = state_.focus == field::login ? field::password : field::login;
    }
    ++revision_;
    return {};
}

std::optional<effect> model::on(const picked_field& input, moment)
{
    state_.focus = input.field;
    ++revision_;
    return {};
}

/// Another name: what was typed for the one before does not hold for it.
std::optional<effect> model::on(const picked_officer& input, moment)
{
    if (state_.is_busy || state_.question != question::none || input.index > state_.officers.size()) {
        return {};
    }
    if (input.index != state_.chosen) {
        forget_passwords();
        state_.login.clear();
        state_.problem.clear();
    }
    state_.chosen = input.index;
    state_.focus = chosen_officer(state_) != nullptr ? field::password : field::login;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const shows_password&, moment)
{
    state_.is_password_shown = !state_.is_password_shown;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const changes_counter&, moment)
{
    if (!state_.is_busy && state_.question == question::none && !state_.counters.empty()) {
        state_.question = question::counter;
        state_.looked_at = state_.counter.empty() ? state_.counters.front().code : state_.counter;
        ++revision_;
    }
    return {};
}

std::optional<effect> model::on(const picked_counter& input, moment)
{
    sit_at(input.code);
    state_.question = question::none;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const ticked_service& input, moment)
{
    if (state_.is_busy) {
        return {};
    }
    if (std::erase(state_.ticked, input.code) == 0) {
        state_.ticked.push_back(input.code);
    }
    ++revision_;
    return {};
}

std::optional<effect> model::on(const chose_language& input, moment)
{
    state_.language = input.code;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const confirmed&, moment now)
{
    switch (state_.question) {
    case question::none:
        if (state_.focus == field::login && !state_.login.empty() && state_.password.empty()) {
            return on(next_field{}, now);
        }
        return try_to_enter(false);
    case question::counter:
        return on(picked_counter{state_.looked_at}, now);
    case question::taken:
        return try_to_enter(true);
    case question::password:
        return try_to_change();
    }
    return {};
}

std::optional<effect> model::on(const left&, moment)
{
    if (state_.is_busy) {
        return {};
    }
    // A password that is not changed, or a place that is not taken, leaves nothing behind.
    if (state_.question != question::counter) {
        forget_passwords();
        state_.focus = field::password;
    }
    state_.question = question::none;
    state_.problem.clear();
    ++revision_;
    return {};
}

std::string& model::focused()
{
    switch (state_.focus) {
    case field::login:
        return state_.login;
    case field::fresh:
        return state_.fresh;
    case field::again:
        return state_.again;
    case field::password:
        break;
    }
    return state_.password;
}

std::optional<effect> model::try_to_enter(bool take_over)
{
    if (!can_enter(state_)) {
        return {};
    }
    const auto* known = chosen_officer(state_);
    enter wanted{.login = known != nullptr ? known->login : state_.login,
                 .password = state_.password,
                 .counter = state_.counter,
                 .take_over = take_over};
    // In the office's order; all of them is what the counter is set up for, if it is known at all.
    const auto offered = codes_of(offered_services(state_));
    std::ranges::copy_if(offered, std::back_inserter(wanted.services),
                         [&](const auto& code) { return std::ranges::count(state_.ticked, code) > 0; });
    if (wanted.services == offered) {
        wanted.services.clear();
    }
    state_.is_busy = true;
    state_.problem.clear();
    state_.notice.clear();
    ++revision_;
    return wanted;
}

std::optional<effect> model::try_to_change()
{
    if (state_.is_busy) {
        return {};
    }
    ++revision_;
    if (state_.focus == field::fresh && state_.again.empty() && !state_.fresh.empty()) {
        state_.focus = field::again;
        return {};
    }
    state_.problem = letters_in(state_.fresh) < limits::password_letters ? "sign_in.change.too_short"
                     : state_.fresh != state_.again                      ? "sign_in.change.different"
                                                                         : "";
    if (!state_.problem.empty()) {
        return {};
    }
    state_.is_busy = true;
    return change_password{state_.password, state_.fresh};
}

} // namespace motcua::counter::sign_in
