#include "tests/bench/feed_crowd.hpp"
#include "tests/bench/office.hpp"
#include "tests/bench/parts.hpp"

#include <fmt/format.h>

namespace motcua::bench {

namespace {

constexpr std::size_t feed_count = 1000;
constexpr double feed_kib_goal = 24;

/// Before the first measure, so that what is made once is not counted: buffers, tables, an open database.
constexpr int tickets_before = 1000;

} // namespace

void measure_memory(const surroundings& around, report& results)
{
    const temporary_folder folder(around.folder);
    const auto demo = make_office(around.server, folder.path() / "data");
    const office server(around.server, folder.path() / "data");
    ticket_requests issuing(demo, "A");
    get_replies(server.port(), issuing, tickets_before);

    const auto before = static_cast<double>(server.resident_bytes());
    feed_crowd feeds(server.port(), demo, feed_count);
    // A message to each: from now on it has whatever writing needs.
    get_replies(server.port(), issuing, 1);
    const auto after = static_cast<double>(server.resident_bytes());
    results.figures.push_back({.part = "memory",
                               .what = "memory of an open feed",
                               .value = (after - before) / 1024 / static_cast<double>(feeds.size()),
                               .unit = "KiB",
                               .goal = goal{goal_kind::below, feed_kib_goal},
                               .detail = fmt::format("{} feeds; resident before {:.1f} MiB, after {:.1f} MiB",
                                                     feeds.size(), before / 1048576, after / 1048576),
                               .samples = {}});
}

} // namespace motcua::bench
