#pragma once
// The rounds of a site: the one being filled, the one in flight, and who waits for which.

#include "server/runtime/outcome.hpp"

#include <vector>

namespace motcua::runtime {

/// Somebody who waits for an outcome.
struct waiter
{
    outcome given;
    std::function<void(outcome)> done;
};

/// What one turn of the event loop brought; a round is one commit. It owns those who wait for it.
struct round
{
    journal::batch rows;
    std::vector<waiter> waiters;
};

/// Which round an event belongs to follows from its seq:
///
///     1 … durable_seq | … last of the flight | … last of the open round
///     durable         | handed to the store  | being filled
///
/// At most one round is in flight. A waiter waits for the last event that its outcome depends on. All on the
/// site's strand.
class rounds
{
public:
    /// The seq of the last durable event.
    std::int64_t durable_seq() const { return durable_seq_; }
    /// The seq of the last event of all.
    std::int64_t last_seq() const;
    bool is_open_empty() const { return open_.rows.empty(); }
    bool is_in_flight() const { return in_flight_; }
    /// Whether no event waits to be stored.
    bool is_all_durable() const { return !in_flight_ && is_open_empty(); }

    /// The rows of the open round, to be added to.
    journal::batch& open() { return open_.rows; }

    /// `done` gets `given` when event `seq` is durable and let_out() runs; `unavailable` instead when it is
    /// lost. 0 is an outcome that depends on no event.
    void wait(std::int64_t seq, outcome given, std::function<void(outcome)> done);

    /// The first answer to the change that ended with event `seq`, which is not durable yet; null if no such
    /// event had an answer.
    const journal::answer* find_answer(std::int64_t seq) const;

    /// The first answer to an offline ticket, where it is not durable yet, and the event to wait for.
    struct pending_offline_answer
    {
        const journal::offline_answer* given = nullptr;
        std::int64_t seq{};
    };
    pending_offline_answer find_offline_answer(const journal::offline_number& number) const;

    /// The open round, which has events, becomes the one in flight, of which there is none. The rows stay
    /// where they are until land() or lose().
    const journal::batch& launch();

    /// The round in flight is stored up to `seq`, its last event.
    void land(std::int64_t seq);

    /// No event that is not durable ever happened: the round in flight and the open one are gone, and those
    /// who wait for them are answered that their outcome is unknown. Returns how many there are.
    std::size_t lose();

    /// Goes on from a state restored from the store; no round is open or in flight.
    void restart(std::int64_t durable_seq);

    /// Answers everybody whose outcome is certain. They may ask again at once: that is for the next time.
    void let_out();
    bool has_certain() const { return !certain_.empty(); }

private:
    std::int64_t last_in_flight() const { return flight_.rows.events.back().seq; }

    round open_;
    round flight_;
    bool in_flight_ = false;
    std::int64_t durable_seq_ = 0;
    std::vector<waiter> certain_;
    std::vector<waiter> spare_; ///< empty; its memory serves the next round
};

} // namespace motcua::runtime
