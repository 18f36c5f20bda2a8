// The way of a wish to the server and back, what is told of it, and the time.

#include "counter/console/model.hpp"
#include "counter/console/rules.hpp"
#include "counter/limits.hpp"

#include <utility>

namespace motcua::counter::console {
namespace {

/// The key of the text that tells of `w` when it took its ticket from the counter, otherwise nothing.
std::string done_words(const wish& w)
{
    switch (w.action) {
    case action::finish:
        return w.outcome ? "console.done.outcome" : "console.done.finish";
    case action::no_show:
        return "console.done.no_show";
    case action::cancel:
        return "console.done.cancel";
    case action::transfer:
        return w.to && w.to->to_counter ? "console.done.to_counter" : "console.done.to_service";
    default:
        return {};
    }
}

} // namespace

std::optional<order> model::handle(const event& e, moment now)
{
    return std::visit([&](const auto& known) { return on(known, now); }, e);
}

model::effect model::on(const ticked&, moment now)
{
    if (state_.awaited && now >= sent_ + limits::answer) {
        give_up(now);
    }
    const bool slow = state_.awaited && now >= sent_ + limits::patience;
    if (slow != state_.slow) {
        ++revision_;
    }
    state_.slow = slow;
    if (state_.notice && now >= state_.notice->since + limits::notice) {
        state_.notice.reset();
        ++revision_;
    }
    if (!anchor_) {
        return {};
    }
    const auto time = anchor_->time + std::chrono::floor<std::chrono::seconds>(now - anchor_->at);
    using std::chrono::floor, std::chrono::minutes;
    // Only the time in service runs by the second.
    const bool runs = state_.current && state_.time != time;
    if (runs || !state_.time || floor<minutes>(*state_.time) != floor<minutes>(time)) {
        ++revision_;
    }
    state_.time = time;
    return {};
}

/// Does what the staff wishes, or says why it cannot be.
model::effect model::try_to(const wish& w, moment now)
{
    if (state_.awaited) {
        remember(w);
        return {};
    }
    return allowed(state_, w) ? carry_out(w, now) : complain(why_not(state_, w), now);
}

/// Sends what can be done, or asks first where it is to go.
model::effect model::carry_out(const wish& w, moment now)
{
    if (w.action != action::transfer || w.to) {
        return send(w, now);
    }
    ask(transfer_sheet(state_));
    return {};
}

model::effect model::send(const wish& w, moment now)
{
    // Carried out or not, the server answers the same key with the same answer.
    const bool again = state_.unanswered && state_.unanswered->wish == w;
    order asked{again ? state_.unanswered->key : key_prefix_ + "-" + std::to_string(++orders_), w};
    if (const auto* about = find_ticket(state_, w.ticket)) {
        asked.number = about->number;
    }
    state_.unanswered.reset();
    // What was done just now stays to be read.
    if (state_.notice && !state_.notice->about) {
        state_.notice.reset();
    }
    interrupted_ = false;
    state_.awaited = asked;
    sent_ = now;
    ++revision_;
    return asked;
}

/// Says what keeps a wish from being done; without the server the banner says so already.
model::effect model::complain(std::string words, moment now)
{
    if (state_.contact == contact::connected) {
        tell(std::move(words), now);
    }
    return {};
}

/// Keeps for after the answer what is wished while it is awaited. The wish under way is only impatience: done
/// twice it would call two people.
void model::remember(const wish& w)
{
    if (state_.contact != contact::connected || state_.awaited->wish == w) {
        return;
    }
    state_.remembered = w;
    ++revision_;
}

/// Does what was remembered, or says that it cannot be any longer.
model::effect model::go_on(moment now)
{
    if (!state_.remembered) {
        return {};
    }
    auto w = *std::exchange(state_.remembered, std::nullopt);
    // Pressed before there was anybody: it is meant for whom the answer brought.
    if (w.ticket.empty()) {
        w = wish_of(state_, w.action);
    }
    if (allowed(state_, w)) {
        return carry_out(w, now);
    }
    tell("console.not_now", now);
    return {};
}

void model::ask(std::optional<sheet> s)
{
    state_.sheet = std::move(s);
    state_.notice.reset();
    ++revision_;
}

/// Ends the wait for the answer to the order `key` and returns that order, if it is awaited.
std::optional<order> model::settle(const std::string& key)
{
    if (!state_.awaited || state_.awaited->key != key) {
        return std::nullopt;
    }
    state_.slow = false;
    ++revision_;
    return std::exchange(state_.awaited, std::nullopt);
}

void model::give_up(moment now)
{
    state_.unanswered = std::move(state_.awaited);
    state_.awaited.reset();
    state_.remembered.reset();
    tell("console.unanswered", now);
}

void model::tell(std::string words, moment now)
{
    state_.notice = notice{std::move(words), now};
    ++revision_;
}

/// Tells of an order that took its ticket from the counter; of any other the screen itself does, unless it is
/// `late`: nobody expects it any longer.
void model::tell_done(order o, bool late, moment now)
{
    auto words = done_words(o.wish);
    if (words.empty() && late) {
        words = "console.done";
    }
    if (words.empty()) {
        return;
    }
    state_.notice = notice{std::move(words), now, std::move(o)};
    ++revision_;
}

} // namespace motcua::counter::console
