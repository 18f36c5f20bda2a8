#include "server/commands/export_visits.hpp"

#include "../reports/log_file.hpp"
#include "server/commands/commands.hpp"

#include <filesystem>
#include <SQLiteCpp/Database.h>
#include <sstream>

using namespace motcua;
using namespace std::chrono_literals;
using reports::monday;

namespace {

/// The log of a site in a time zone of its own, with the visits of three days.
void fill(reports::log_file& file)
{
    domain::site_settings settings;
    settings.time_zone = "UTC+09:00";
    journal::batch batch;
    batch.events.push_back({.seq = 1,
                            .at = reports::monday_at_8,
                            .actor = "site",
                            .key = std::nullopt,
                            .body = domain::site_configured{settings, 540min}});
    REQUIRE(file.append(batch));
    std::vector<journal::visit_row> rows;
    for (int day = 0; day < 3; ++day) {
        rows.push_back(reports::served(60s));
        rows.back().number = "A00" + std::to_string(day + 1);
        rows.back().day = monday + std::chrono::days{day};
        rows.back().utc_offset = 540min;
    }
    file.add(rows);
}

commands::visits_export two_days(const reports::log_file& file)
{
    return {.database = file.path(), .site = "demo", .from = monday, .to = monday + std::chrono::days{1}};
}

/// A stream that accepts nothing, like a full disk.
struct full_buffer : std::streambuf
{};

} // namespace

TEST_CASE("an export holds the visits of its days, in the time of the site, without a server")
{
    reports::log_file file;
    fill(file);
    file.close();
    std::ostringstream out;
    commands::export_visits(two_days(file), out);
    const auto text = out.str();
    CHECK(text.starts_with("\xEF\xBB\xBFnumber,day,service,"));
    CHECK(text.find("\r\nA001,2026-11-23,A,,kiosk,none,2026-11-23T10:00:00+09:00,") != std::string::npos);
    CHECK(text.find("\r\nA002,2026-11-24,") != std::string::npos);
    CHECK(text.find("A003") == std::string::npos);
    CHECK(text.ends_with("\r\n"));
}

TEST_CASE("an export of a database that no server has brought up to date says so")
{
    reports::log_file file;
    fill(file);
    file.close();
    SQLite::Database(file.path(), SQLite::OPEN_READWRITE).exec("UPDATE projection SET version = 2");
    std::ostringstream out;
    CHECK_THROWS_WITH(commands::export_visits(two_days(file), out),
                      Catch::Contains("a start of the server rebuilds it"));
    CHECK(out.str().empty());
}

TEST_CASE("an export without a server leaves the folder as it was")
{
    reports::log_file file;
    fill(file);
    file.close();
    const auto beside = [&](const char* suffix) { return std::filesystem::exists(file.path() + suffix); };
    REQUIRE_FALSE(beside("-shm"));
    std::ostringstream out;
    commands::export_visits(two_days(file), out);
    CHECK_FALSE(beside("-shm"));
    CHECK_FALSE(beside("-wal"));
}

TEST_CASE("an export beside a running server is the same, and the server goes on")
{
    reports::log_file file;
    fill(file);
    std::ostringstream beside;
    commands::export_visits(two_days(file), beside);
    file.add({reports::served(60s)});
    file.close();
    std::ostringstream after;
    commands::export_visits(two_days(file), after);
    CHECK(after.str().size() > beside.str().size());
    CHECK(beside.str().find("\r\nA002,") != std::string::npos);
}

TEST_CASE("an export of days without visits is the header alone")
{
    reports::log_file file;
    fill(file);
    auto visits = two_days(file);
    visits.from = visits.to = monday + std::chrono::days{99};
    std::ostringstream out;
    commands::export_visits(visits, out);
    CHECK(out.str().ends_with(",expected_to_s\r\n"));
    CHECK(out.str().find('\n') == out.str().size() - 1);
}

TEST_CASE("an export says what is wrong: no database, no such site, an output that is full")
{
    reports::log_file file;
    fill(file);
    std::ostringstream out;
    auto visits = two_days(file);
    visits.site = "another";
    CHECK_THROWS_WITH(commands::export_visits(visits, out), Catch::Contains("another"));
    visits = two_days(file);
    visits.database += ".none";
    CHECK_THROWS_WITH(commands::export_visits(visits, out), Catch::Contains(".none"));
    CHECK(out.str().empty());

    full_buffer full;
    std::ostream takes_nothing(&full);
    CHECK_THROWS_AS(commands::export_visits(two_days(file), takes_nothing), commands::failure);
}
