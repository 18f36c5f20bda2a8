#include "log_file.hpp"

#include "server/reports/limits.hpp"

#include <fstream>
#include <SQLiteCpp/Database.h>
#include <thread>

using namespace motcua;
using namespace motcua::reports;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::days one_day{1};

const visit_filter all_monday{.from = monday, .to = monday};

std::vector<int> tickets_of(const std::vector<visit>& rows)
{
    std::vector<int> tickets;
    tickets.reserve(rows.size());
    for (const auto& row : rows) {
        tickets.push_back(static_cast<int>(row.ticket));
    }
    return tickets;
}

journal::visit_row on(domain::local_day day)
{
    auto row = served(60s);
    row.day = day;
    return row;
}

} // namespace

TEST_CASE("every column of a visit comes back as it was written")
{
    log_file file;
    auto written = served(125s, 300s);
    written.number = "B007";
    written.service = "C";
    written.procedure = "Đăng ký khai sinh";
    written.channel = domain::ticket_channel::appointment;
    written.priority = domain::priority_class::merit;
    written.staff = "lan";
    written.calls = 3;
    written.transfers = 2;
    written.outcome = domain::visit_outcome::documents_missing;
    written.expected_wait = 600s;
    written.utc_offset = 540min;
    written.target = 1200s;
    file.add({written, unserved(domain::visit_outcome::day_closed, domain::ticket_state::cancelled)});

    const auto rows = file.open().read(all_monday, std::nullopt, 10).value();
    REQUIRE(rows.size() == 2);
    const auto& row = rows[0];
    CHECK(row.ticket == domain::ticket_id{1});
    CHECK(row.number == "B007");
    CHECK(row.day == monday);
    CHECK(row.service == "C");
    CHECK(row.procedure == "Đăng ký khai sinh");
    CHECK(row.channel == domain::ticket_channel::appointment);
    CHECK(row.priority == domain::priority_class::merit);
    CHECK(row.issued_at == written.issued_at);
    CHECK(row.first_called_at == written.first_called_at);
    CHECK(row.served_from == written.served_from);
    CHECK(row.served_to == written.served_to);
    CHECK(row.counter == "1");
    CHECK(row.staff == "lan");
    CHECK(row.calls == 3);
    CHECK(row.wait == 125s);
    CHECK(row.service_time == 300s);
    CHECK(row.transfers == 2);
    CHECK(row.outcome == domain::visit_outcome::documents_missing);
    CHECK(row.expected_wait == 600s);
    CHECK(row.state == domain::ticket_state::served);
    CHECK(row.utc_offset == 540min);
    CHECK(row.target == 1200s);

    CHECK_FALSE(rows[1].procedure);
    CHECK_FALSE(rows[1].first_called_at);
    CHECK_FALSE(rows[1].counter);
    CHECK_FALSE(rows[1].staff);
    CHECK_FALSE(rows[1].wait);
    CHECK_FALSE(rows[1].service_time);
    CHECK(rows[1].outcome == domain::visit_outcome::day_closed);
    CHECK(rows[1].state == domain::ticket_state::cancelled);
}

TEST_CASE("the log is in the order of days, then of issue, and both ends of the time asked for are in it")
{
    log_file file;
    // The tickets 1 to 5; an offline one may come in after the day that it belongs to.
    file.add(
        {on(monday), on(monday + one_day), on(monday), on(monday + 400 * one_day), on(monday - one_day)});
    auto log = file.open();
    const auto read = [&](domain::local_day from, domain::local_day to) {
        return tickets_of(log.read({.from = from, .to = to}, std::nullopt, 100).value());
    };
    CHECK(read(monday - 1000 * one_day, monday + 1000 * one_day) == std::vector{5, 1, 3, 2, 4});
    CHECK(read(monday, monday + one_day) == std::vector{1, 3, 2});
    CHECK(read(monday, monday) == std::vector{1, 3});
    CHECK(read(monday + 2 * one_day, monday + 399 * one_day).empty());
    CHECK(read(monday + one_day, monday).empty());
}

TEST_CASE("a visit is found by its track, from the first day that is asked for")
{
    log_file file;
    auto tracked = on(monday);
    tracked.number = "B007";
    tracked.track = {7, 7, 7};
    file.add({on(monday), tracked, on(monday + one_day)});
    auto log = file.open();
    CHECK(log.find({7, 7, 7}, monday).value().value().number == "B007");
    CHECK_FALSE(log.find({7, 7, 7}, monday + one_day).value());
    CHECK_FALSE(log.find({7, 7, 8}, monday).value());
}

TEST_CASE("each part of a filter leaves out what it does not name")
{
    log_file file;
    auto other_service = served(60s);
    other_service.service = "B";
    auto other_counter = served(60s);
    other_counter.counter = "2";
    auto with_staff = served(60s);
    with_staff.staff = "lan";
    auto elderly = served(60s);
    elderly.priority = domain::priority_class::elderly;
    file.add({other_service, other_counter, with_staff, elderly});
    auto log = file.open();
    const auto read = [&](const auto& change) {
        auto filter = all_monday;
        change(filter);
        return tickets_of(log.read(filter, std::nullopt, 100).value());
    };
    CHECK(read([](auto& filter) { filter.service = "B"; }) == std::vector{1});
    CHECK(read([](auto& filter) { filter.counter = "2"; }) == std::vector{2});
    CHECK(read([](auto& filter) { filter.staff = "lan"; }) == std::vector{3});
    CHECK(read([](auto& filter) { filter.priority = domain::priority_class::elderly; }) == std::vector{4});
    CHECK(read([](auto& filter) { filter.priority = domain::priority_class::none; }) == std::vector{1, 2, 3});
    CHECK(read([](auto& filter) { filter.service = "A' OR 1 --"; }).empty());
    CHECK(read([](auto& filter) {
              filter.service = "A";
              filter.counter = "1";
              filter.staff = "lan";
          }) == std::vector{3});
}

TEST_CASE("pages follow each other without a gap or a repeat, over days too")
{
    log_file file;
    file.add({on(monday), on(monday), on(monday), on(monday + one_day), on(monday + 9 * one_day)});
    auto log = file.open();
    const visit_filter all{.from = monday, .to = monday + 30 * one_day};
    for (const std::size_t limit : {1U, 2U, 3U, 4U, 5U, 6U}) {
        INFO(limit);
        std::vector<int> seen;
        std::optional<visit_position> after;
        while (true) {
            const auto page = log.read(all, after, limit).value();
            for (const auto ticket : tickets_of(page)) {
                seen.push_back(ticket);
            }
            if (page.size() < limit) {
                break;
            }
            after = position_of(page.back());
        }
        CHECK(seen == std::vector{1, 2, 3, 4, 5});
    }
    CHECK(log.read(all, visit_position{monday - 5 * one_day, domain::ticket_id{9}}, 10).value().size() == 5);
}

TEST_CASE("reading all is not bounded by what is read at once, and the taker may end it")
{
    log_file file;
    file.add(std::vector<journal::visit_row>(2 * rows_at_once + 1, served(60s)));
    auto log = file.open();
    std::size_t seen = 0;
    std::int64_t last = 0;
    REQUIRE(log.each(all_monday,
                     [&](const visit& row) -> result<void> {
                         CHECK(static_cast<std::int64_t>(row.ticket) == last + 1);
                         last = static_cast<std::int64_t>(row.ticket);
                         ++seen;
                         return {};
                     })
                .has_value());
    CHECK(seen == 2 * rows_at_once + 1);

    seen = 0;
    const auto ended = log.each(all_monday, [&](const visit&) -> result<void> {
        ++seen;
        return report_error{fault::too_much, "enough"};
    });
    CHECK(ended.error().what == fault::too_much);
    CHECK(seen == 1);
}

TEST_CASE("a reader on another thread hinders no commit, and sees what was committed")
{
    log_file file;
    file.add({served(60s)});
    std::optional<log_reader> log(file.open());
    std::size_t before = 0;
    std::size_t after = 0;
    std::thread([&] { before = log->read(all_monday, std::nullopt, 10).value().size(); }).join();
    // Commits while the taker of the rows is still at work, and the log is written back into the file.
    std::thread([&] {
        REQUIRE(
            log->each(all_monday,
                      [&](const visit&) -> result<void> {
                          file.add({served(60s)});
                          REQUIRE(file.store().save_snapshot({file.store().last_seq(), "{}"}).has_value());
                          return {};
                      })
                .has_value());
        after = log->read(all_monday, std::nullopt, 10).value().size();
    }).join();
    CHECK(before == 1);
    CHECK(after == 2);
    log.reset();
    file.add({served(60s)});
}

TEST_CASE("a reader writes nothing and leaves the write-ahead log to the journal")
{
    log_file file;
    file.add({served(60s)});
    const auto wal = std::filesystem::path(file.path() + "-wal");
    const auto size = std::filesystem::file_size(wal);
    REQUIRE(size > 0);
    {
        // What a crash leaves behind: the same files without a writer.
        const auto copy = file.folder() / "crashed.db";
        std::filesystem::copy_file(file.path(), copy);
        std::filesystem::copy_file(wal, copy.string() + "-wal");
        auto log = std::move(log_reader::open(copy.string(), "demo")).value();
        CHECK(log.read(all_monday, std::nullopt, 10).value().size() == 1);
    }
    CHECK(std::filesystem::file_size(file.folder() / "crashed.db-wal") == size);
}

TEST_CASE("the visits of other sites are not shown")
{
    log_file file;
    file.add({served(60s)});
    auto log = std::move(log_reader::open(file.path(), "another")).value();
    CHECK(log.read(all_monday, std::nullopt, 10).value().empty());
}

TEST_CASE("a file that is missing, not ours, or holds an unknown word is an error")
{
    log_file file;
    CHECK(log_reader::open((file.folder() / "none.db").string(), "demo").error().what == fault::failed);
    CHECK_FALSE(std::filesystem::exists(file.folder() / "none.db"));

    const auto letter = file.folder() / "letter.txt";
    std::ofstream(letter) << std::string(5000, 'x');
    CHECK(log_reader::open(letter.string(), "demo").error().what == fault::failed);

    file.add({served(60s)});
    file.close();
    SQLite::Database(file.path(), SQLite::OPEN_READWRITE).exec("UPDATE visit SET outcome = 'eaten'");
    CHECK(file.open().read(all_monday, std::nullopt, 10).error().what == fault::corrupt);
}
