#include "server/domain/site_state.hpp"

#include <algorithm>
#include <cassert>

namespace motcua::domain {

namespace {

/// The first start of a visit ends its wait; a later one, after a transfer, does not.
void begin_service(ticket& starting, instant at)
{
    if (starting.served_from) {
        return;
    }
    starting.served_from = at;
    starting.waited_until = starting.called_at;
}

/// The seconds between two instants as the history shows them: all of a visit's parts add up to it.
seconds shown_between(instant from, instant to)
{
    return std::chrono::floor<seconds>(to) - std::chrono::floor<seconds>(from);
}

/// Ends the present stretch of the ticket's way and begins the next.
void enter(ticket& moved, ticket_state state, instant now)
{
    moved.state = state;
    moved.since = now;
    ++moved.stretches;
}

} // namespace

void site_state::apply(const event& happened)
{
    assert(happened.seq == seq_ + 1);
    std::visit([&](const auto& body) { on(body, happened); }, happened.body);
    seq_ = happened.seq;
    at_ = happened.at;
    remember(happened);
}

void site_state::remember(const event& happened)
{
    while (!keys_.empty() && keys_.front().at + keys_kept < happened.at) {
        const auto forgotten = key_index_.find(keys_.front().key.key);
        if (forgotten != key_index_.end() && forgotten->second == keys_forgotten_) {
            key_index_.erase(forgotten);
        }
        keys_.pop_front();
        ++keys_forgotten_;
    }
    if (!happened.key) {
        return;
    }
    key_index_[happened.key->key] = keys_forgotten_ + keys_.size();
    keys_.push_back({*happened.key, happened.at, happened.seq});
}

void site_state::on(const site_configured& body, const event&)
{
    settings_ = body.settings;
    std::vector<counter> counters;
    for (const auto& wanted : settings_.counters) {
        const auto known = std::ranges::find(counters_, wanted.code, &counter::code);
        counters.push_back(known == counters_.end() ? counter{.code = wanted.code} : *known);
    }
    counters_ = std::move(counters);
    for (const auto& service : settings_.services) {
        auto& numbers = numbers_of(service.code);
        if (numbers.service_times.empty()) {
            numbers.note(std::vector<seconds>(service_times_kept, service.service_time));
        }
    }
}

void site_state::on(const clock_anchored& body, const event&)
{
    clock_doubted_until_ = std::max(body.before, body.after);
    // A key's 48 hours are those that were lived: who asked a moment before the clock was set asks again
    // after.
    for (auto& known : keys_) {
        known.at += body.after - body.before;
    }
    for (auto& today : tickets_) {
        // A no-show may come back.
        if (!is_finished(today.state) || today.state == ticket_state::no_show) {
            today.unreliable = true;
        }
    }
}

void site_state::on(const day_opened& body, const event&)
{
    day_ = body.day;
    std::erase_if(blocks_, [&](const auto& entry) { return entry.second.day + blocks_kept < body.day; });
}

void site_state::on(const day_closed&, const event&)
{
    day_.reset();
    tickets_.clear();
    tracks_.clear();
    queue_.clear();
    for (auto& numbers : numbers_) {
        numbers.last_number = 0;
    }
}

void site_state::on(const ticket_issued& body, const event& happened)
{
    last_ticket_ = static_cast<std::int64_t>(body.ticket);
    auto& issued = tickets_.emplace_back(ticket{.id = body.ticket,
                                                .service = body.service,
                                                .series = body.service,
                                                .number = body.number,
                                                .day = body.day,
                                                .priority = body.priority,
                                                .channel = body.channel,
                                                .lang = body.lang,
                                                .procedure = body.procedure,
                                                .track = body.track,
                                                .block = body.block,
                                                .state = ticket_state::waiting,
                                                .since = body.issued_at,
                                                .issued_at = body.issued_at,
                                                .due = body.due,
                                                .ahead = body.ahead,
                                                .expected_wait = body.expected_wait});
    // Printed while the server was away, perhaps before the clock was set anew.
    issued.unreliable = body.issued_at < happened.at && body.issued_at < clock_doubted_until_;
    issued.history.push_back({.what = "issued", .at = happened.at, .actor = happened.actor});
    tracks_[body.track] = body.ticket;
    queue_.add(issued);
    if (body.block) {
        blocks_.at(*body.block).used.push_back(body.number);
    } else {
        numbers_of(body.service).last_number = body.number;
    }
}

void site_state::on(const ticket_called& body, const event& happened)
{
    auto& called = at(body.ticket);
    leave_place(called, happened.at);
    enter(called, ticket_state::called, happened.at);
    called.counter = body.counter;
    called.staff = body.staff;
    called.called_at = happened.at;
    called.out_of_order = body.out_of_order;
    if (!called.first_called_at) {
        called.first_called_at = happened.at;
    }
    ++called.calls;
    at(body.counter).current = body.ticket;
    called.history.push_back({.what = "called",
                              .at = happened.at,
                              .actor = happened.actor,
                              .counter = body.counter,
                              .out_of_order = body.out_of_order});
}

void site_state::on(const ticket_recalled& body, const event& happened)
{
    auto& recalled = at(body.ticket);
    recalled.history.push_back(
        {.what = "recalled", .at = happened.at, .actor = happened.actor, .counter = recalled.counter});
    if (body.state == ticket_state::called) {
        ++recalled.calls;
        return;
    }
    enter(recalled, ticket_state::waiting, happened.at);
    recalled.due = body.due;
    recalled.outcome.reset();
    recalled.counter.reset();
    queue_.add(recalled);
}

void site_state::on(const ticket_started& body, const event& happened)
{
    auto& started = at(body.ticket);
    enter(started, ticket_state::serving, happened.at);
    begin_service(started, happened.at);
    started.history.push_back(
        {.what = "started", .at = happened.at, .actor = happened.actor, .counter = started.counter});
}

void site_state::on(const ticket_finished& body, const event& happened)
{
    auto& finished = at(body.ticket);
    end_visit(finished, ticket_state::served, body.outcome, happened.at);
    finished.history.push_back(
        {.what = "finished", .at = happened.at, .actor = happened.actor, .counter = finished.counter});
    if (body.outcome != visit_outcome::served || finished.unreliable) {
        return;
    }
    const auto spent = shown_between(*finished.served_from, happened.at) - finished.held;
    auto& numbers = numbers_of(finished.service);
    auto times = numbers.service_times;
    times.erase(times.begin());
    times.push_back(std::chrono::floor<seconds>(spent));
    numbers.note(std::move(times));
}

void site_state::on(const ticket_no_show& body, const event& happened)
{
    auto& absent = at(body.ticket);
    end_visit(absent, ticket_state::no_show, visit_outcome::no_show, happened.at);
    absent.no_show_at = happened.at;
    absent.history.push_back(
        {.what = "no_show", .at = happened.at, .actor = happened.actor, .counter = absent.counter});
}

void site_state::on(const ticket_held& body, const event& happened)
{
    auto& held = at(body.ticket);
    leave_place(held, happened.at);
    enter(held, ticket_state::held, happened.at);
    held.held_since = happened.at;
    held.history.push_back({.what = "held",
                            .at = happened.at,
                            .actor = happened.actor,
                            .counter = held.counter,
                            .reason = body.reason});
}

void site_state::on(const ticket_resumed& body, const event& happened)
{
    auto& resumed = at(body.ticket);
    leave_place(resumed, happened.at);
    enter(resumed, ticket_state::serving, happened.at);
    begin_service(resumed, happened.at);
    at(*resumed.counter).current = resumed.id;
    resumed.history.push_back(
        {.what = "resumed", .at = happened.at, .actor = happened.actor, .counter = resumed.counter});
}

void site_state::on(const ticket_transferred& body, const event& happened)
{
    auto& transferred = at(body.ticket);
    leave_place(transferred, happened.at);
    enter(transferred, ticket_state::waiting, happened.at);
    transferred.service = body.service;
    transferred.reserved_for = body.counter;
    transferred.due = body.due;
    transferred.counter.reset();
    ++transferred.transfers;
    queue_.add(transferred);
    transferred.history.push_back(
        {.what = "transferred", .at = happened.at, .actor = happened.actor, .counter = body.counter});
}

void site_state::on(const ticket_cancelled& body, const event& happened)
{
    auto& cancelled = at(body.ticket);
    end_visit(cancelled, ticket_state::cancelled, visit_outcome::cancelled, happened.at);
    cancelled.history.push_back({.what = "cancelled", .at = happened.at, .actor = happened.actor});
}

void site_state::on(const ticket_closed& body, const event& happened)
{
    auto& closed = at(body.ticket);
    end_visit(closed, body.state, visit_outcome::day_closed, happened.at);
    closed.history.push_back({.what = "day_closed", .at = happened.at, .actor = happened.actor});
}

void site_state::on(const counter_opened& body, const event&)
{
    auto& opened = at(body.counter);
    opened.state = counter_state::open;
    opened.services = body.services;
    opened.staff = body.staff;
    opened.pause_reason.reset();
}

void site_state::on(const counter_paused& body, const event&)
{
    auto& paused = at(body.counter);
    paused.state = counter_state::paused;
    paused.pause_reason = body.reason;
}

void site_state::on(const counter_closed& body, const event&)
{
    auto& closed = at(body.counter);
    closed.state = counter_state::closed;
    closed.services.clear();
    closed.staff.reset();
    closed.pause_reason.reset();
}

void site_state::on(const block_leased& body, const event&)
{
    last_block_ = static_cast<std::int64_t>(body.block);
    blocks_[body.block] = number_block{.id = body.block,
                                       .kiosk = body.kiosk,
                                       .service = body.service,
                                       .day = body.day,
                                       .first = body.first,
                                       .last = body.last,
                                       .used = {}};
}

void site_state::on(const ticket_logged& body, const event& happened)
{
    on(ticket_issued{.ticket = body.ticket,
                     .service = body.service,
                     .number = body.number,
                     .day = body.day,
                     .priority = body.priority,
                     .channel = ticket_channel::kiosk,
                     .lang = body.lang,
                     .procedure = body.procedure,
                     .track = body.track,
                     .issued_at = body.issued_at,
                     .due = body.issued_at,
                     .ahead = 0,
                     .expected_wait = seconds{0},
                     .block = body.block},
       happened);
    on(ticket_closed{body.ticket, ticket_state::cancelled}, happened);
}

void site_state::leave_place(ticket& leaving, instant now)
{
    if (leaving.state == ticket_state::waiting) {
        queue_.remove(leaving);
        leaving.reserved_for.reset();
    } else if (leaving.state == ticket_state::held) {
        // Held before service began, it is part of the way there and not of the service.
        if (leaving.served_from) {
            leaving.held += shown_between(*leaving.held_since, now);
        }
        leaving.held_since.reset();
    } else if (occupies_counter(leaving.state)) {
        at(*leaving.counter).current.reset();
    }
}

void site_state::end_visit(ticket& ending, ticket_state state, visit_outcome outcome, instant now)
{
    leave_place(ending, now);
    if (ending.served_from) {
        ending.served_to = now;
    }
    enter(ending, state, now);
    ending.outcome = outcome;
}

} // namespace motcua::domain
