#pragma once
// Today's tickets with their queue and their tracks, and what each event does to a ticket.

#include "base/bits_map.hpp"
#include "server/domain/calendar/calendar.hpp"
#include "server/domain/settings/settings.hpp"
#include "server/domain/tickets/events.hpp"
#include "server/domain/tickets/queue.hpp"

#include <boost/describe/class.hpp>
#include <deque>
#include <vector>

namespace motcua::domain {

struct event;

/// A ticket_list in plain values.
struct ticket_list_image
{
    std::int64_t last{};
    std::vector<ticket> all;
};
BOOST_DESCRIBE_STRUCT(ticket_list_image, (), (last, all))

class ticket_list
{
public:
    ticket_list() = default;
    explicit ticket_list(ticket_list_image saved);

    ticket_list_image image() const;

    /// The id of the last ticket of this day or one before, as a number; 0 before the first.
    std::int64_t last() const { return last_; }

    /// In issue order; among them those that came today from blocks of days before.
    const std::deque<ticket>& all() const { return all_; }

    const queue& waiting() const { return queue_; }

    /// Null when there is no such ticket today.
    const ticket* find(ticket_id id) const;
    const ticket* find(const track_id& track) const;

    /// A ticket that must be of today.
    const ticket& at(ticket_id id) const;

    /// Those that have a note, in issue order.
    std::vector<ticket_id> with_notes() const;

    void on(const ticket_issued& body, const event& happened, const site_calendar& calendar,
            const site_settings& settings);
    void on(const ticket_logged& body, const event& happened, const site_calendar& calendar,
            const site_settings& settings);
    void on(const ticket_called& body, const event& happened);
    void on(const ticket_recalled& body, const event& happened);
    void on(const ticket_started& body, const event& happened);
    void on(const ticket_finished& body, const event& happened);
    void on(const ticket_no_show& body, const event& happened);
    void on(const ticket_held& body, const event& happened);
    void on(const ticket_resumed& body, const event& happened);
    void on(const ticket_released& body, const event& happened);
    void on(const ticket_transferred& body, const event& happened, const site_settings& settings);
    void on(const ticket_cancelled& body, const event& happened);
    void on(const ticket_priority_set& body, const event& happened);
    void on(const ticket_note_set& body, const event& happened);
    void on(const notes_erased& body);
    void on(const ticket_postponed& body, const event& happened);
    void on(const ticket_closed& body, const event& happened);
    void on(const clock_anchored& body);
    void on(const day_closed& body);

private:
    ticket& edit(ticket_id id);
    ticket& add(ticket issued, const event& happened, const site_calendar& calendar,
                const site_settings& settings);
    void leave_queue_or_hold(ticket& leaving);
    void end_visit(ticket& ending, ticket_state state, visit_outcome outcome, instant now);

    std::int64_t last_{};
    /// Ids follow each other, so a ticket is found by its distance from the first.
    std::deque<ticket> all_;
    base::bits_map<ticket_id> tracks_;
    queue queue_;
};

} // namespace motcua::domain
