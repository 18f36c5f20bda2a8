#pragma once
// Whether the wait-time log is what the events say: which visits ended and how, how long each stretch of them
// was, and which cannot be relied on.

#include "server/journal/rows.hpp"
#include "tests/simulation/checks/findings.hpp"

#include <span>

namespace motcua::simulation {

class visits_check
{
public:
    void apply(const domain::event& happened);

    /// After the last event: compares with the rows of the tables, which may come in any order.
    void end(std::span<const journal::visit_row> visits, std::span<const journal::leg_row> legs,
             findings& found);

private:
    struct visit
    {
        journal::visit_row row; ///< as it will be when the visit ends
        domain::ticket_state state{};
        bool has_ended = false;
        bool is_doubted_if_back = false; ///< a no-show across whose absence the clock was set
        domain::instant since;           ///< of the present stretch
        /// From when on its wait counts: who is early for an appointment does not wait yet.
        domain::instant waits_from{};
        std::optional<domain::instant> called_at;
        std::optional<domain::instant> announced_at;
        domain::seconds in_service{};
        std::vector<journal::leg_row> legs{};
        bool has_row = false;         ///< found in the table
        std::vector<bool> has_legs{}; ///< the same of each leg
    };

    void on(const domain::site_configured& body, const domain::event& happened);
    void on(const domain::utc_offset_changed& body, const domain::event& happened);
    void on(const domain::ticket_issued& body, const domain::event& happened);
    void on(const domain::ticket_logged& body, const domain::event& happened);
    void on(const domain::ticket_called& body, const domain::event& happened);
    void on(const domain::ticket_recalled& body, const domain::event& happened);
    void on(const domain::ticket_started& body, const domain::event& happened);
    void on(const domain::ticket_finished& body, const domain::event& happened);
    void on(const domain::ticket_no_show& body, const domain::event& happened);
    void on(const domain::ticket_held& body, const domain::event& happened);
    void on(const domain::ticket_resumed& body, const domain::event& happened);
    void on(const domain::ticket_released& body, const domain::event& happened);
    void on(const domain::ticket_transferred& body, const domain::event& happened);
    void on(const domain::ticket_cancelled& body, const domain::event& happened);
    void on(const domain::ticket_priority_set& body, const domain::event& happened);
    void on(const domain::ticket_closed& body, const domain::event& happened);
    void on(const domain::clock_anchored& body, const domain::event& happened);
    void on(const domain::day_closed& body, const domain::event& happened);
    template <class Body>
    void on(const Body&, const domain::event&)
    {}

    visit* find(domain::ticket_id id);
    std::optional<domain::seconds> target_now(const domain::service_code& code) const;
    static void enter(visit& moved, domain::ticket_state state, domain::instant now);
    static void begin_service(visit& starting, domain::instant now);
    static void finish(visit& ending, domain::ticket_state state, domain::visit_outcome outcome,
                       domain::instant now);
    void compare(const journal::visit_row& row, findings& found);
    void compare(const journal::leg_row& row, findings& found);

    std::vector<visit> visits_; ///< by ticket, from the first of the journal
    std::size_t first_today_ = 0;
    std::vector<domain::service_settings> services_;
    domain::minutes utc_offset_{};
    std::optional<domain::instant> doubted_until_; ///< the clock's latest time before it was last set
};

} // namespace motcua::simulation
