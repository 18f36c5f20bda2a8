#include "server/reports/waits.hpp"

#include "log_file.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace motcua;
using namespace motcua::reports;
using namespace std::chrono_literals;
using domain::ticket_state;
using domain::visit_outcome;

namespace {

waits_query by(grouping grouping)
{
    return {.from = monday - std::chrono::days{30}, .to = monday + std::chrono::days{30}, .by = grouping};
}

std::vector<waits_row> report(const log_file& file, const waits_query& wanted)
{
    auto log = file.open();
    return waits(log, wanted).value();
}

std::vector<std::string> keys(const std::vector<waits_row>& rows)
{
    std::vector<std::string> found;
    found.reserve(rows.size());
    for (const auto& row : rows) {
        found.push_back(row.key.value_or("-"));
    }
    return found;
}

} // namespace

TEST_CASE("percentiles are nearest-rank and means are rounded, halves up")
{
    log_file file;
    // 15, 20, 35, 40, 50: the textbook's example of nearest rank, in any order.
    file.add({served(40s, 1s), served(15s, 2s), served(50s, 1s), served(35s, 2s), served(20s, 1s)});
    const auto row = report(file, by(grouping::total)).at(0);
    CHECK(row.key == "total");
    CHECK(row.wait_p50 == 35s);
    CHECK(row.wait_p90 == 50s);
    CHECK(row.wait_p95 == 50s);
    CHECK(row.wait_max == 50s);
    CHECK(row.wait_mean == 32s);
    CHECK(row.service_mean == 1s); // 1.4
    CHECK(row.service_p90 == 2s);
}

TEST_CASE("a mean that is a half goes up")
{
    log_file file;
    file.add({served(0s, 2s), served(1s, 3s)});
    const auto row = report(file, by(grouping::total)).at(0);
    CHECK(row.wait_mean == 1s);
    CHECK(row.service_mean == 3s);
    CHECK(row.wait_p50 == 0s);
}

TEST_CASE("of twenty waits the ninetieth percentile is the eighteenth and the ninety-fifth the nineteenth")
{
    log_file file;
    std::vector<journal::visit_row> rows;
    for (int i = 20; i >= 1; --i) {
        rows.push_back(served(std::chrono::seconds{i}));
    }
    file.add(rows);
    const auto row = report(file, by(grouping::total)).at(0);
    CHECK(row.wait_p50 == 10s);
    CHECK(row.wait_p90 == 18s);
    CHECK(row.wait_p95 == 19s);
    CHECK(row.wait_max == 20s);
}

TEST_CASE("every visit is counted once, by the state it ended in")
{
    log_file file;
    auto documents_missing = served(60s);
    documents_missing.outcome = visit_outcome::documents_missing;
    auto left = served(60s);
    left.outcome = visit_outcome::left;
    auto wrong_service = served(60s);
    wrong_service.outcome = visit_outcome::wrong_service;
    auto served_at_close = served(60s);
    served_at_close.outcome = visit_outcome::day_closed;
    // Served once, then held until the day closed: its wait was real, but no service was finished.
    auto held_at_close = served(3000s);
    held_at_close.outcome = visit_outcome::day_closed;
    held_at_close.state = ticket_state::cancelled;
    file.add({served(60s), documents_missing, left, wrong_service, served_at_close, held_at_close,
              unserved(visit_outcome::no_show, ticket_state::no_show),
              unserved(visit_outcome::day_closed, ticket_state::no_show),
              unserved(visit_outcome::cancelled, ticket_state::cancelled),
              unserved(visit_outcome::day_closed, ticket_state::cancelled)});
    const auto row = report(file, by(grouping::total)).at(0);
    CHECK(row.visits == 10);
    CHECK(row.served == 5);
    CHECK(row.no_show == 2);
    CHECK(row.cancelled == 3);
    CHECK(row.wait_max == 60s);
    CHECK(row.within_target == 1.0);
}

TEST_CASE("where nobody was served nothing is averaged")
{
    log_file file;
    file.add({unserved(visit_outcome::no_show, ticket_state::no_show)});
    const auto row = report(file, by(grouping::service)).at(0);
    CHECK(row.visits == 1);
    CHECK_FALSE(row.wait_mean);
    CHECK_FALSE(row.wait_p50);
    CHECK_FALSE(row.wait_p90);
    CHECK_FALSE(row.wait_p95);
    CHECK_FALSE(row.wait_max);
    CHECK_FALSE(row.service_mean);
    CHECK_FALSE(row.service_p90);
    CHECK_FALSE(row.within_target);
    CHECK(row.target == 900s);
    CHECK(report(log_file(), by(grouping::total)).empty());
}

TEST_CASE("a wait of exactly the target is within it, and each visit has its own")
{
    log_file file;
    auto at_c = served(601s);
    at_c.service = "C";
    at_c.target = 600s;
    auto gone = served(5s);
    gone.service = "X";
    gone.target.reset();
    file.add({served(900s), served(901s), served(601s), at_c});
    auto total = report(file, by(grouping::total)).at(0);
    CHECK(total.within_target == 0.5);
    CHECK_FALSE(total.target);
    auto rows = report(file, by(grouping::service));
    REQUIRE(keys(rows) == std::vector<std::string>{"A", "C"});
    CHECK(rows[0].within_target == 2.0 / 3.0);
    CHECK(rows[0].target == 900s);
    CHECK(rows[1].within_target == 0.0);
    CHECK(rows[1].target == 600s);

    // A slip whose service was gone when it came is counted but not judged.
    file.add({gone});
    rows = report(file, by(grouping::service));
    REQUIRE(keys(rows) == std::vector<std::string>{"A", "C", "X"});
    CHECK(rows[2].served == 1);
    CHECK_FALSE(rows[2].within_target);
    CHECK_FALSE(rows[2].target);
    CHECK(report(file, by(grouping::total)).at(0).within_target == 0.5);
}

TEST_CASE("a target that all services of a row share is that row's target")
{
    log_file file;
    auto at_b = served(10s);
    at_b.service = "B";
    file.add({served(10s), at_b});
    CHECK(report(file, by(grouping::total)).at(0).target == 900s);
}

TEST_CASE("of a target that was changed each visit keeps its own, and the row shows the newest")
{
    log_file file;
    auto later = served(700s);
    later.day = monday + std::chrono::days{1};
    later.issued_at += std::chrono::days{1};
    later.target = 600s;
    auto of_b = served(10s);
    of_b.service = "B";
    file.add({later, served(700s), of_b});
    const auto rows = report(file, by(grouping::service));
    REQUIRE(keys(rows) == std::vector<std::string>{"A", "B"});
    CHECK(rows[0].within_target == 0.5);
    CHECK(rows[0].target == 600s);
    CHECK(rows[1].target == 900s);
    const auto total = report(file, by(grouping::total)).at(0);
    CHECK(total.within_target == 2.0 / 3.0);
    CHECK_FALSE(total.target);
    const auto days = report(file, by(grouping::day));
    CHECK(days.at(0).target == 900s);
}

TEST_CASE("hour, weekday and day are those of issue by the clock that the site had then")
{
    log_file file;
    auto late = served(60s);
    late.issued_at = domain::instant{std::chrono::days{20780} + 16h + 59min + 59s}; // 23:59:59, still Monday
    auto midnight = served(60s);
    midnight.issued_at = late.issued_at + 1s;
    auto sunday = served(60s);
    sunday.issued_at = domain::instant{std::chrono::days{20780} - 8h}; // Sunday, 23:00
    file.add({served(60s), late, midnight, sunday});
    CHECK(keys(report(file, by(grouping::hour))) == std::vector<std::string>{"00", "08", "23"});
    CHECK(report(file, by(grouping::hour)).at(2).visits == 2);
    CHECK(keys(report(file, by(grouping::weekday))) == std::vector<std::string>{"1", "2", "7"});
    CHECK(report(file, by(grouping::weekday)).at(0).visits == 2);
    CHECK(keys(report(file, by(grouping::day))) ==
          std::vector<std::string>{"2026-11-22", "2026-11-23", "2026-11-24"});
}

TEST_CASE("a site that moved to another time zone keeps the hours of its past")
{
    log_file file;
    auto moved = served(60s);
    moved.utc_offset = 540min;
    file.add({served(60s), moved});
    CHECK(keys(report(file, by(grouping::hour))) == std::vector<std::string>{"08", "10"});
}

TEST_CASE("the other keys are the code of the thing, and who had no counter is counted under none")
{
    log_file file;
    auto second = served(60s);
    second.counter = "2";
    second.staff = "lan";
    second.channel = domain::ticket_channel::phone;
    auto tenth = served(60s);
    tenth.counter = "10";
    tenth.staff = "an";
    tenth.priority = domain::priority_class::elderly;
    file.add({second, tenth, unserved(visit_outcome::cancelled, ticket_state::cancelled)});
    CHECK(keys(report(file, by(grouping::counter))) == std::vector<std::string>{"2", "10", "-"});
    CHECK(keys(report(file, by(grouping::staff))) == std::vector<std::string>{"an", "lan", "-"});
    CHECK(keys(report(file, by(grouping::priority))) == std::vector<std::string>{"elderly", "none"});
    CHECK(keys(report(file, by(grouping::channel))) == std::vector<std::string>{"kiosk", "phone"});
}

TEST_CASE("only the business days asked for are in the report, both ends included")
{
    log_file file;
    std::vector<journal::visit_row> rows;
    for (int day = 0; day < 5; ++day) {
        rows.push_back(served(60s));
        rows.back().day = monday + std::chrono::days{day};
    }
    file.add(rows);
    auto wanted = by(grouping::total);
    wanted.from = monday + std::chrono::days{1};
    wanted.to = monday + std::chrono::days{3};
    CHECK(report(file, wanted).at(0).visits == 3);
}

TEST_CASE("a report of random visits is what counting by hand gives, and its sums agree by every key")
{
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    log_file file;
    std::vector<journal::visit_row> rows;
    std::vector<int> waited;
    for (int i = 0; i < 500; ++i) {
        const std::chrono::seconds wait{below(2000)};
        auto row = served(wait, std::chrono::seconds{below(900)});
        if (below(4) == 0) {
            row = unserved(visit_outcome::no_show, ticket_state::no_show);
        } else {
            waited.push_back(static_cast<int>(row.wait->count()));
        }
        row.service = std::string(1, static_cast<char>('A' + below(3)));
        row.issued_at += std::chrono::minutes{below(60 * 24 * 7)};
        row.priority = below(2) == 0 ? domain::priority_class::none : domain::priority_class::infant;
        rows.push_back(row);
    }
    file.add(rows);
    std::ranges::sort(waited);
    const auto total = report(file, by(grouping::total)).at(0);
    const auto rank = [&](double share) {
        const auto place = std::ceil(share * static_cast<double>(waited.size()) - 1e-9);
        return std::chrono::seconds{waited[static_cast<std::size_t>(place) - 1]};
    };
    CHECK(total.wait_p50 == rank(0.50));
    CHECK(total.wait_p90 == rank(0.90));
    CHECK(total.wait_p95 == rank(0.95));
    for (const auto grouping : {grouping::service, grouping::counter, grouping::staff, grouping::hour,
                                grouping::weekday, grouping::day, grouping::priority, grouping::channel}) {
        std::int64_t visits = 0;
        std::int64_t served_visits = 0;
        double within = 0;
        for (const auto& row : report(file, by(grouping))) {
            visits += row.visits;
            served_visits += row.served;
            within += row.within_target.value_or(0) * static_cast<double>(row.served);
            CHECK(row.visits == row.served + row.no_show + row.cancelled);
        }
        CHECK(visits == total.visits);
        CHECK(served_visits == total.served);
        CHECK(within == Approx(*total.within_target * static_cast<double>(total.served)));
    }
}
