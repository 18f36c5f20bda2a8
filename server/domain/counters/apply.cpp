#include "base/require.hpp"
#include "server/domain/counters/counters.hpp"
#include "server/domain/events.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

const counter* counter_list::find(const counter_code& code) const
{
    const auto found = std::ranges::find(all_, code, &counter::code);
    return found == all_.end() ? nullptr : &*found;
}

counter& counter_list::at(const counter_code& code)
{
    const auto found = std::ranges::find(all_, code, &counter::code);
    require(found != all_.end(), "an event names a counter that the site has");
    return *found;
}

void counter_list::on(const site_configured& body)
{
    const auto has_ticket = [](const counter& each) { return each.current.has_value(); };
    const auto standing = std::ranges::count_if(all_, has_ticket);
    std::vector<counter> configured;
    for (const auto& wanted : body.settings.counters) {
        const auto* known = find(wanted.code);
        configured.push_back(known == nullptr ? counter{.code = wanted.code} : *known);
    }
    all_ = std::move(configured);
    require(std::ranges::count_if(all_, has_ticket) == standing,
            "new settings keep every counter at which a ticket stands");
}

void counter_list::on(const counter_opened& body, const event& happened)
{
    auto& opened = at(body.counter);
    if (opened.state != counter_state::open) {
        opened.since = happened.at;
        opened.idle_since = happened.at;
    }
    opened.state = counter_state::open;
    opened.services = body.services;
    opened.staff = body.staff;
    opened.pause_reason.reset();
    opened.paused_until.reset();
}

void counter_list::on(const counter_paused& body, const event& happened)
{
    auto& paused = at(body.counter);
    require(paused.state != counter_state::closed, "a counter that pauses is not closed");
    if (paused.state != counter_state::paused) {
        paused.since = happened.at;
    }
    paused.state = counter_state::paused;
    paused.pause_reason = body.reason;
    paused.paused_until = body.until;
}

void counter_list::on(const counter_closed& body, const event& happened)
{
    auto& closed = at(body.counter);
    require(!closed.current, "nobody stands at a counter that closes");
    if (closed.state != counter_state::closed) {
        closed.since = happened.at;
    }
    closed.state = counter_state::closed;
    closed.services.clear();
    closed.staff.reset();
    closed.pause_reason.reset();
    closed.paused_until.reset();
}

void counter_list::on(const console_connected& body) { at(body.counter).console = console_state::here; }

void counter_list::on(const console_lost& body)
{
    auto& left = at(body.counter);
    require(left.console == console_state::here, "a console that is lost was here");
    left.console = console_state::gone;
}

void counter_list::on(const day_closed&, const event& happened) { begin_again(happened.at); }

void counter_list::on(const clock_anchored& body)
{
    begin_again(body.after);
    for (auto& each : all_) {
        each.since = std::min(each.since, body.after);
    }
}

void counter_list::begin_again(instant now)
{
    for (auto& each : all_) {
        if (each.state != counter_state::closed) {
            each.since = now;
            each.idle_since = now;
        }
    }
}

void counter_list::move(ticket_id moved, const std::optional<counter_code>& from,
                        const std::optional<counter_code>& to, instant now)
{
    if (from == to) {
        require(!to || at(*to).current == moved, "a ticket stays at the counter at which it stands");
        return;
    }
    if (from) {
        auto& left = at(*from);
        require(left.current == moved, "a ticket leaves the counter at which it stands");
        left.current.reset();
        left.idle_since = now;
    }
    if (to) {
        auto& reached = at(*to);
        require(!reached.current, "one ticket at most stands at a counter");
        require(reached.state != counter_state::closed, "no ticket stands at a closed counter");
        reached.current = moved;
    }
}

} // namespace motcua::domain
