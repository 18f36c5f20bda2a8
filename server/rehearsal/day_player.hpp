#pragma once
// One day of a hall, played: people arrive, counters open, call, serve, pause and end.

#include "server/rehearsal/line.hpp"
#include "server/rehearsal/schedule.hpp"

#include <deque>

namespace motcua::rehearsal {

class day_player
{
public:
    /// Keeps references to all of them.
    day_player(domain::site_state& state, const site_plan& site, const day_plan& day,
               const calling_rule& rule, const watcher& watch);

    /// Plays the day to its end. Called once. The visits are in the order of day_plan::people.
    std::vector<visit> play();

private:
    enum class occupation
    {
        away, ///< closed
        idle,
        reacting, ///< idle, and has just seen a newcomer
        busy,
        resting, ///< between a visit and the next call
        paused
    };

    /// An officer at a counter.
    struct officer
    {
        std::size_t place{};
        domain::counter_code code;
        const counter_day* plan{};
        const shift_plan* shift{};
        occupation does = occupation::away;
        /// Pauses of the shift that were taken.
        std::size_t pauses = 0;
        int calls_since_booked = 0;
        /// Tickets on hold here whose citizens are back.
        std::deque<domain::ticket_id> returned;
        /// A step that was planned under another number is void.
        std::uint64_t step = 0;
    };

    /// How far a ticket is.
    struct progress
    {
        std::size_t leg = 0;
        /// Of the present leg, what is not yet served.
        double left = 1;
        std::size_t calls = 0;
    };

    /// The next thing that `who` does, unless something else comes first.
    void then(officer& who, duration after, void (day_player::*what)(officer&));
    void then(officer& who, duration after, domain::ticket_id ticket,
              void (day_player::*what)(officer&, domain::ticket_id));

    void arrive(std::size_t person);
    void begin_shift(officer& who, const shift_plan& shift);
    void end_shift(officer& who);
    void close(officer& who);
    /// The counter is free: pause, go on with somebody who is back, call somebody, or wait for one.
    void turn(officer& who);
    bool take_pause(officer& who);
    void end_pause(officer& who);
    bool go_on(officer& who);
    void call(officer& who);
    void give_up(officer& who, domain::ticket_id ticket);
    void start(officer& who, domain::ticket_id ticket);
    void serve(officer& who, domain::ticket_id ticket);
    void hold(officer& who, domain::ticket_id ticket);
    void finish(officer& who, domain::ticket_id ticket);
    void transfer(domain::ticket_id ticket, const leg_plan& next);
    /// Until the next turn, as `ended` says.
    void rest(officer& who, const leg_plan& ended);

    void come_back_from_hold(officer& who, domain::ticket_id ticket);
    void come_back_from_no_show(domain::ticket_id ticket);
    /// Idle counters see that a ticket waits.
    void notice(domain::ticket_id ticket);

    /// Now, or later on this day.
    bool will_be_open(const officer& who) const;
    const officer& officer_at(const domain::counter_code& code) const;
    const officer* find_reserved(std::size_t service, double share) const;
    const person_plan& person_of(domain::ticket_id ticket) const
    {
        return day_.people[line_.person_of(ticket)];
    }
    const leg_plan& leg_of(domain::ticket_id ticket) const;
    progress& progress_of(domain::ticket_id ticket) { return progress_[line_.person_of(ticket)]; }

    const site_plan& plan_;
    const day_plan& day_;
    const watcher& watch_;
    commanded_site site_;
    line line_;
    schedule schedule_;
    std::vector<officer> officers_;
    /// By person.
    std::vector<progress> progress_;
};

} // namespace motcua::rehearsal
