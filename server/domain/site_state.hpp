#pragma once
// What is alive at a site: today's tickets, counters, leases, remembered keys. Changed by apply() alone.

#include "base/bits_map.hpp"
#include "server/domain/commands.hpp"
#include "server/domain/tickets/queue.hpp"

#include <deque>
#include <map>

namespace motcua::domain {

/// Keys of changes are remembered this long (the interface promises 48 h).
constexpr std::chrono::hours keys_kept{48};

/// A block is known this long after its day: a kiosk that was away may still bring what it printed then.
constexpr std::chrono::days blocks_kept{31};

/// The service time is the median of this many visits; the oldest gives way to each new one.
constexpr std::size_t service_times_kept = 15;

struct remembered_key
{
    request_key key;
    /// By the clock of now: moved along where it was set anew.
    instant at;
    std::int64_t seq{};
};
BOOST_DESCRIBE_STRUCT(remembered_key, (), (key, at, seq))

struct series
{
    service_code service;
    /// The last number given today by the main count; 0 before the first.
    int last_number{};
    std::vector<seconds> service_times;
    /// Their median; follows from them, so it is in no image.
    seconds service_time{};

    void note(std::vector<seconds> times);
};
BOOST_DESCRIBE_STRUCT(series, (), (service, last_number, service_times))

/// All of a state in plain values, from which it can be rebuilt: the body of a snapshot.
struct site_image
{
    std::int64_t seq{};
    instant at;
    site_settings settings;
    std::optional<local_day> day;
    std::int64_t last_ticket{};
    std::int64_t last_block{};
    instant clock_doubted_until;
    std::vector<ticket> tickets;
    std::vector<counter> counters;
    std::vector<number_block> blocks;
    std::vector<series> numbers;
    std::vector<remembered_key> keys;
};
BOOST_DESCRIBE_STRUCT(site_image, (),
                      (seq, at, settings, day, last_ticket, last_block, clock_doubted_until, tickets,
                       counters, blocks, numbers, keys))

class site_state
{
public:
    site_state() = default;
    explicit site_state(site_image image);

    /// Takes over what `happened`; its seq must be the next one.
    void apply(const event& happened);

    std::int64_t seq() const { return seq_; }
    /// The time of the last event: the site's time never runs back behind it, except at an anchor.
    instant last_event_at() const { return at_; }
    const site_settings& settings() const { return settings_; }
    std::optional<local_day> day() const { return day_; }
    std::int64_t last_ticket() const { return last_ticket_; }
    std::int64_t last_block() const { return last_block_; }

    /// Null when there is no such ticket today.
    const ticket* find(ticket_id id) const;
    const ticket* find(const track_id& track) const;
    const counter* find_counter(const counter_code& code) const;
    const number_block* find_block(block_id id) const;

    /// Today's tickets in issue order; among them those that came today from blocks of days before.
    const std::deque<ticket>& tickets() const { return tickets_; }
    const std::vector<counter>& counters() const { return counters_; }
    const std::map<block_id, number_block>& blocks() const { return blocks_; }
    const queue& waiting() const { return queue_; }

    /// The last number that the main count of `service` gave today; 0 before the first.
    int last_number(const service_code& service) const;
    /// How long a visit for `service` takes: the median of the last ones.
    seconds service_time(const service_code& service) const;

    /// The change that was made under this caller's key in the last 48 h; null if there is none.
    const remembered_key* find_key(const std::array<std::uint8_t, 16>& key) const;

    /// The changes that are remembered, in the order of their seq.
    const std::deque<remembered_key>& keys() const { return keys_; }

    /// The event of the oldest key that is remembered; without one, the event to come.
    std::int64_t keys_begin() const { return keys_.empty() ? seq_ + 1 : keys_.front().seq; }

    site_image image() const;

private:
    void on(const site_configured& body, const event& happened);
    void on(const clock_anchored& body, const event& happened);
    void on(const day_opened& body, const event& happened);
    void on(const day_closed& body, const event& happened);
    void on(const ticket_issued& body, const event& happened);
    void on(const ticket_called& body, const event& happened);
    void on(const ticket_recalled& body, const event& happened);
    void on(const ticket_started& body, const event& happened);
    void on(const ticket_finished& body, const event& happened);
    void on(const ticket_no_show& body, const event& happened);
    void on(const ticket_held& body, const event& happened);
    void on(const ticket_resumed& body, const event& happened);
    void on(const ticket_transferred& body, const event& happened);
    void on(const ticket_cancelled& body, const event& happened);
    void on(const ticket_closed& body, const event& happened);
    void on(const counter_opened& body, const event& happened);
    void on(const counter_paused& body, const event& happened);
    void on(const counter_closed& body, const event& happened);
    void on(const block_leased& body, const event& happened);
    void on(const ticket_logged& body, const event& happened);

    ticket& at(ticket_id id);
    counter& at(const counter_code& code);
    series& numbers_of(const service_code& service);
    void leave_place(ticket& leaving, instant now);
    void end_visit(ticket& ending, ticket_state state, visit_outcome outcome, instant now);
    void remember(const event& happened);

    std::int64_t seq_{};
    instant at_{};
    site_settings settings_;
    std::optional<local_day> day_;
    std::int64_t last_ticket_{};
    std::int64_t last_block_{};
    /// The later of the two times of the last anchor: what claims an earlier time may be from before it.
    instant clock_doubted_until_{};
    /// Ids follow each other, so a ticket is found by its distance from the first.
    std::deque<ticket> tickets_;
    base::bits_map<ticket_id> tracks_;
    std::vector<counter> counters_;
    std::map<block_id, number_block> blocks_;
    std::vector<series> numbers_;
    queue queue_;
    std::deque<remembered_key> keys_;
    base::bits_map<std::size_t> key_index_;
    std::size_t keys_forgotten_{};
};

} // namespace motcua::domain
