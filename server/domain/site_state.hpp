#pragma once
// What is alive at a site, in parts: settings, calendar, tickets, counters, numbers, blocks of numbers,
// officers, devices, appointments, remembered keys. Changed by apply() alone, which hands each event to the
// parts that it concerns.

#include "server/domain/appointments/appointment_list.hpp"
#include "server/domain/calendar/calendar.hpp"
#include "server/domain/counters/counters.hpp"
#include "server/domain/devices/devices.hpp"
#include "server/domain/events.hpp"
#include "server/domain/forecast/learned.hpp"
#include "server/domain/intake/suspensions.hpp"
#include "server/domain/number_blocks/number_blocks.hpp"
#include "server/domain/ratings/ratings.hpp"
#include "server/domain/remembered_keys.hpp"
#include "server/domain/staff/staff.hpp"
#include "server/domain/tickets/series.hpp"
#include "server/domain/tickets/ticket_list.hpp"

#include <boost/describe/class.hpp>
#include <vector>

namespace motcua::domain {

/// All of a state in plain values, from which it can be rebuilt: the body of a snapshot. A snapshot of
/// another shape cannot be read; the reader then ignores it and replays the events, which lead to the same
/// state.
struct site_image
{
    std::int64_t seq{};
    instant at;
    site_settings settings;
    int settings_version{};
    site_calendar calendar;
    ticket_list_image tickets;
    std::vector<counter> counters;
    block_list_image blocks;
    std::vector<suspension> suspensions;
    staff_list_image staff;
    std::vector<device> devices;
    appointment_list_image appointments;
    rating_list_image ratings;
    std::vector<series> numbers;
    domain::learned learned;
    std::vector<remembered_key> keys;
};
BOOST_DESCRIBE_STRUCT(site_image, (),
                      (seq, at, settings, settings_version, calendar, tickets, counters, blocks, suspensions,
                       staff, devices, appointments, ratings, numbers, learned, keys))

class site_state
{
public:
    site_state() = default;
    explicit site_state(site_image image);

    site_image image() const;

    /// Takes over `happened`, which must be an event that may follow (broken_step() is empty): the process
    /// ends where a requirement does not hold.
    void apply(const event& happened);

    std::int64_t seq() const { return seq_; }
    /// The time of the last event: the site's time never runs back behind it, except at an anchor.
    instant last_event_at() const { return at_; }
    const site_settings& settings() const { return settings_; }
    std::optional<local_day> day() const { return calendar_.day; }
    /// Of local time, when the last event happened.
    minutes utc_offset() const { return calendar_.utc_offset; }
    /// How often the settings were set.
    int settings_version() const { return settings_version_; }
    std::int64_t last_ticket() const { return tickets_.last(); }
    std::int64_t last_block() const { return blocks_.last(); }

    /// Null when there is no such ticket today.
    const ticket* find(ticket_id id) const { return tickets_.find(id); }
    const ticket* find(const track_id& track) const { return tickets_.find(track); }
    const counter* find_counter(const counter_code& code) const { return counters_.find(code); }
    const number_block* find_block(block_id id) const { return blocks_.find(id); }

    /// A ticket that must be of today.
    const ticket& at(ticket_id id) const { return tickets_.at(id); }

    /// Today's tickets in issue order; among them those that came today from blocks of days before.
    const std::deque<ticket>& tickets() const { return tickets_.all(); }
    /// Those of them that have a note.
    std::vector<ticket_id> tickets_with_notes() const { return tickets_.with_notes(); }
    const std::vector<counter>& counters() const { return counters_.all(); }
    const std::map<block_id, number_block>& blocks() const { return blocks_.all(); }
    const std::vector<suspension>& suspensions() const { return suspensions_.all(); }
    /// That of exactly `service`, or of the site; null where there is none that counts at `now`.
    const suspension* find_suspension(const std::optional<service_code>& service, instant now) const
    {
        return suspensions_.find(service, now);
    }
    const queue& waiting() const { return tickets_.waiting(); }
    const staff_list& staff() const { return staff_; }
    const device_list& devices() const { return devices_; }
    const appointment_list& appointments() const { return appointments_; }
    const rating_list& ratings() const { return ratings_; }

    /// The last number that the main count of `service` gave today; 0 before the first.
    int last_number(const service_code& service) const { return numbers_.last_number(service); }

    /// What the forecast has learned of the site.
    const learned& known() const { return known_; }

    /// The change that was made under this key in the last 48 h; null if there is none.
    const remembered_key* find_key(const base::bits128& key) const { return keys_.find(key); }

    /// The changes that are remembered, in the order of their seq.
    const std::deque<remembered_key>& keys() const { return keys_.all(); }

    /// The seq of the oldest key that is remembered; without one, that of the next event.
    std::int64_t keys_begin() const { return keys().empty() ? seq_ + 1 : keys().front().seq; }

private:
    template <class Body>
    void hand_out(const Body& body, const event& happened);
    template <class Body>
    void change_ticket(const Body& body, const event& happened);

    std::int64_t seq_{};
    instant at_{};
    site_settings settings_;
    int settings_version_ = 0;
    site_calendar calendar_;
    ticket_list tickets_;
    counter_list counters_;
    block_list blocks_;
    suspension_list suspensions_;
    staff_list staff_;
    device_list devices_;
    appointment_list appointments_;
    rating_list ratings_;
    series_list numbers_;
    learned known_;
    remembered_keys keys_;
};

} // namespace motcua::domain
