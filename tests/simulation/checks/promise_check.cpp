#include "tests/simulation/checks/promise_check.hpp"

#include <algorithm>

namespace motcua::simulation {

using domain::counter_state;
using domain::forecast_state;
using domain::seconds;
using domain::ticket_state;

void promise_check::apply(const domain::event& happened, findings& found)
{
    if (const auto* issued = std::get_if<domain::ticket_issued>(&happened.body)) {
        judge(*issued, happened.at, found);
    }
    std::visit([&](const auto& body) { on(body); }, happened.body);
}

/// design: tickets reserved for another counter delay nobody else.
bool promise_check::is_idle_for(const domain::counter_code& code, const counter& at,
                                const domain::service_code& service) const
{
    const auto serves = [&](const domain::service_code& one) {
        return std::ranges::count(at.services, one) > 0;
    };
    const auto may_be_called = [&](const auto& entry) {
        const auto& one = entry.second;
        return one.state == ticket_state::waiting &&
               (one.reserved_for ? one.reserved_for == code : serves(one.service));
    };
    return at.state == counter_state::open && !at.current && serves(service) &&
           std::ranges::none_of(tickets_, may_be_called);
}

void promise_check::judge(const domain::ticket_issued& body, domain::instant now, findings& found) const
{
    const auto& promise = body.promise;
    const auto must = [&](bool holds, const char* what) {
        if (!holds) {
            note(found, "ticket " + std::to_string(static_cast<std::int64_t>(body.ticket)) + what);
        }
    };
    bool any_open = false;
    bool any_paused = false;
    bool any_idle = false;
    for (const auto& [code, at] : counters_) {
        const bool serves = std::ranges::count(at.services, body.service) > 0;
        any_open = any_open || (serves && at.state == counter_state::open);
        any_paused = any_paused || (serves && at.state == counter_state::paused);
        any_idle = any_idle || is_idle_for(code, at, body.service);
    }
    const bool in_minutes = promise.from || promise.expected || promise.to;
    must(!in_minutes || (promise.from && promise.expected && promise.to), " was promised a part of a range");
    must(promise.from <= promise.expected && promise.expected <= promise.to,
         " was promised a range in disorder");
    if (any_open) {
        must(promise.state == forecast_state::open || promise.state == forecast_state::too_late,
             " was told that no counter is open");
        must(in_minutes == (promise.state == forecast_state::open),
             " was promised minutes, or not, by mistake");
    } else {
        must(!any_paused || promise.state == forecast_state::paused, " was promised a wait through a pause");
        must(any_paused || promise.state != forecast_state::open, " was told that a counter is open");
        must(!in_minutes || promise.state == forecast_state::planned, " was promised minutes by nobody");
    }
    if (any_idle) {
        const auto waited = std::chrono::floor<seconds>(now - body.issued_at);
        must(promise.expected == waited, " was told to wait for an idle counter");
    }
}

void promise_check::on(const domain::site_configured& body)
{
    std::map<domain::counter_code, counter> kept;
    for (const auto& one : body.settings.counters) {
        kept[one.code] = counters_[one.code];
    }
    counters_ = std::move(kept);
}

void promise_check::on(const domain::counter_opened& body)
{
    counters_[body.counter].state = counter_state::open;
    counters_[body.counter].services = body.services;
}

void promise_check::on(const domain::counter_paused& body)
{
    counters_[body.counter].state = counter_state::paused;
}

void promise_check::on(const domain::counter_closed& body) { counters_[body.counter] = {}; }

void promise_check::on(const domain::ticket_issued& body)
{
    tickets_[body.ticket] = {.service = body.service, .state = ticket_state::waiting};
}

void promise_check::on(const domain::ticket_called& body)
{
    auto& called = tickets_[body.ticket];
    called.counter = body.counter;
    called.reserved_for.reset();
    move(body.ticket, ticket_state::called);
}

void promise_check::on(const domain::ticket_recalled& body) { move(body.ticket, body.state); }

void promise_check::on(const domain::ticket_released& body)
{
    tickets_[body.ticket].reserved_for.reset();
    move(body.ticket, ticket_state::waiting);
}

void promise_check::on(const domain::ticket_transferred& body)
{
    move(body.ticket, ticket_state::waiting);
    tickets_[body.ticket].service = body.service;
    tickets_[body.ticket].reserved_for = body.counter;
}

/// A ticket that is called or served stands at its counter.
void promise_check::move(domain::ticket_id id, ticket_state state)
{
    auto& moved = tickets_[id];
    moved.state = state;
    if (moved.counter) {
        auto& at = counters_[*moved.counter];
        if (domain::occupies_counter(state)) {
            at.current = id;
        } else if (at.current == id) {
            at.current.reset();
        }
    }
    if (domain::is_finished(state) && state != ticket_state::no_show) {
        tickets_.erase(id);
    }
}

} // namespace motcua::simulation
