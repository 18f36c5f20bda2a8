#include "counter/console/model.hpp"
#include "counter/limits.hpp"

#include <algorithm>

namespace motcua::counter::console {
namespace {

using protocol::counter_state;
using protocol::ticket_state;

bool at_counter(ticket_state s) { return s == ticket_state::called || s == ticket_state::serving; }

/// The key of the text that tells why the server refused.
std::string refusal_words(const std::string& code)
{
    if (code == "wrong_state" || code == "busy") return "console.refused.changed";
    return "console.refused";
}

transfer_sheet sheet_of(const state& s)
{
    transfer_sheet sheet;
    for (const auto& known : s.services)
        if (!s.current || known.code != s.current->service) sheet.choices.push_back({false, known.code});
    for (const auto& code : s.other_counters)
        sheet.choices.push_back({true, code});
    return sheet;
}

} // namespace

bool allowed(const state& s, action a)
{
    if (!s.connected || s.awaited) return false;
    const bool called = s.current && s.current->state == ticket_state::called;
    const bool serving = s.current && s.current->state == ticket_state::serving;
    switch (a) {
    case action::call_next:
        return s.counter_state == counter_state::open && !s.current;
    case action::recall:
    case action::start:
    case action::no_show:
        return called;
    case action::finish:
        return serving;
    case action::hold:
    case action::transfer:
        return called || serving;
    case action::pause:
        return s.counter_state == counter_state::open;
    case action::open:
        return s.counter_state != counter_state::open;
    }
    return false;
}

std::optional<order> model::handle(const event& e, moment now)
{
    return std::visit([&](const auto& known) { return on(known, now); }, e);
}

model::effect model::on(const office_known& e, moment)
{
    state_.services = e.services;
    state_.other_counters = e.counters;
    ++revision_;
    return {};
}

model::effect model::on(const counter_arrived& e, moment)
{
    state_.counter = e.code;
    state_.counter_state = e.state;
    state_.serves = e.services;
    state_.current = e.current;
    if (!state_.current) state_.sheet.reset();
    ++revision_;
    return {};
}

model::effect model::on(const waiting_arrived& e, moment)
{
    state_.waiting = e.waiting;
    ++revision_;
    return {};
}

model::effect model::on(const time_arrived& e, moment now)
{
    anchor_ = anchor{e.time, now};
    return on(ticked{}, now);
}

model::effect model::on(const ticket_changed& e, moment)
{
    const bool here = at_counter(e.ticket.state) && e.counter == state_.counter;
    const bool mine = state_.current && state_.current->id == e.ticket.id;
    std::erase_if(state_.waiting,
                  [&](const ticket& t) { return t.id == e.ticket.id && e.ticket.state != t.state; });
    if (here)
        take(e.ticket);
    else if (mine) {
        state_.current.reset();
        state_.sheet.reset();
    }
    ++revision_;
    return {};
}

model::effect model::on(const connection_changed& e, moment)
{
    if (state_.connected != e.connected) ++revision_;
    state_.connected = e.connected;
    return {};
}

model::effect model::on(const pressed& e, moment now)
{
    if (state_.sheet || !allowed(state_, e.action)) return {};
    if (e.action != action::transfer) return send(e.action, {}, now);
    auto sheet = sheet_of(state_);
    if (!sheet.choices.empty()) state_.sheet = std::move(sheet);
    ++revision_;
    return {};
}

model::effect model::on(const pressed_pause_or_open&, moment now)
{
    const bool open = state_.counter_state == counter_state::open;
    return on(pressed{open ? action::pause : action::open}, now);
}

model::effect model::on(const moved& e, moment)
{
    if (!state_.sheet) return {};
    const auto last = static_cast<int>(state_.sheet->choices.size()) - 1;
    state_.sheet->chosen =
        static_cast<std::size_t>(std::clamp(static_cast<int>(state_.sheet->chosen) + e.by, 0, last));
    ++revision_;
    return {};
}

model::effect model::on(const chose& e, moment)
{
    if (!state_.sheet) return {};
    const auto& all = state_.sheet->choices;
    const auto found = std::find(all.begin(), all.end(), e.to);
    if (found != all.end()) state_.sheet->chosen = static_cast<std::size_t>(found - all.begin());
    ++revision_;
    return {};
}

model::effect model::on(const confirmed&, moment now)
{
    if (!state_.sheet || !allowed(state_, action::transfer)) return {};
    const auto to = state_.sheet->choices[state_.sheet->chosen];
    state_.sheet.reset();
    return send(action::transfer, to, now);
}

model::effect model::on(const left&, moment)
{
    state_.sheet.reset();
    state_.notice.reset();
    ++revision_;
    return {};
}

model::effect model::on(const done& e, moment)
{
    if (!settle(e.key)) return {};
    if (e.ticket) take(*e.ticket);
    return {};
}

model::effect model::on(const nobody_waits& e, moment now)
{
    if (settle(e.key)) tell("console.nobody", now);
    return {};
}

model::effect model::on(const refused& e, moment now)
{
    if (settle(e.key)) tell(refusal_words(e.code), now);
    return {};
}

model::effect model::on(const ticked&, moment now)
{
    if (state_.awaited && now >= sent_ + limits::answer) {
        unanswered_ = std::move(state_.awaited);
        state_.awaited.reset();
        tell("console.unanswered", now);
    }
    if (state_.notice && now >= state_.notice->since + limits::notice) {
        state_.notice.reset();
        ++revision_;
    }
    if (!anchor_) return {};
    const auto time = anchor_->time + std::chrono::floor<std::chrono::seconds>(now - anchor_->at);
    // The time in service runs by the second.
    if (state_.time != time) ++revision_;
    state_.time = time;
    return {};
}

model::effect model::send(action a, std::optional<destination> to, moment now)
{
    const bool of_ticket = a != action::call_next && a != action::pause && a != action::open;
    order wish{{}, a, of_ticket ? state_.current->id : std::string(), std::move(to)};
    // Carried out or not, the server answers the same key with the same answer.
    wish.key = unanswered_ && unanswered_->same_wish(wish) ? unanswered_->key
                                                           : boot_ + "-" + std::to_string(++orders_);
    unanswered_.reset();
    state_.notice.reset();
    state_.awaited = wish;
    sent_ = now;
    ++revision_;
    return wish;
}

/// Ends the wait for the answer to `key`; false when it is not awaited.
bool model::settle(const std::string& key)
{
    if (!state_.awaited || state_.awaited->key != key) return false;
    state_.awaited.reset();
    ++revision_;
    return true;
}

/// A ticket called or in service is the counter's current one; in any other state it has left.
void model::take(const ticket& t)
{
    std::erase_if(state_.waiting, [&](const ticket& w) { return w.id == t.id; });
    if (at_counter(t.state))
        state_.current = t;
    else if (state_.current && state_.current->id == t.id)
        state_.current.reset();
    if (!state_.current) state_.sheet.reset();
}

void model::tell(std::string words, moment now)
{
    state_.notice = notice{std::move(words), now};
    ++revision_;
}

} // namespace motcua::counter::console
