#pragma once
// Whether what a citizen was told at issue is right where it is simple: nothing in minutes while no counter
// is open, and no wait at all where a counter has nobody else to call.

#include "server/domain/events.hpp"
#include "server/domain/tickets/ticket.hpp"
#include "tests/simulation/checks/findings.hpp"

#include <map>

namespace motcua::simulation {

class promise_check
{
public:
    void apply(const domain::event& happened, findings& found);

private:
    struct counter
    {
        domain::counter_state state{};
        std::vector<domain::service_code> services{};
        std::optional<domain::ticket_id> current{};
    };
    struct ticket
    {
        domain::service_code service;
        domain::ticket_state state{};
        std::optional<domain::counter_code> counter{};
        std::optional<domain::counter_code> reserved_for{};
    };

    void on(const auto&) {}
    void on(const domain::site_configured& body);
    void on(const domain::counter_opened& body);
    void on(const domain::counter_paused& body);
    void on(const domain::counter_closed& body);
    void on(const domain::ticket_issued& body);
    void on(const domain::ticket_called& body);
    void on(const domain::ticket_recalled& body);
    void on(const domain::ticket_started& body) { move(body.ticket, domain::ticket_state::serving); }
    void on(const domain::ticket_finished& body) { move(body.ticket, domain::ticket_state::served); }
    void on(const domain::ticket_no_show& body) { move(body.ticket, domain::ticket_state::no_show); }
    void on(const domain::ticket_held& body) { move(body.ticket, domain::ticket_state::held); }
    void on(const domain::ticket_resumed& body) { move(body.ticket, domain::ticket_state::serving); }
    void on(const domain::ticket_released& body);
    void on(const domain::ticket_transferred& body);
    void on(const domain::ticket_cancelled& body) { move(body.ticket, domain::ticket_state::cancelled); }
    void on(const domain::ticket_closed& body) { move(body.ticket, body.state); }

    void judge(const domain::ticket_issued& body, domain::instant now, findings& found) const;
    bool is_idle_for(const domain::counter_code& code, const counter& at,
                     const domain::service_code& service) const;
    void move(domain::ticket_id id, domain::ticket_state state);

    std::map<domain::counter_code, counter> counters_;
    std::map<domain::ticket_id, ticket> tickets_;
};

} // namespace motcua::simulation
