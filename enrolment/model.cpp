#include "enrolment/model.hpp"

#include "client/server_address.hpp"
#include "enrolment/address.hpp"
#include "enrolment/limits.hpp"

#include <utility>

namespace motcua::enrolment {

model::model(enrolment::state first) : state_(std::move(first)) { state_.is_typing = state_.server.empty(); }

std::optional<effect> model::handle(const event& input, moment now)
{
    return std::visit([&](const auto& known) { return on(known, now); }, input);
}

std::optional<effect> model::on(const code_came& input, moment now)
{
    state_.is_renewed = !state_.code.empty();
    state_.code = input.code;
    code_came_ = now;
    ++revision_;
    return on(ticked{}, now);
}

std::optional<effect> model::on(const trouble_changed& input, moment)
{
    state_.trouble = input.trouble;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const allowed& input, moment)
{
    state_.allowed = input;
    state_.is_over = true;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const not_kept& input, moment)
{
    state_.why_not_kept = input.why;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const typed& input, moment)
{
    const bool is_letter = input.letter > ' ' && input.letter < 0x7F;
    if (state_.is_typing && is_letter && state_.text.size() < limits::address_letters) {
        state_.text += input.letter;
        state_.is_wrong = false;
        ++revision_;
    }
    return {};
}

std::optional<effect> model::on(const erased&, moment)
{
    if (state_.is_typing && !state_.text.empty()) {
        state_.text.pop_back();
        state_.is_wrong = false;
        ++revision_;
    }
    return {};
}

std::optional<effect> model::on(const confirmed&, moment)
{
    if (!state_.is_typing) {
        return {};
    }
    ++revision_;
    // Who types the address means the server that answers there now.
    auto fingerprint = state_.is_pinned ? state_.fingerprint : std::string();
    const auto url = url_of(state_.text);
    state_.is_wrong = !url || !client::parse_server_address(*url, "", fingerprint);
    if (state_.is_wrong) {
        return {};
    }
    state_.fingerprint = std::move(fingerprint);
    state_.server = *url;
    state_.is_typing = false;
    if (state_.has_token) {
        state_.is_over = true;
        return {};
    }
    return begin();
}

std::optional<effect> model::on(const changes_server&, moment)
{
    if (state_.may_change_server && !state_.is_typing) {
        state_.is_typing = true;
        state_.text = state_.server;
        ++revision_;
    }
    return {};
}

std::optional<effect> model::on(const chose_language& input, moment)
{
    state_.language = input.code;
    ++revision_;
    return {};
}

std::optional<effect> model::on(const ticked&, moment now)
{
    if (!state_.code.empty()) {
        const auto left =
            std::chrono::ceil<std::chrono::minutes>(client::limits::code_life - (now - code_came_));
        const bool is_renewed = state_.is_renewed && now < code_came_ + limits::renewed_shown;
        if (left != state_.left || is_renewed != state_.is_renewed) {
            ++revision_;
        }
        state_.left = left;
        state_.is_renewed = is_renewed;
    }
    return has_begun_ || state_.server.empty() ? std::nullopt : begin();
}

/// Asks for a code at the server; what another server said no longer holds.
std::optional<effect> model::begin()
{
    has_begun_ = true;
    state_.code.clear();
    state_.is_renewed = false;
    state_.trouble = client::enrolment_trouble::none;
    state_.why_not_kept.clear();
    return enrol_at{state_.server, state_.fingerprint};
}

} // namespace motcua::enrolment
