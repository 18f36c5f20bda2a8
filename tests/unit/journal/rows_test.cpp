#include "server/journal/rows.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

const domain::instant issued{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

domain::ticket served_ticket()
{
    domain::ticket ticket{
        .service = "B", .series = "A", .number = 7, .issued_at = issued, .waits_from = issued};
    ticket.state = domain::ticket_state::served;
    ticket.outcome = domain::visit_outcome::served;
    ticket.first_called_at = issued + 300s;
    ticket.waited_until = issued + 600s;
    ticket.served_from = issued + 630s;
    ticket.served_to = issued + 930s;
    return ticket;
}

} // namespace

TEST_CASE("the wait goes to the call that led to service, and only time in service counts as service")
{
    auto ticket = served_ticket();
    ticket.in_service = 200s;
    const auto row = journal::visit_of(ticket);
    CHECK(row.number == "A007");
    CHECK(row.service == "B");
    CHECK(row.wait == 600s);
    CHECK(row.service_time == 200s);
}

TEST_CASE("a wait is the difference of the seconds that are shown")
{
    auto ticket = served_ticket();
    ticket.issued_at = ticket.waits_from = issued + 900ms;
    ticket.waited_until = issued + 2100ms;
    CHECK(journal::visit_of(ticket).wait == 2s);
}

TEST_CASE("who was never served has no wait and no service time")
{
    auto ticket = served_ticket();
    ticket.outcome = domain::visit_outcome::no_show;
    ticket.waited_until.reset();
    ticket.served_from.reset();
    ticket.served_to.reset();
    CHECK_FALSE(journal::visit_of(ticket).wait);
    CHECK_FALSE(journal::visit_of(ticket).service_time);
}

TEST_CASE("no wait is negative, whatever the clock did")
{
    auto ticket = served_ticket();
    ticket.waited_until = issued - 3600s;
    ticket.served_to = issued;
    CHECK(journal::visit_of(ticket).wait == 0s);
    CHECK(journal::visit_of(ticket).service_time == 0s);
}

TEST_CASE("an appointment waits from its booked start, if that is later than its check-in")
{
    auto ticket = served_ticket();
    ticket.waits_from = issued + 400s;
    CHECK(journal::visit_of(ticket).wait == 200s);
    ticket.waits_from = issued + 700s;
    CHECK(journal::visit_of(ticket).wait == 0s);
}
