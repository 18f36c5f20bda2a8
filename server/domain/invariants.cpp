#include "server/domain/invariants.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace motcua::domain {

namespace {

std::string name(const ticket& one) { return "ticket " + std::to_string(static_cast<std::int64_t>(one.id)); }

std::string name(block_id id) { return "block " + std::to_string(static_cast<std::int64_t>(id)); }

/// Collects what is wrong.
class findings
{
public:
    void must(bool holds, const std::string& subject, const char* what)
    {
        if (!holds) {
            found_.push_back(subject + " " + what);
        }
    }

    std::vector<std::string> take() { return std::move(found_); }

private:
    std::vector<std::string> found_;
};

/// Today's tickets follow each other without a gap, and are of today but for those from a block of a day
/// before.
void check_order(findings& found, const site_state& state)
{
    auto expected =
        static_cast<std::int64_t>(state.last_ticket()) - static_cast<std::int64_t>(state.tickets().size());
    for (const auto& one : state.tickets()) {
        found.must(static_cast<std::int64_t>(one.id) == ++expected, name(one), "is out of its order");
        const bool came_late = one.block && state.day() > one.day && one.outcome == visit_outcome::day_closed;
        found.must(state.day() == one.day || came_late, name(one), "is not of the day that is open");
    }
}

/// Where numbers start anew only the live ones are told apart.
void check_numbers(findings& found, const site_state& state)
{
    std::set<std::tuple<local_day, service_code, int>> used;
    std::set<track_id> tracks;
    for (const auto& one : state.tickets()) {
        const auto* service = find_service(state.settings(), one.series);
        const bool comes_again = service != nullptr && service->range.has_value();
        if (!comes_again || !is_finished(one.state)) {
            found.must(used.emplace(one.day, one.series, one.number).second, name(one),
                       "has a number given before");
        }
        if (!one.block && !comes_again) {
            found.must(one.number <= state.last_number(one.series), name(one),
                       "has a number that the count has not reached");
        }
        found.must(one.number > 0, name(one), "has no number");
        found.must(tracks.insert(one.track).second, name(one), "has the track id of another");
    }
}

/// Waiting in its queue, or called or in service at its counter, or held by it, or finished.
void check_place(findings& found, const site_state& state, const ticket& one)
{
    const bool queued = state.waiting().holds(one);
    const auto* at = one.counter ? state.find_counter(*one.counter) : nullptr;
    const bool standing = at != nullptr && at->current == one.id;
    const bool waits = one.state == ticket_state::waiting;
    found.must(queued == waits, name(one), waits ? "waits in no queue" : "is queued and does not wait");
    found.must(standing == occupies_counter(one.state), name(one),
               standing ? "stands at a counter and is neither called nor served"
                        : "is called or served and stands at no counter");
    const bool held = one.state == ticket_state::held;
    found.must(held == one.held_since.has_value(), name(one), "is held from no moment, or not held from one");
    found.must(!held || at != nullptr, name(one), "is held by no counter");
    found.must(is_finished(one.state) == one.outcome.has_value(), name(one),
               "has an outcome and goes on, or has ended without one");
    found.must(!one.served_to || one.served_from, name(one), "was served to a moment but from none");
}

void check_counters(findings& found, const site_state& state)
{
    std::set<ticket_id> standing;
    for (const auto& at : state.counters()) {
        if (!at.current) {
            continue;
        }
        const auto* current = state.find(*at.current);
        const auto subject = "counter " + at.code;
        found.must(standing.insert(*at.current).second, subject, "has the ticket of another counter");
        found.must(current != nullptr && occupies_counter(current->state) && current->counter == at.code,
                   subject, "has a ticket that is elsewhere");
    }
}

/// Issued = waiting + at counters + held + finished, of which the queues know only the first.
void check_totals(findings& found, const site_state& state)
{
    for (const auto& service : state.settings().services) {
        const auto waiting = std::ranges::count_if(state.tickets(), [&](const ticket& one) {
            return one.state == ticket_state::waiting && one.service == service.code;
        });
        found.must(state.waiting().waiting(service.code) == waiting, "service " + service.code,
                   "queues another number of tickets than wait for it");
    }
}

void check_blocks(findings& found, const site_state& state)
{
    const auto& blocks = state.blocks();
    for (auto one = blocks.begin(); one != blocks.end(); ++one) {
        const auto& block = one->second;
        const std::set<int> used(block.used.begin(), block.used.end());
        found.must(used.size() == block.used.size(), name(block.id), "gave a number twice");
        found.must(used.empty() || (block.first <= *used.begin() && *used.rbegin() <= block.last),
                   name(block.id), "gave a number that it does not have");
        for (auto other = std::next(one); other != blocks.end(); ++other) {
            const bool apart = block.service != other->second.service || block.day != other->second.day ||
                               block.last < other->second.first || other->second.last < block.first;
            found.must(apart, name(block.id), "has numbers that are leased to another");
        }
    }
}

using enum ticket_state;

// The way of a ticket: whether an event of each kind leads on from a state.
bool leads_on(const ticket_called&, ticket_state from) { return from == waiting; }
bool leads_on(const ticket_started&, ticket_state from) { return from == called; }
bool leads_on(const ticket_finished&, ticket_state from) { return from == serving; }
bool leads_on(const ticket_no_show&, ticket_state from) { return from == called; }
bool leads_on(const ticket_held&, ticket_state from) { return occupies_counter(from); }
bool leads_on(const ticket_resumed&, ticket_state from) { return from == held; }
bool leads_on(const ticket_transferred&, ticket_state from) { return !is_finished(from); }
bool leads_on(const ticket_closed&, ticket_state from) { return !is_finished(from); }

bool leads_on(const ticket_cancelled&, ticket_state from)
{
    return from == waiting || from == called || from == held;
}

/// Announced again while called, or back from a no-show.
bool leads_on(const ticket_recalled& body, ticket_state from)
{
    return from == (body.state == waiting ? no_show : called);
}

bool is_free(const site_state& state, const std::optional<counter_code>& code)
{
    const auto* at = code ? state.find_counter(*code) : nullptr;
    return at != nullptr && !at->current;
}

/// Whether a ticket may come from a block.
std::string why_not(const site_state& state, block_id id, int number, local_day day)
{
    const auto* block = state.find_block(id);
    if (block == nullptr) {
        return "issues a ticket from an unknown block";
    }
    if (number < block->first || number > block->last || std::ranges::count(block->used, number) > 0) {
        return "issues a number that the block does not have, or not any more";
    }
    return block->day == day ? "" : "issues a ticket of another day than its block's";
}

std::string why_not(const site_state& state, const ticket_issued& body)
{
    if (static_cast<std::int64_t>(body.ticket) != state.last_ticket() + 1) {
        return "issues a ticket out of order";
    }
    if (state.day() != body.day) {
        return "issues a ticket for a day that is not open";
    }
    if (find_service(state.settings(), body.service) == nullptr) {
        return "issues a ticket for an unknown service";
    }
    return body.block ? why_not(state, *body.block, body.number, body.day) : "";
}

std::string why_not(const site_state& state, const ticket_logged& body)
{
    if (static_cast<std::int64_t>(body.ticket) != state.last_ticket() + 1) {
        return "issues a ticket out of order";
    }
    return why_not(state, body.block, body.number, body.day);
}

/// Any other event of a ticket.
template <class Body>
requires requires(const Body& body) { body.ticket; }
std::string why_not(const site_state& state, const Body& body)
{
    const auto* one = state.find(body.ticket);
    if (one == nullptr) {
        return "is about a ticket that is not of today";
    }
    if (!leads_on(body, one->state)) {
        return "cannot follow for a ticket that is " + name_of(one->state);
    }
    if constexpr (std::same_as<Body, ticket_called>) {
        return is_free(state, body.counter) ? "" : "calls to a counter that is unknown or has a ticket";
    }
    if constexpr (std::same_as<Body, ticket_resumed>) {
        return is_free(state, one->counter) ? "" : "resumes at a counter that is unknown or has a ticket";
    }
    return {};
}

/// Any event of a counter.
template <class Body>
requires requires(const Body& body)
{
    body.counter;
} &&(!requires(const Body& body) { body.ticket; })std::string
    why_not(const site_state& state, const Body& body)
{
    return state.find_counter(body.counter) != nullptr ? "" : "is about an unknown counter";
}

std::string why_not(const site_state&, const site_configured&) { return {}; }

std::string why_not(const site_state&, const clock_anchored&) { return {}; }

std::string why_not(const site_state& state, const day_opened&)
{
    return state.day() ? "opens a day before the last is closed" : "";
}

std::string why_not(const site_state& state, const day_closed& body)
{
    if (state.day() != body.day) {
        return "closes a day that is not open";
    }
    const auto ended = [](const ticket& one) { return is_finished(one.state); };
    return std::ranges::all_of(state.tickets(), ended) ? "" : "closes a day with tickets that are alive";
}

std::string why_not(const site_state& state, const block_leased& body)
{
    if (static_cast<std::int64_t>(body.block) != state.last_block() + 1) {
        return "leases a block out of order";
    }
    return state.day() <= body.day ? "" : "leases a block of a day that is over";
}

} // namespace

std::vector<std::string> broken_invariants(const site_state& state)
{
    findings found;
    check_order(found, state);
    check_numbers(found, state);
    for (const auto& one : state.tickets()) {
        check_place(found, state, one);
    }
    check_counters(found, state);
    check_totals(found, state);
    check_blocks(found, state);
    return found.take();
}

std::string broken_step(const site_state& state, const event& next)
{
    if (next.seq != state.seq() + 1) {
        return "does not follow event " + std::to_string(state.seq());
    }
    if (next.at < state.last_event_at() && !std::holds_alternative<clock_anchored>(next.body)) {
        return "is earlier than the one before it";
    }
    return std::visit([&](const auto& body) { return why_not(state, body); }, next.body);
}

} // namespace motcua::domain
