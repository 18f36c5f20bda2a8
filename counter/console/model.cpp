// The way of a wish to the server and back, its notices, and the time.

#include "counter/console/model.hpp"
#include "counter/console/questions.hpp"
#include "counter/console/rules.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console {
namespace {

/// The key of the notice for a wish that took its ticket from the counter, otherwise nothing.
std::string done_words(const wish& wish)
{
    switch (wish.action) {
    case action::finish:
        return wish.outcome ? "console.done.outcome" : "console.done.finish";
    case action::finish_and_call:
        return "console.done.finish";
    case action::no_show:
        return "console.done.no_show";
    case action::cancel:
        return "console.done.cancel";
    case action::issue:
        return "console.done.issue";
    case action::transfer:
        return wish.to && wish.to->to_counter ? "console.done.to_counter" : "console.done.to_service";
    default:
        return {};
    }
}

/// The citizen who gets a number waits to hear or read it.
std::chrono::seconds time_to_read(const notice& notice)
{
    const bool is_number = notice.is_success() && notice.about->wish.action == action::issue;
    return is_number ? limits::number_notice : limits::notice;
}

} // namespace

std::optional<order> model::handle(const event& input, moment now)
{
    if (see_appointments(input, now)) {
        return {};
    }
    auto wanted = std::visit([&](const auto& known) { return on(known, now); }, input);
    tend_notes();
    return wanted;
}

std::optional<order> model::on(const ticked&, moment now)
{
    if (state_.awaited && now >= sent_ + limits::answer) {
        give_up(now);
    }
    const bool slow = state_.awaited && now >= sent_ + limits::patience;
    if (slow != state_.slow) {
        ++revision_;
    }
    state_.slow = slow;
    if (state_.notice && now >= state_.notice->since + time_to_read(*state_.notice)) {
        state_.notice.reset();
        ++revision_;
    }
    const auto time = clock_.at(now);
    // Only the time in service runs by the second.
    const bool runs = state_.current && state_.time != time;
    const bool is_another_minute = client::shows_another_minute(state_.time, time);
    if (runs || is_another_minute) {
        ++revision_;
    }
    state_.time = time;
    if (is_another_minute) {
        renew_sheet();
    }
    return {};
}

/// Carries out a wish of the staff, or says why that is not possible.
std::optional<order> model::try_to(const wish& wish, moment now)
{
    if (state_.awaited) {
        remember(wish);
        return {};
    }
    return allowed(state_, wish) ? carry_out(wish, now) : complain(why_not(state_, wish), now);
}

/// Sends what can be done, or asks first what has to be asked.
std::optional<order> model::carry_out(const wish& wish, moment now)
{
    if (auto question = question_before(state_, wish)) {
        ask(std::move(question));
        return {};
    }
    return send(wish, now);
}

std::optional<order> model::send(wish wish, moment now)
{
    wish.is_sure = false;
    // Carried out or not, the server answers the same key with the same answer.
    const bool again = state_.unanswered && state_.unanswered->wish == wish;
    order asked{again ? state_.unanswered->key : key_prefix_ + "-" + std::to_string(++orders_), wish};
    if (const auto* about = find_ticket(state_, wish.ticket)) {
        asked.number = about->number;
    }
    state_.unanswered.reset();
    // A notice of a success stays to be read.
    if (state_.notice && !state_.notice->is_success()) {
        state_.notice.reset();
    }
    interrupted_ = false;
    state_.awaited = asked;
    sent_ = now;
    ++revision_;
    return asked;
}

/// Says why a wish cannot be carried out; without the server the banner says so already.
std::optional<order> model::complain(std::string words, moment now)
{
    if (state_.contact == contact::connected) {
        notify(std::move(words), now);
    }
    return {};
}

/// Keeps a wish that comes while an answer is awaited until after it. The same wish again is only impatience:
/// done twice it would call two people.
void model::remember(const wish& wish)
{
    auto again = wish;
    again.is_sure = false;
    if (state_.contact != contact::connected || state_.awaited->wish == again) {
        return;
    }
    state_.remembered = wish;
    ++revision_;
}

/// Carries out the remembered wish, or says that this is no longer possible.
std::optional<order> model::go_on(moment now)
{
    if (!state_.remembered) {
        return {};
    }
    auto w = *std::exchange(state_.remembered, std::nullopt);
    // Pressed before anybody was there: it is meant for the ticket that the answer brought.
    if (w.ticket.empty()) {
        const auto fresh = wish_of(state_, w.action);
        w.action = fresh.action;
        w.ticket = fresh.ticket;
        w.priority = w.priority ? w.priority : fresh.priority;
    }
    // The next one is wanted, and nobody is left to finish.
    if (w.action == action::finish_and_call && !state_.current) {
        w = wish_of(state_, action::call_next);
    }
    if (allowed(state_, w)) {
        return carry_out(w, now);
    }
    order missed{{}, w};
    if (const auto* about = find_ticket(state_, w.ticket)) {
        missed.number = about->number;
    }
    notify_failed("console.not_now", std::move(missed), now);
    return {};
}

void model::ask(std::optional<sheet> sheet)
{
    state_.sheet = std::move(sheet);
    state_.notice.reset();
    ++revision_;
}

/// "In 5 minutes" means another time a minute later.
void model::renew_sheet()
{
    if (!state_.sheet || state_.sheet->kind != sheet_kind::until) {
        return;
    }
    const auto chosen = state_.sheet->chosen;
    state_.sheet = until_sheet(state_, state_.sheet->choices.front());
    state_.sheet->chosen = std::min(chosen, state_.sheet->choices.size() - 1);
}

/// Ends the wait for the answer to the order `key` and returns that order, if it is awaited.
std::optional<order> model::take_awaited(const std::string& key)
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
    notify_failed("console.unanswered", *state_.unanswered, now);
}

void model::notify(std::string words, moment now)
{
    state_.notice = notice{std::move(words), now};
    ++revision_;
}

/// Reports an order that was not carried out, and with it what waited behind it.
void model::notify_failed(std::string words, order order, moment now)
{
    state_.notice = notice{.words = std::move(words),
                           .since = now,
                           .about = std::move(order),
                           .has_failed = true,
                           .unsent = std::exchange(state_.remembered, std::nullopt)};
    ++revision_;
}

/// Reports an order that took its ticket from the counter. Any other shows on the screen anyway, and is
/// reported only when it is `late`, because nobody expects it by then.
void model::notify_done(order order, bool late, moment now)
{
    auto words = done_words(order.wish);
    if (words.empty() && late) {
        words = "console.done";
    }
    if (words.empty()) {
        return;
    }
    state_.notice = notice{std::move(words), now, std::move(order)};
    ++revision_;
}

} // namespace motcua::counter::console
