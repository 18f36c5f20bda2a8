#include "counter/console/model.hpp"
#include "counter/console/rules.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console {
namespace {

using protocol::counter_state;
using protocol::ticket_state;

bool at_counter(ticket_state s) { return s == ticket_state::called || s == ticket_state::serving; }

/// The key of the text that tells why the server refused.
std::string refusal_words(const std::string& code)
{
    if (code == "wrong_state" || code == "busy" || code == "counter_closed" || code == "not_your_ticket" ||
        code == "unknown_ticket")
        return "console.refused.changed";
    return "console.refused";
}

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

model::effect model::on(const identified& e, moment)
{
    state_.counter.code = e.counter;
    state_.office = e.office;
    state_.office_en = e.office_en;
    ++revision_;
    return {};
}

model::effect model::on(const not_a_counter&, moment)
{
    set_contact(contact::not_a_counter);
    return {};
}

model::effect model::on(const device_refused&, moment)
{
    set_contact(contact::refused);
    return {};
}

model::effect model::on(const connection_changed& e, moment now)
{
    const bool back = e.connected && state_.contact == contact::away;
    if (back && state_.unanswered) tell("console.unanswered", now);
    set_contact(e.connected ? contact::connected : contact::away);
    return {};
}

model::effect model::on(const services_arrived& e, moment)
{
    state_.services = e.services;
    ++revision_;
    return {};
}

model::effect model::on(const board_arrived& e, moment now)
{
    anchor_ = anchor{e.time, now};
    state_.other_counters.clear();
    for (const auto& c : e.counters) {
        if (c.code == state_.counter.code)
            state_.counter = c;
        else
            state_.other_counters.push_back(c);
    }
    choose_waiting();
    see_unanswered(now);
    ++revision_;
    return on(ticked{}, now);
}

model::effect model::on(const counter_changed& e, moment now)
{
    auto* known = &state_.counter;
    if (e.counter.code != state_.counter.code) {
        const auto other = std::ranges::find(state_.other_counters, e.counter.code, &counter_view::code);
        if (other == state_.other_counters.end()) return {};
        known = &*other;
    }
    *known = e.counter;
    choose_waiting();
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const waiting_arrived& e, moment)
{
    everyone_ = e.tickets;
    choose_waiting();
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const others_arrived& e, moment now)
{
    state_.current.reset();
    state_.held.clear();
    state_.absent.clear();
    auto tickets = e.tickets;
    std::ranges::stable_sort(tickets, {}, &ticket::called_at);
    for (const auto& t : tickets)
        place(t);
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const ticket_changed& e, moment now)
{
    place(e.ticket);
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const done& e, moment now)
{
    auto order = settle(e.key);
    if (!order) return {};
    if (e.ticket) {
        place(*e.ticket);
        order->number = e.ticket->number;
    }
    forget_what_is_gone();
    tell_done(std::move(*order), interrupted_, now);
    return go_on(now);
}

model::effect model::on(const nobody_waits& e, moment now)
{
    if (!settle(e.key)) return {};
    auto next = go_on(now);
    if (!next) tell("console.nobody", now);
    return next;
}

model::effect model::on(const refused& e, moment now)
{
    if (!settle(e.key)) return {};
    // What was wished after it was wished of a state that is not.
    state_.remembered.reset();
    tell(refusal_words(e.code), now);
    return {};
}

model::effect model::on(const unanswered& e, moment now)
{
    if (state_.awaited && state_.awaited->key == e.key) give_up(now);
    return {};
}

model::effect model::on(const pressed& e, moment now)
{
    if (state_.sheet) return complain("console.answer_first", now);
    return try_to(wish_of(state_, e.action), now);
}

model::effect model::on(const pressed_pause_or_open&, moment now)
{
    const bool open = state_.counter.state == counter_state::open;
    return on(pressed{open ? action::pause : action::open}, now);
}

model::effect model::on(const pressed_outcomes&, moment now)
{
    return ask_before(wish_of(state_, action::finish), outcome_sheet(state_), now);
}

model::effect model::on(const pressed_close&, moment now)
{
    return ask_before(wish_of(state_, action::close), close_sheet(), now);
}

model::effect model::on(const moved& e, moment)
{
    const auto step = [&](int from, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(from + e.by, 0, static_cast<int>(count) - 1));
    };
    if (state_.sheet) {
        state_.sheet->chosen = step(static_cast<int>(state_.sheet->chosen), state_.sheet->choices.size());
    } else {
        const auto all = listed(state_);
        if (all.empty()) return {};
        const auto at = std::ranges::find(all, state_.selected, &ticket::id);
        // Without a selection the first step comes in from the end that it leads away from.
        const auto from = at != all.end() ? static_cast<int>(at - all.begin())
                          : e.by > 0      ? -1
                                          : static_cast<int>(all.size());
        state_.selected = all[step(from, all.size())]->id;
    }
    ++revision_;
    return {};
}

model::effect model::on(const moved_across& e, moment)
{
    if (!state_.sheet || state_.sheet->kind != sheet_kind::transfer) return {};
    const auto& choices = state_.sheet->choices;
    auto& chosen = state_.sheet->chosen;
    // Services come first, counters behind them.
    const auto is_service = [](const wish& w) { return !w.to->to_counter; };
    const auto services = static_cast<std::size_t>(std::ranges::count_if(choices, is_service));
    const auto counters = choices.size() - services;
    if (e.by > 0 && chosen < services && counters > 0)
        chosen = services + std::min(chosen, counters - 1);
    else if (e.by < 0 && chosen >= services && services > 0)
        chosen = std::min(chosen - services, services - 1);
    ++revision_;
    return {};
}

model::effect model::on(const picked& e, moment now)
{
    const auto* about = find_ticket(state_, e.ticket);
    if (state_.sheet || !about) return {};
    state_.selected = e.ticket;
    ++revision_;
    if (about->state == ticket_state::held) return try_to({action::resume, e.ticket}, now);
    if (about->state == ticket_state::no_show) return try_to({action::recall, e.ticket}, now);
    if (about->state == ticket_state::waiting && state_.contact == contact::connected)
        ask(ticket_sheet(*about));
    return {};
}

model::effect model::on(const chose& e, moment now)
{
    if (!state_.sheet || e.index >= state_.sheet->choices.size()) return {};
    state_.sheet->chosen = e.index;
    ++revision_;
    return on(confirmed{}, now);
}

model::effect model::on(const confirmed&, moment now)
{
    if (!state_.sheet) return on(picked{state_.selected}, now);
    const auto asked = *std::exchange(state_.sheet, std::nullopt);
    const auto& w = asked.choices[asked.chosen];
    ++revision_;
    if (w.action == action::cancel && asked.kind != sheet_kind::cancel) {
        if (const auto* about = find_ticket(state_, w.ticket)) ask(cancel_sheet(*about));
        return {};
    }
    return try_to(w, now);
}

model::effect model::on(const left&, moment)
{
    // One thing at a time, the uppermost first.
    if (state_.sheet)
        ask(std::nullopt);
    else if (state_.remembered)
        state_.remembered.reset();
    else if (state_.notice)
        state_.notice.reset();
    else
        state_.selected.clear();
    ++revision_;
    return {};
}

model::effect model::on(const ticked&, moment now)
{
    if (state_.awaited && now >= sent_ + limits::answer) give_up(now);
    const bool slow = state_.awaited && now >= sent_ + limits::patience;
    if (slow != state_.slow) ++revision_;
    state_.slow = slow;
    if (state_.notice && now >= state_.notice->since + limits::notice) {
        state_.notice.reset();
        ++revision_;
    }
    if (!anchor_) return {};
    const auto time = anchor_->time + std::chrono::floor<std::chrono::seconds>(now - anchor_->at);
    using std::chrono::floor, std::chrono::minutes;
    // Only the time in service runs by the second.
    const bool runs = state_.current && state_.time != time;
    if (runs || !state_.time || floor<minutes>(*state_.time) != floor<minutes>(time)) ++revision_;
    state_.time = time;
    return {};
}

model::effect model::send(const wish& w, moment now)
{
    // Carried out or not, the server answers the same key with the same answer.
    const bool again = state_.unanswered && state_.unanswered->wish == w;
    order asked{again ? state_.unanswered->key : key_prefix_ + "-" + std::to_string(++orders_), w};
    if (const auto* about = find_ticket(state_, w.ticket)) asked.number = about->number;
    state_.unanswered.reset();
    // What was done just now stays to be read.
    if (state_.notice && !state_.notice->about) state_.notice.reset();
    interrupted_ = false;
    state_.awaited = asked;
    sent_ = now;
    ++revision_;
    return asked;
}

/// Sends what can be done, or asks first where it is to go.
model::effect model::carry_out(const wish& w, moment now)
{
    if (w.action != action::transfer || w.to) return send(w, now);
    ask(transfer_sheet(state_));
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

/// Opens the sheet `s` that leads to `w`, or says why it cannot be.
model::effect model::ask_before(const wish& w, std::optional<sheet> s, moment now)
{
    if (state_.sheet) return complain("console.answer_first", now);
    if (!offered(state_, w)) return complain(state_.awaited ? "console.slow" : why_not(state_, w), now);
    ask(std::move(s));
    return {};
}

/// Says what keeps a wish from being done; without the server the banner says so already.
model::effect model::complain(std::string words, moment now)
{
    if (state_.contact == contact::connected) tell(std::move(words), now);
    return {};
}

/// Keeps for after the answer what is wished while it is awaited. The wish under way is only impatience: done
/// twice it would call two people.
void model::remember(const wish& w)
{
    if (state_.contact != contact::connected || state_.awaited->wish == w) return;
    state_.remembered = w;
    ++revision_;
}

/// Does what was remembered, or says that it cannot be any longer.
model::effect model::go_on(moment now)
{
    if (!state_.remembered) return {};
    auto w = *std::exchange(state_.remembered, std::nullopt);
    // Pressed before there was anybody: it is meant for whom the answer brought.
    if (w.ticket.empty()) w = wish_of(state_, w.action);
    if (allowed(state_, w)) return carry_out(w, now);
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
    if (!state_.awaited || state_.awaited->key != key) return std::nullopt;
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

/// Puts `t` where its state says that it belongs, and nowhere else.
void model::place(const ticket& t)
{
    const auto same = [&](const ticket& o) { return o.id == t.id; };
    const bool here = t.counter == state_.counter.code;
    for (auto* list : {&everyone_, &state_.held, &state_.absent})
        std::erase_if(*list, same);
    if (here && at_counter(t.state)) {
        state_.current = t;
    } else if (state_.current && same(*state_.current)) {
        state_.current.reset();
    }
    if (here && t.state == ticket_state::held) state_.held.push_back(t);
    if (here && t.state == ticket_state::no_show) {
        state_.absent.insert(state_.absent.begin(), t);
        if (state_.absent.size() > limits::absent) state_.absent.pop_back();
    }
    if (t.state == ticket_state::waiting)
        everyone_.insert(std::ranges::upper_bound(everyone_, t.due_at, {}, &ticket::due_at), t);
    choose_waiting();
}

/// Of all who wait, those whom this counter may call.
void model::choose_waiting()
{
    state_.waiting.clear();
    for (const auto& t : everyone_)
        if (waits_here(state_, t)) state_.waiting.push_back(t);
}

/// Tells of the order without an answer once it shows that it was carried out.
void model::see_unanswered(moment now)
{
    if (!state_.unanswered || !shows(state_, state_.unanswered->wish)) return;
    auto seen = *std::exchange(state_.unanswered, std::nullopt);
    if (seen.number.empty() && state_.current) seen.number = state_.current->number;
    tell_done(std::move(seen), true, now);
}

/// A sheet or a selection whose ticket has left goes with it.
void model::forget_what_is_gone()
{
    if (!find_ticket(state_, state_.selected)) state_.selected.clear();
    if (!state_.sheet) return;
    const auto* about = find_ticket(state_, state_.sheet->ticket);
    const bool gone = !state_.sheet->ticket.empty() && !about;
    const bool listed_only =
        state_.sheet->kind == sheet_kind::ticket || state_.sheet->kind == sheet_kind::cancel;
    if (gone || (about && listed_only != (about->state == ticket_state::waiting))) state_.sheet.reset();
}

void model::set_contact(contact c)
{
    if (state_.contact != c) ++revision_;
    state_.contact = c;
    if (c == contact::away && state_.awaited) interrupted_ = true;
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
    if (words.empty() && late) words = "console.done";
    if (words.empty()) return;
    state_.notice = notice{std::move(words), now, std::move(o)};
    ++revision_;
}

} // namespace motcua::counter::console
