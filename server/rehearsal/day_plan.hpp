#pragma once
// A day of a hall before anybody called anybody: who comes when and with what needs, and when the counters
// are open. Plain values that name no calling rule, so that every rule meets the same day.

#include "server/rehearsal/site_plan.hpp"

#include <optional>
#include <vector>

namespace motcua::rehearsal {

using domain::instant;

/// A stop in the middle of a service: a document must be fetched.
struct hold_plan
{
    /// How much of the service comes before it, 0 to 1.
    double after{};
    duration away{};

    friend bool operator==(const hold_plan&, const hold_plan&) = default;
};

/// What a transfer to the next leg asks for.
struct transfer_plan
{
    bool keep_place{};
    /// To one counter, which is drawn from those that serve it by this share of them; none: to all of them.
    std::optional<double> reserved;

    friend bool operator==(const transfer_plan&, const transfer_plan&) = default;
};

/// One service of a visit. A visit has one, or two with a transfer between them.
struct leg_plan
{
    /// Its place in site_plan::services.
    std::size_t service{};
    /// From the call to the counter.
    duration walk{};
    /// By an officer of pace 1.
    duration length{};
    std::optional<hold_plan> hold;
    /// How long the counter stays free afterwards, over what is usual there, and what is added to that.
    double gap{};
    duration long_gap{};
    /// How it came from the leg before; the first leg has none.
    std::optional<transfer_plan> transfer;

    friend bool operator==(const leg_plan&, const leg_plan&) = default;
};

/// What a call may meet.
struct call_plan
{
    /// Nobody comes if this is below the chance of a no-show.
    double luck = 1;
    /// When the officer gives up.
    duration seen_after{};
    /// When the citizen asks to be called again; none: never.
    std::optional<duration> comes_back;

    friend bool operator==(const call_plan&, const call_plan&) = default;
};

struct person_plan
{
    instant arrives;
    domain::priority_class priority{};
    /// The start of an appointment that holds; who is too late for it comes as anybody else.
    std::optional<instant> booked;
    std::vector<leg_plan> legs;
    /// Of the first calls, in order; all later ones are heard.
    std::vector<call_plan> calls;

    friend bool operator==(const person_plan&, const person_plan&) = default;
};

struct booking_plan
{
    /// Its place in site_plan::services.
    std::size_t service{};
    instant start;
    /// Who comes for it, as a place in day_plan::people; none: nobody does.
    std::optional<std::size_t> person;

    friend bool operator==(const booking_plan&, const booking_plan&) = default;
};

struct pause_plan
{
    instant from;
    duration length{};

    friend bool operator==(const pause_plan&, const pause_plan&) = default;
};

/// A half of a counter's day, as it is worked.
struct shift_plan
{
    instant from;
    instant to;
    /// In order; a pause waits until the counter is free.
    std::vector<pause_plan> pauses;

    friend bool operator==(const shift_plan&, const shift_plan&) = default;
};

struct counter_day
{
    std::vector<shift_plan> shifts;
    /// Of its officer on this day.
    double pace = 1;
    duration mean_gap{};

    friend bool operator==(const counter_day&, const counter_day&) = default;
};

struct day_plan
{
    /// For what is drawn as the day goes: which idle counter is the first to see a newcomer.
    std::uint64_t seed{};
    domain::local_day day;
    /// In the order in which they arrive.
    std::vector<person_plan> people;
    std::vector<booking_plan> bookings;
    /// As in site_plan::counters.
    std::vector<counter_day> counters;

    friend bool operator==(const day_plan&, const day_plan&) = default;
};

/// The `number`th working day of the hall, from 1. Source of the figures: docs/rules_bench.md.
day_plan make_day(const site_plan& site, int number);

/// The chance that nobody comes to a call after `waited`: 3 %, rising to 8 % after an hour.
double no_show_chance(duration waited);

} // namespace motcua::rehearsal
