#include "tests/simulation/world/site_watch.hpp"

#include <algorithm>

namespace motcua::simulation {

void site_watch::applied(const domain::event& happened, const domain::site_state& state)
{
    check_order(happened);
    seq_ = happened.seq;
    at_ = happened.at;
    if (const auto id = domain::ticket_of(happened.body)) {
        const auto* moved = state.find(*id);
        if (moved == nullptr) {
            broken_("event " + std::to_string(happened.seq) +
                    " is about a ticket that the state does not have");
        } else {
            check_place(*moved, state);
        }
    }
    next_.applied(happened, state);
}

void site_watch::durable(std::int64_t seq)
{
    if (seq < durable_seq_ || seq > seq_) {
        broken_("event " + std::to_string(seq) + " is durable after event " + std::to_string(durable_seq_) +
                ", and " + std::to_string(seq_) + " is the last that happened");
    }
    durable_seq_ = seq;
    durable_(seq);
    next_.durable(seq);
}

void site_watch::rebuilt(const domain::site_state& state)
{
    seq_ = durable_seq_ = state.seq();
    at_ = state.last_event_at();
    durable_(state.seq());
    next_.rebuilt(state);
}

void site_watch::check_order(const domain::event& happened)
{
    const auto name = "event " + std::to_string(happened.seq);
    if (happened.seq != seq_ + 1) {
        broken_(name + " comes after event " + std::to_string(seq_));
    }
    if (happened.at < at_ && !std::holds_alternative<domain::clock_anchored>(happened.body)) {
        broken_(name + " is earlier than the one before it");
    }
}

void site_watch::check_place(const domain::ticket& moved, const domain::site_state& state)
{
    const auto name = "ticket " + domain::format_number(moved.series, moved.number);
    if (state.waiting().holds(moved) != (moved.state == domain::ticket_state::waiting)) {
        broken_(name + " waits and is in no queue, or is in one and does not wait");
    }
    const auto has_it = [&](const domain::counter& at) { return at.current == moved.id; };
    const auto counters = std::ranges::count_if(state.counters(), has_it);
    if (counters != (domain::occupies_counter(moved.state) ? 1 : 0)) {
        broken_(name + " is at " + std::to_string(counters) + " counters");
    }
}

} // namespace motcua::simulation
