// What a finger does: the service, the class, the language, the way back.

#include "kiosk/limits.hpp"
#include "kiosk/model.hpp"

namespace motcua::kiosk {

model::effects model::on(const tapped_service& input, moment now)
{
    touched_ = now;
    if (!can_choose() || !find_service(state_.services, input.code)) {
        return {};
    }
    if (is_too_fast(now)) {
        show(refused{refusal::too_fast, now}, now);
        return {};
    }
    const auto* chosen = std::get_if<choosing_service>(&state_.screen);
    const auto wish = make_request(input.code, chosen ? chosen->priority : "none", now);
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

model::effects model::on(const tapped_class& input, moment now)
{
    touched_ = now;
    if (std::holds_alternative<choosing_class>(state_.screen)) {
        show(choosing_service{input.priority}, now);
    }
    return {};
}

model::effects model::on(const tapped_language& input, moment now)
{
    touched_ = now;
    state_.language = input.language;
    ++revision_;
    return {};
}

model::effects model::on(const tapped_more& input, moment now)
{
    touched_ = now;
    state_.page = input.page;
    ++revision_;
    return {};
}

model::effects model::on(const tapped_back&, moment now)
{
    touched_ = now;
    if (std::holds_alternative<appointment_screen>(state_.screen)) {
        return leave_appointments(now);
    }
    if (std::holds_alternative<choosing_service>(state_.screen)) {
        show(choosing_class{}, now);
    } else if (std::holds_alternative<choosing_class>(state_.screen)) {
        show(at_home{}, now);
    } else if (const auto* waiting = std::get_if<sending>(&state_.screen)) {
        await_late(*waiting, now);
        show(at_home{}, now);
    } else if (auto* shown = std::get_if<issued>(&state_.screen)) {
        shown->asks = false;
        changed_ = now;
        ++revision_;
    }
    return {};
}

model::effects model::on(const tapped_give_back&, moment now)
{
    touched_ = now;
    if (auto* shown = std::get_if<issued>(&state_.screen)) {
        shown->asks = true;
        changed_ = now; // the same finger must not answer the question
        ++revision_;
    }
    return {};
}

model::effects model::on(const tapped_give_back_yes&, moment now)
{
    touched_ = now;
    const auto* shown = std::get_if<issued>(&state_.screen);
    if (!shown || !shown->asks) {
        return {};
    }
    const give_back wanted{shown->ticket.id, true};
    show(returning{shown->ticket, now}, now);
    return {wanted};
}

model::effects model::on(const tapped_done&, moment now)
{
    touched_ = now;
    if (std::holds_alternative<appointment_screen>(state_.screen)) {
        end_appointments(now);
    } else if (std::holds_alternative<issued>(state_.screen)) {
        go_home(now);
    }
    // After a refusal, or a number that went back, the same citizen goes on, in the same language.
    else if (std::holds_alternative<refused>(state_.screen) ||
             std::holds_alternative<returning>(state_.screen)) {
        show(at_home{}, now);
    }
    return {};
}

/// Whether another number must wait, because enough were requested just now; if not, this one counts.
bool model::is_too_fast(moment now)
{
    while (!requested_.empty() && now >= requested_.front() + limits::numbers_time) {
        requested_.pop_front();
    }
    if (requested_.size() == limits::numbers_at_once) {
        return true;
    }
    requested_.push_back(now);
    return false;
}

bool model::can_choose() const
{
    return state_.connected && (std::holds_alternative<at_home>(state_.screen) ||
                                std::holds_alternative<choosing_service>(state_.screen));
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
