#include "tests/simulation/checks/visits_check.hpp"

#include <algorithm>

namespace motcua::simulation {

using domain::instant;
using domain::seconds;
using domain::ticket_state;
using domain::visit_outcome;

namespace {

/// As they are shown: the seconds between two instants cut to seconds.
seconds between(instant from, instant to)
{
    return std::chrono::floor<seconds>(to) - std::chrono::floor<seconds>(from);
}

std::string name_of(const journal::visit_row& row)
{
    return "ticket " + row.number + " (" + std::to_string(static_cast<std::int64_t>(row.ticket)) + ")";
}

} // namespace

void visits_check::apply(const domain::event& happened)
{
    std::visit([&](const auto& body) { on(body, happened); }, happened.body);
}

void visits_check::on(const domain::site_configured& body, const domain::event&)
{
    services_ = body.settings.services;
    utc_offset_ = body.utc_offset;
}

void visits_check::on(const domain::utc_offset_changed& body, const domain::event&)
{
    utc_offset_ = body.utc_offset;
}

void visits_check::on(const domain::ticket_issued& body, const domain::event& happened)
{
    auto& issued = visits_.emplace_back();
    issued.row = {.ticket = body.ticket,
                  .number = domain::format_number(body.service, body.number),
                  .day = body.day,
                  .service = body.service,
                  .procedure = body.procedure,
                  .channel = body.channel,
                  .priority = body.priority,
                  .issued_at = body.issued_at,
                  .expected_wait = body.promise.expected,
                  .utc_offset = utc_offset_,
                  .target = target_now(body.service),
                  .promise_state = body.promise.state,
                  .expected_from = body.promise.from,
                  .expected_to = body.promise.to,
                  .track = body.track};
    issued.state = ticket_state::waiting;
    issued.since = body.issued_at;
    issued.waits_from = std::max(body.issued_at, body.ready);
    // Printed while the server was away, perhaps before the clock was set.
    issued.row.unreliable =
        body.issued_at < happened.at && doubted_until_ && body.issued_at < *doubted_until_;
}

/// A slip that came late: it waited until it came, and its visit ends as at the close of its day.
void visits_check::on(const domain::ticket_logged& body, const domain::event& happened)
{
    on(domain::ticket_issued{.ticket = body.ticket,
                             .service = body.service,
                             .number = body.number,
                             .day = body.day,
                             .priority = body.priority,
                             .channel = domain::ticket_channel::kiosk,
                             .procedure = body.procedure,
                             .track = body.track,
                             .issued_at = body.issued_at},
       happened);
    finish(visits_.back(), ticket_state::cancelled, visit_outcome::day_closed, happened.at);
}

void visits_check::on(const domain::ticket_called& body, const domain::event& happened)
{
    auto* called = find(body.ticket);
    if (called == nullptr) {
        return;
    }
    enter(*called, ticket_state::called, happened.at);
    called->row.counter = body.counter;
    called->row.staff = body.staff;
    called->called_at = happened.at;
    called->announced_at = happened.at;
    called->row.first_called_at = called->row.first_called_at.value_or(happened.at);
    ++called->row.calls;
}

void visits_check::on(const domain::ticket_recalled& body, const domain::event& happened)
{
    auto* recalled = find(body.ticket);
    if (recalled == nullptr) {
        return;
    }
    if (body.state == ticket_state::called) {
        ++recalled->row.calls;
        recalled->announced_at = happened.at;
        return;
    }
    enter(*recalled, ticket_state::waiting, happened.at);
    recalled->has_ended = false;
    recalled->row.unreliable = recalled->row.unreliable || recalled->is_doubted_if_back;
    recalled->row.counter.reset();
}

void visits_check::on(const domain::ticket_started& body, const domain::event& happened)
{
    if (auto* started = find(body.ticket)) {
        enter(*started, ticket_state::serving, happened.at);
        begin_service(*started, happened.at);
    }
}

void visits_check::on(const domain::ticket_finished& body, const domain::event& happened)
{
    if (auto* finished = find(body.ticket)) {
        if (finished->state == ticket_state::called) {
            // api: from called, service counts from the last call.
            finished->state = ticket_state::serving;
            begin_service(*finished, *finished->called_at);
        }
        finish(*finished, ticket_state::served, body.outcome, happened.at);
    }
}

void visits_check::on(const domain::ticket_no_show& body, const domain::event& happened)
{
    if (auto* absent = find(body.ticket)) {
        finish(*absent, ticket_state::no_show, visit_outcome::no_show, happened.at);
    }
}

void visits_check::on(const domain::ticket_held& body, const domain::event& happened)
{
    if (auto* set_aside = find(body.ticket)) {
        enter(*set_aside, ticket_state::held, happened.at);
    }
}

void visits_check::on(const domain::ticket_resumed& body, const domain::event& happened)
{
    if (auto* resumed = find(body.ticket)) {
        enter(*resumed, ticket_state::serving, happened.at);
        begin_service(*resumed, happened.at);
    }
}

void visits_check::on(const domain::ticket_released& body, const domain::event& happened)
{
    if (auto* released = find(body.ticket)) {
        enter(*released, ticket_state::waiting, happened.at);
        released->row.counter.reset();
    }
}

void visits_check::on(const domain::ticket_transferred& body, const domain::event& happened)
{
    auto* moved = find(body.ticket);
    if (moved == nullptr) {
        return;
    }
    enter(*moved, ticket_state::waiting, happened.at);
    if (moved->row.service != body.service) {
        moved->row.target = target_now(body.service);
    }
    moved->row.service = body.service;
    moved->row.counter.reset();
    ++moved->row.transfers;
}

void visits_check::on(const domain::ticket_cancelled& body, const domain::event& happened)
{
    if (auto* given_up = find(body.ticket)) {
        finish(*given_up, ticket_state::cancelled, visit_outcome::cancelled, happened.at);
    }
}

void visits_check::on(const domain::ticket_priority_set& body, const domain::event&)
{
    if (auto* looked_at = find(body.ticket)) {
        looked_at->row.priority = body.priority;
    }
}

void visits_check::on(const domain::ticket_closed& body, const domain::event& happened)
{
    if (auto* closed = find(body.ticket)) {
        finish(*closed, body.state, visit_outcome::day_closed, happened.at);
    }
}

/// What goes on across it, or may (a no-show may come back), is not what was lived.
void visits_check::on(const domain::clock_anchored& body, const domain::event&)
{
    doubted_until_ = std::max(body.before, body.after);
    for (auto place = first_today_; place < visits_.size(); ++place) {
        auto& today = visits_[place];
        if (!today.has_ended) {
            today.row.unreliable = true;
        } else if (today.state == ticket_state::no_show) {
            today.is_doubted_if_back = true;
        }
    }
}

void visits_check::on(const domain::day_closed&, const domain::event&) { first_today_ = visits_.size(); }

/// Null for a ticket that the journal does not have: the model reports that.
visits_check::visit* visits_check::find(domain::ticket_id id)
{
    const auto place = static_cast<std::size_t>(id) - 1;
    return place < visits_.size() ? &visits_[place] : nullptr;
}

/// design: the log keeps the target that applied; none where the site has no such service.
std::optional<seconds> visits_check::target_now(const domain::service_code& code) const
{
    for (const auto& service : services_) {
        if (service.code == code) {
            return service.target_minutes;
        }
    }
    return std::nullopt;
}

/// Ends the present stretch: waiting and no-show ones are nobody's, the others their counter's.
void visits_check::enter(visit& moved, ticket_state state, instant now)
{
    const bool is_somebodys = domain::occupies_counter(moved.state) || moved.state == ticket_state::held;
    moved.legs.push_back({.ticket = moved.row.ticket,
                          .n = static_cast<int>(moved.legs.size()) + 1,
                          .kind = moved.state,
                          .service = moved.row.service,
                          .counter = is_somebodys ? moved.row.counter : std::nullopt,
                          .staff = is_somebodys ? moved.row.staff : std::nullopt,
                          .from = moved.since,
                          .to = now});
    const auto lasted = std::max(seconds{0}, between(moved.since, now));
    if (moved.state == ticket_state::serving) {
        moved.in_service += lasted;
    } else if (moved.state == ticket_state::waiting) {
        moved.row.wait_total += lasted;
    }
    moved.state = state;
    moved.since = now;
}

/// api: the wait is to the first call that led to service.
void visits_check::begin_service(visit& starting, instant now)
{
    if (!starting.row.served_from) {
        starting.row.served_from = now;
        starting.row.wait = std::max(seconds{0}, between(starting.waits_from, *starting.called_at));
        starting.row.walk = std::max(seconds{0}, between(*starting.announced_at, now));
    }
}

/// api: service is the sum of the serving legs.
void visits_check::finish(visit& ending, ticket_state state, visit_outcome outcome, instant now)
{
    enter(ending, state, now);
    if (ending.row.served_from) {
        ending.row.served_to = now;
        ending.row.service_time = ending.in_service;
    }
    ending.row.outcome = outcome;
    ending.row.state = state;
    ending.has_ended = true;
}

void visits_check::end(std::span<const journal::visit_row> visits, std::span<const journal::leg_row> legs,
                       findings& found)
{
    for (const auto& row : visits) {
        compare(row, found);
    }
    for (const auto& row : legs) {
        compare(row, found);
    }
    for (const auto& expected : visits_) {
        if (expected.has_ended && !expected.has_row) {
            note(found, name_of(expected.row) + " has ended and left no visit");
        }
        const auto legs_found = static_cast<std::size_t>(std::ranges::count(expected.has_legs, true));
        if (legs_found < expected.legs.size()) {
            note(found, name_of(expected.row) + " left " + std::to_string(legs_found) +
                            " stretches of its visit, of " + std::to_string(expected.legs.size()));
        }
    }
}

void visits_check::compare(const journal::visit_row& row, findings& found)
{
    auto* expected = find(row.ticket);
    if (expected == nullptr || !expected->has_ended) {
        return note(found, name_of(row) + " left a visit and has not ended");
    }
    if (std::exchange(expected->has_row, true)) {
        return note(found, name_of(row) + " left two visits");
    }
    const auto must = [&](bool holds, const char* what) {
        if (!holds) {
            note(found, name_of(expected->row) + " left a visit with another " + what);
        }
    };
    const auto& truth = expected->row;
    must(row.number == truth.number, "number");
    must(row.day == truth.day, "day");
    must(row.service == truth.service, "service");
    must(row.procedure == truth.procedure, "procedure");
    must(row.channel == truth.channel, "channel");
    must(row.priority == truth.priority, "priority");
    must(row.issued_at == truth.issued_at, "moment of issue");
    must(row.first_called_at == truth.first_called_at, "first call");
    must(row.served_from == truth.served_from, "begin of service");
    must(row.served_to == truth.served_to, "end of service");
    must(row.counter == truth.counter, "counter");
    must(row.staff == truth.staff, "member of staff");
    must(row.calls == truth.calls, "number of calls");
    must(row.wait == truth.wait, "wait");
    must(row.service_time == truth.service_time, "service time");
    must(row.transfers == truth.transfers, "number of transfers");
    must(row.outcome == truth.outcome, "outcome");
    must(row.expected_wait == truth.expected_wait && row.expected_from == truth.expected_from &&
             row.expected_to == truth.expected_to && row.promise_state == truth.promise_state,
         "promise");
    must(row.wait_total == truth.wait_total, "sum of waits");
    must(row.walk == truth.walk, "walk");
    must(row.unreliable == truth.unreliable, "reliability");
    must(row.state == truth.state, "end");
    must(row.utc_offset == truth.utc_offset, "offset of local time");
    must(row.target == truth.target, "target");
    must(row.track == truth.track, "track");
}

void visits_check::compare(const journal::leg_row& row, findings& found)
{
    auto* expected = find(row.ticket);
    const auto place = static_cast<std::size_t>(row.n) - 1;
    if (expected == nullptr || place >= expected->legs.size()) {
        return note(found, "ticket " + std::to_string(static_cast<std::int64_t>(row.ticket)) +
                               " left a stretch " + std::to_string(row.n) + " that it did not have");
    }
    expected->has_legs.resize(expected->legs.size());
    if (expected->has_legs[place]) {
        return note(found, name_of(expected->row) + " left stretch " + std::to_string(row.n) + " twice");
    }
    expected->has_legs[place] = true;
    const auto& truth = expected->legs[place];
    const bool is_right = row.kind == truth.kind && row.service == truth.service &&
                          row.counter == truth.counter && row.staff == truth.staff &&
                          row.from == truth.from && row.to == truth.to;
    if (!is_right) {
        note(found,
             name_of(expected->row) + " left a stretch " + std::to_string(row.n) + " that is not as it was");
    }
}

} // namespace motcua::simulation
