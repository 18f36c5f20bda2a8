#pragma once
// Which times can be booked. Slots begin on a grid inside the hours of working days; a place is free while,
// at every moment of the visit, fewer visits are booked or held than the service has places.

#include "server/domain/appointments/appointment.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/commands.hpp"
#include "server/domain/settings/settings.hpp"

#include <optional>
#include <vector>

namespace motcua::domain {

class site_state;

struct slot
{
    instant start;
    instant end;
    /// What the asker may book, taken or not, and how much of it is free.
    int capacity{};
    int free{};
};

/// What is to be booked, and by whom: officers have places of their own.
struct wished_visit
{
    const service_settings& service;
    /// That of the procedure; none: of a slot.
    std::optional<minutes> length{};
    bool by_officer = false;
};

/// Places that do not count: what a move or a booking with a hold frees first.
struct freed_place
{
    std::optional<appointment_id> appointment{};
    std::optional<hold_id> hold{};
};

/// A visit that takes a place.
struct busy_time
{
    instant from;
    instant to;
    bool is_officers{};
};

/// The slots of one service, as they are at one moment.
class slot_book
{
public:
    /// All that is referred to must outlive it.
    slot_book(const site_state& state, const wished_visit& visit, const time_zone& zone, instant now,
              freed_place freed = {});

    /// The slots of local days `first` to `last` that may be booked by time, free or full, in order.
    std::vector<slot> slots(local_day first, local_day last) const;

    /// The slot at `start`. Refused as `not_a_slot` with the reason, or `slot_full` with the first one that
    /// is free.
    boost::system::result<slot, refusal> slot_at(instant start) const;

    /// The first slot at or after `from` with a free place; none inside the horizon.
    std::optional<slot> first_free(instant from) const;

    /// From now on the visit counts there, although no event says so yet.
    void take(const slot& taken);

private:
    /// All of the day, or the one that starts at `only`.
    std::vector<slot> slots_of(local_day day, std::optional<instant> only = {}) const;
    std::vector<busy_time> busy_on(local_day day) const;
    void count_places(slot& found, const appointment_settings& rules,
                      const std::vector<busy_time>& busy) const;
    bool is_closed(const slot& found) const;
    /// Why nothing can be booked at `start` whatever is free; null when it can.
    const char* why_never(instant start) const;

    const site_state& state_;
    wished_visit visit_;
    const time_zone& zone_;
    instant now_;
    freed_place freed_;
    std::vector<busy_time> taken_;
};

/// The rules for appointments of `service`, where weekdays do not matter.
const appointment_settings& rules_of(const site_settings& settings, const service_settings& service);

/// The rules for appointments of `service` on a weekday.
appointment_settings rules_on(const site_settings& settings, const service_settings& service,
                              std::chrono::weekday day);

/// The hours of `day` in which visits can be booked, those that touch as one: none on a day off.
day_hours bookable_hours(const site_settings& settings, const service_settings& service,
                         const appointment_settings& rules, local_day day);

/// How many places citizens and officers together can book of a slot.
int bookable_places(const appointment_settings& rules);

/// The most visits at one moment of `busy` between `from` and `to`.
int most_at_once(const std::vector<busy_time>& busy, instant from, instant to);

/// The first free slot of `service` for citizens; none where nothing can be booked.
std::optional<instant> first_free_slot(const site_state& state, const service_settings& service,
                                       const time_zone& zone, instant now);

} // namespace motcua::domain
