// Tables that follow from described structs: their statements, and that they are those of the database.

#include "store_file.hpp"

#include "server/journal/erasable_table.hpp"
#include "server/journal/projection_tables.hpp"
#include "server/journal/row_comparison.hpp"

using namespace motcua;
using namespace motcua::journal;
using namespace motcua::tables;
using namespace std::chrono_literals;

namespace {

visit_row full_visit()
{
    const instant at{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h + 1us};
    return {.ticket = domain::ticket_id{7},
            .number = "A007",
            .day = domain::local_day{std::chrono::days{20780}},
            .service = "A",
            .procedure = "1.001193",
            .channel = domain::ticket_channel::phone,
            .priority = domain::priority_class::elderly,
            .issued_at = at,
            .first_called_at = at + 1s,
            .served_from = at + 2s,
            .served_to = at + 3s,
            .counter = "1",
            .staff = "lan",
            .calls = 2,
            .wait = 1s,
            .service_time = 1s,
            .transfers = 1,
            .outcome = domain::visit_outcome::served,
            .expected_wait = 90s,
            .unreliable = true,
            .state = domain::ticket_state::served,
            .utc_offset = 420min,
            .target = 900s,
            .wait_total = 3s,
            .walk = 1s,
            .promise_state = domain::forecast_state::open,
            .expected_from = 60s,
            .expected_to = 120s,
            .track = {1, 2, 3, 255}};
}

/// A database with the table of `Row`, made from the description.
template <class Row>
class described_table
{
public:
    described_table() : database_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        database_.exec(create_text(shape_of<Row>()));
    }

    SQLite::Database& database() { return database_; }

    void write(const Row& row) { row_writer<Row>(database_, site_).write(row); }

    std::vector<std::optional<Row>> rows()
    {
        std::vector<std::optional<Row>> found;
        SQLite::Statement all(database_, select_text(shape_of<Row>(), "site = 'demo'"));
        while (all.executeStep()) {
            found.push_back(read_row<Row>(all));
        }
        return found;
    }

private:
    std::string site_ = "demo";
    SQLite::Database database_;
};

/// Every column of `table` as SQLite knows it: name, type, whether it is required, place in the key.
std::vector<std::string> columns_in(SQLite::Database& database, const std::string& table)
{
    std::vector<std::string> found;
    SQLite::Statement columns(database, "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || pk FROM "
                                        "pragma_table_info(?)");
    columns.bind(1, table);
    while (columns.executeStep()) {
        found.push_back(columns.getColumn(0).getString());
    }
    return found;
}

} // namespace

TEMPLATE_TEST_CASE("a described table has the columns and the key of the one that is stored", "", visit_row,
                   leg_row, erasable_row)
{
    const store_file file;
    file.open();
    SQLite::Database stored(file.path(), SQLite::OPEN_READONLY);
    described_table<TestType> described;
    const auto name = shape_of<TestType>().name;
    const auto columns = columns_in(stored, name);
    CHECK(columns.size() > 4);
    CHECK(columns_in(described.database(), name) == columns);
}

TEST_CASE("the columns are named after their members and units")
{
    CHECK(select_text(shape_of<visit_row>()) ==
          "SELECT site, ticket, number, day, service, procedure, channel, priority, issued_at_us, "
          "first_called_at_us, served_from_us, served_to_us, counter, staff, calls, wait_s, service_s, "
          "transfers, outcome, expected_wait_s, unreliable, state, utc_offset_minutes, target_s, "
          "wait_total_s, walk_s, promise_state, expected_from_s, expected_to_s, track FROM visit");
    CHECK(delete_text(shape_of<leg_row>()) == "DELETE FROM leg WHERE site = ? AND ticket = ? AND n = ?");
}

TEST_CASE("a row is read back as it was written, with every member full or empty")
{
    described_table<visit_row> table;
    const auto full = full_visit();
    visit_row empty{.ticket = domain::ticket_id{8}, .number = "", .service = ""};
    empty.state = domain::ticket_state::cancelled;
    table.write(full);
    table.write(empty);
    CHECK(table.rows() == std::vector<std::optional<visit_row>>{full, empty});

    described_table<erasable_row> erasable;
    const erasable_row bytes{.ref = "p1", .kind = "person", .seq = 3, .body = {0, 255, 7}};
    const erasable_row none{.ref = "p2", .kind = "person", .seq = 3, .body = {}};
    erasable.write(bytes);
    erasable.write(none);
    CHECK(erasable.rows() == std::vector<std::optional<erasable_row>>{bytes, none});
}

TEST_CASE("a row takes the place of the one with its key")
{
    described_table<leg_row> table;
    leg_row leg{.ticket = domain::ticket_id{1}, .n = 2, .kind = domain::ticket_state::called};
    table.write(leg);
    leg.staff = "lan";
    table.write(leg);
    CHECK(table.rows() == std::vector<std::optional<leg_row>>{leg});
}

TEST_CASE("a value that our program cannot have written is not read, and differs from every other")
{
    const auto* wrong = GENERATE("kind = 'gone'", "kind = x'00'", "n = 'two'", "n = 5000000000",
                                 "from_us = 1.5", "counter = x'31'");
    INFO(wrong);
    described_table<leg_row> table;
    const leg_row leg{.ticket = domain::ticket_id{1}, .n = 2, .kind = domain::ticket_state::called};
    table.write(leg);
    table.database().exec(std::string("UPDATE leg SET ") + wrong);
    CHECK(table.rows() == std::vector<std::optional<leg_row>>{std::nullopt});
    SQLite::Statement all(table.database(), select_text(shape_of<leg_row>(), "site = 'demo'"));
    REQUIRE(all.executeStep());
    CHECK(std::string(wrong).starts_with(difference(leg, all) + " = "));
}

TEST_CASE("a row without a difference has none, and every other member is named by its column")
{
    described_table<visit_row> table;
    const auto row = full_visit();
    table.write(row);
    SQLite::Statement all(table.database(), select_text(shape_of<visit_row>(), "site = 'demo'"));
    REQUIRE(all.executeStep());
    CHECK(difference(row, all).empty());
    auto other = row;
    other.service_time.reset();
    other.unreliable = false;
    CHECK(difference(other, all) == "service_s, unreliable");
}
