#include "tests/bench/office.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/redis.hpp"
#include "tests/bench/statistics.hpp"

#include <array>
#include <fmt/format.h>

namespace motcua::bench {

namespace {

struct level
{
    int connections;
    double ratio_goal;
};

constexpr std::array levels{level{1, 0.8}, level{16, 1.0}, level{64, 1.0}};

/// One round: adds the rate, and the processor time that the server needed for a reply, in microseconds.
template <class Server>
void run(const Server& server, dialect& speaks, const load& wanted, std::vector<double>& rates,
         std::vector<double>& costs)
{
    const auto before = server.processor_time();
    const auto done = run_closed_load(server.port(), speaks, wanted);
    const std::chrono::duration<double, std::micro> used = server.processor_time() - before;
    rates.push_back(done.per_second);
    costs.push_back(used.count() / static_cast<double>(done.replies));
}

void measure(const surroundings& around, const level& at, report& results)
{
    const int rounds = around.quick ? 3 : 5;
    const load wanted{.connections = at.connections,
                      .warm_up = std::chrono::milliseconds{100},
                      .duration = std::chrono::milliseconds{around.quick ? 500 : 2000}};
    // Fresh ones for each level: what a level leaves behind is not the next one's burden.
    const temporary_folder folder(around.folder);
    const redis yardstick(folder.path());
    const auto demo = make_office(around.server, folder.path() / "data");
    const office hall(around.server, folder.path() / "data");
    increments counting;
    ticket_requests issuing(demo, "A");

    std::vector<double> redis_rates;
    std::vector<double> ticket_rates;
    std::vector<double> ratios;
    std::vector<double> redis_costs;
    std::vector<double> ticket_costs;
    for (int round = 0; round < rounds; ++round) {
        run(yardstick, counting, wanted, redis_rates, redis_costs);
        run(hall, issuing, wanted, ticket_rates, ticket_costs);
        ratios.push_back(ticket_rates.back() / redis_rates.back());
    }
    results.figures.push_back(
        {.part = "tickets",
         .what =
             fmt::format("durable tickets, {} connection{}", at.connections, at.connections > 1 ? "s" : ""),
         .value = median(ratios),
         .unit = "x redis",
         .goal = goal{goal_kind::at_least, at.ratio_goal},
         .detail = fmt::format(
             "{:.0f}/s, redis {:.0f}/s; {:.1f} us of processor each, redis {:.1f} us; {} rounds",
             median(ticket_rates), median(redis_rates), median(ticket_costs), median(redis_costs), rounds),
         .samples = ratios});
}

} // namespace

void measure_tickets(const surroundings& around, report& results)
{
    for (const auto& at : levels) {
        measure(around, at, results);
    }
    results.notes.emplace_back(
        "Tickets: median of the ratios of interleaved rounds. Redis: INCR, appendonly yes, "
        "appendfsync always, no pipelining, no rewriting of its log.");
}

} // namespace motcua::bench
