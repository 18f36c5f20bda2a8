#pragma once
// Those who came on a played day: their tickets, whom of them a counter calls, and what became of each.

#include "server/rehearsal/commanded_site.hpp"
#include "server/rehearsal/rehearsal.hpp"

namespace motcua::rehearsal {

class line
{
public:
    /// Keeps references to all of them.
    line(commanded_site& site, const site_plan& plan, const day_plan& day, const calling_rule& rule);

    /// Shows `watch` someone who is at the kiosk now, and issues the ticket.
    domain::ticket_id admit(std::size_t person, const watcher& watch);

    /// Whether `at` may call the ticket, which must wait.
    bool may_call(const domain::counter& at, const domain::ticket& waiting) const;

    /// Calls the one whose turn it is by the rule; none: nobody waits for that counter. `calls_since_booked`
    /// is for a rule with an appointment share.
    std::optional<domain::ticket_id> call(const domain::counter_code& counter, int calls_since_booked);

    /// The ticket goes to the end of the line.
    void wait_again(domain::ticket_id ticket) { since_[place_of(ticket)] = site_.now(); }

    std::size_t person_of(domain::ticket_id ticket) const { return people_[place_of(ticket)]; }
    visit& visit_of(domain::ticket_id ticket) { return visits_[person_of(ticket)]; }

    /// In the order of day_plan::people.
    std::vector<visit> take_visits() { return std::move(visits_); }

private:
    std::size_t place_of(domain::ticket_id ticket) const
    {
        return static_cast<std::size_t>(ticket) - first_ticket_;
    }
    void issue(const person_plan& person, const domain::service_code& service, instant due);
    instant due_of(const person_plan& person) const;
    std::optional<domain::ticket_id> choose(const domain::counter& at, int calls_since_booked) const;
    std::optional<domain::ticket_id> first_by_rule(const domain::counter& at) const;
    std::optional<domain::ticket_id> first_late_booking(const domain::counter& at) const;
    void note_overtaken(const domain::counter& at, domain::ticket_id called);
    std::vector<instant> booked_and_waiting() const;
    void forget_booking(std::size_t person);

    commanded_site& site_;
    const site_plan& plan_;
    const day_plan& day_;
    const calling_rule& rule_;
    /// The id of the day's first ticket; the others follow.
    std::size_t first_ticket_;
    /// By the place of the ticket.
    std::vector<std::size_t> people_;
    std::vector<instant> since_;
    std::vector<visit> visits_;
    /// Those of day_plan::bookings that nobody has checked in for, and who comes for each.
    std::vector<domain::expected_booking> bookings_;
    std::vector<std::optional<std::size_t>> comers_;
};

} // namespace motcua::rehearsal
