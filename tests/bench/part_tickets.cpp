#include "tests/bench/bare_store.hpp"
#include "tests/bench/failure.hpp"
#include "tests/bench/http_wire.hpp"
#include "tests/bench/office.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/redis.hpp"
#include "tests/bench/socket.hpp"
#include "tests/bench/statistics.hpp"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <tuple>

namespace motcua::bench {

namespace {

struct level
{
    int connections;
    double ratio_goal;
};

constexpr std::array levels{level{1, 0.8}, level{16, 1.0}, level{64, 1.0}};

/// What the rounds of one server gave.
struct rounds_of
{
    std::vector<double> rates;
    /// To redis in the same round.
    std::vector<double> ratios;
    /// Processor time that the server needed for a reply, in microseconds.
    std::vector<double> costs;
};

template <class Server>
void run(const Server& server, dialect& speaks, const load& wanted, rounds_of& into)
{
    const auto before = server.processor_time();
    const auto done = run_closed_load(server.port(), speaks, wanted);
    const std::chrono::duration<double, std::micro> used = server.processor_time() - before;
    into.rates.push_back(done.per_second);
    into.costs.push_back(used.count() / static_cast<double>(done.replies));
}

/// An office that has given out one ticket, with the answer to it beside the database: what the bare server
/// repeats.
demo_file make_bare_office(const surroundings& around, const std::filesystem::path& folder)
{
    auto demo = make_office(around.server, folder);
    office product(around.server, folder);
    ticket_requests issuing(demo, "A");
    socket asker(product.port());
    asker.send(issuing.next_request());
    const auto answer = wait_for_reply(asker);
    if (answer.status != 201) {
        throw failure(describe(answer));
    }
    std::ofstream(folder / bare_answer_file, std::ios::binary) << answer.whole;
    product.stop();
    return demo;
}

figure figure_of(std::string what, const rounds_of& ours, const rounds_of& redis, std::optional<goal> wanted)
{
    return {.part = "tickets",
            .what = std::move(what),
            .value = median(ours.ratios),
            .unit = "x redis",
            .goal = wanted,
            .detail = fmt::format(
                "{:.0f}/s, redis {:.0f}/s; {:.1f} us of processor each, redis {:.1f} us; {} rounds",
                median(ours.rates), median(redis.rates), median(ours.costs), median(redis.costs),
                ours.ratios.size()),
            .samples = ours.ratios};
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
    const office product(around.server, folder.path() / "data");
    const auto bare_demo = make_bare_office(around, folder.path() / "bare");
    const office bare(around.bare_server, folder.path() / "bare");
    increments counting;
    ticket_requests issuing(demo, "A");
    ticket_requests bare_issuing(bare_demo, "A");

    rounds_of counted;
    rounds_of issued;
    rounds_of least;
    for (int round = 0; round < rounds; ++round) {
        run(yardstick, counting, wanted, counted);
        for (auto& [server, speaks, into] :
             {std::tuple<const office&, ticket_requests&, rounds_of&>(product, issuing, issued),
              std::tuple<const office&, ticket_requests&, rounds_of&>(bare, bare_issuing, least)}) {
            run(server, speaks, wanted, into);
            into.ratios.push_back(into.rates.back() / counted.rates.back());
        }
    }
    const auto connections = fmt::format("{} connection{}", at.connections, at.connections > 1 ? "s" : "");
    results.figures.push_back(figure_of("durable tickets, " + connections, issued, counted,
                                        goal{goal_kind::at_least, at.ratio_goal}));
    results.figures.push_back(
        figure_of("their bytes and rows alone, " + connections, least, counted, std::nullopt));
}

} // namespace

void measure_tickets(const surroundings& around, report& results)
{
    for (const auto& at : levels) {
        measure(around, at, results);
    }
    results.notes.emplace_back(
        "Tickets: median of the ratios of interleaved rounds. Redis: INCR, appendonly yes, "
        "appendfsync always, no pipelining, no rewriting of its log. Their bytes and rows alone: what a "
        "server reaches that reads and writes the same bytes, stores the same rows with SQLite and does "
        "nothing else.");
}

} // namespace motcua::bench
