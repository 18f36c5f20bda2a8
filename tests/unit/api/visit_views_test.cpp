#include "server/api/visit_views.hpp"

#include "../reports/log_file.hpp"
#include "base/json_schema.hpp"

using namespace motcua;
using namespace std::chrono_literals;
using reports::monday;

namespace {

api::log_source source_of(const reports::log_file& file) { return {file.path(), "demo"}; }

const reports::visit_filter all_monday{.from = monday, .to = monday};

} // namespace

TEST_CASE("a visit has the fields of the interface in their order, its instants in the time of its day")
{
    reports::log_file file;
    file.add({reports::served(125s, 300s)});
    const auto page = api::list_visits(source_of(file), all_monday, std::nullopt, 100).value();
    CHECK(base::to_json(page) ==
          R"({"items":[{"number":"A001","day":"2026-11-23","service":"A","procedure":null,"channel":"kiosk",)"
          R"("priority":"none","issued_at":"2026-11-23T08:00:00+07:00",)"
          R"("first_called_at":"2026-11-23T08:02:05+07:00","served_from":"2026-11-23T08:02:05+07:00",)"
          R"("served_to":"2026-11-23T08:07:05+07:00","counter":"1","staff":null,"calls":1,"wait_s":125,)"
          R"("service_s":300,"transfers":0,"outcome":"served","expected_wait_s":null,"rating":null,)"
          R"("wait_total_s":0,"walk_s":null,"unreliable":false,"id":"demo-1","forecast_state":"open",)"
          R"("expected_from_s":null,"expected_to_s":null}],)"
          R"("next_cursor":null})");
}

TEST_CASE("the pages of the log lead from cursor to cursor to a null at the end")
{
    reports::log_file file;
    file.add(std::vector<journal::visit_row>(5, reports::served(60s)));
    std::size_t seen = 0;
    std::vector<std::size_t> sizes;
    std::optional<reports::visit_position> after;
    do {
        const auto page = api::list_visits(source_of(file), all_monday, after, 2).value();
        sizes.push_back(page.items.size());
        seen += page.items.size();
        after = page.next_cursor ? api::parse_visit_cursor(*page.next_cursor) : std::nullopt;
        CHECK(page.next_cursor.has_value() == after.has_value());
    } while (after);
    CHECK(seen == 5);
    CHECK(sizes == std::vector<std::size_t>{2, 2, 1});
    // A page that is exactly full is the last one all the same.
    CHECK_FALSE(api::list_visits(source_of(file), all_monday, std::nullopt, 5).value().next_cursor);
}

TEST_CASE("a cursor that nobody gave is none")
{
    const reports::visit_position position{monday, domain::ticket_id{7}};
    CHECK(api::parse_visit_cursor(api::format_cursor(position)) == position);
    for (const auto* text : {"", ".", "1", "1.", ".1", "1.2.3", "01.2", "1.02", "+1.2", "1. 2", "x.y",
                             "99999999999.1", "1.99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(api::parse_visit_cursor(text));
    }
    CHECK(api::parse_key_cursor(api::format_cursor(std::string("Đ&=/"))) == "Đ&=/");
    for (const auto* text : {"", "4", "4G", "4142x", "4A"}) {
        INFO(text);
        CHECK_FALSE(api::parse_key_cursor(text));
    }
}

TEST_CASE("the report has the fields of the interface, null where nothing was served")
{
    reports::log_file file;
    file.add({reports::served(900s, 300s), reports::served(1000s, 301s)});
    auto cancelled = reports::unserved(domain::visit_outcome::cancelled, domain::ticket_state::cancelled);
    cancelled.service = "B";
    cancelled.target = 600s;
    file.add({cancelled});
    const reports::waits_query wanted{.from = monday, .to = monday, .by = reports::grouping::service};
    CHECK(
        base::to_json(api::report_waits(source_of(file), wanted, std::nullopt, 100).value()) ==
        R"({"items":[{"key":"A","visits":2,"served":2,"no_show":0,"cancelled":0,"unreliable":0,"wait_mean_s":950,)"
        R"("wait_p50_s":900,"wait_p90_s":1000,"wait_p95_s":1000,"wait_max_s":1000,"service_mean_s":301,)"
        R"("service_p90_s":301,"within_target":0.5,"target_s":900},)"
        R"({"key":"B","visits":1,"served":0,"no_show":0,"cancelled":1,"unreliable":0,"wait_mean_s":null,)"
        R"("wait_p50_s":null,"wait_p90_s":null,"wait_p95_s":null,"wait_max_s":null,"service_mean_s":null,)"
        R"("service_p90_s":null,"within_target":null,"target_s":600}],"next_cursor":null})");
}

TEST_CASE("a report pages by its keys, the visits that no counter had last")
{
    reports::log_file file;
    std::vector<journal::visit_row> rows;
    for (const auto* counter : {"10", "9", "VIP"}) {
        rows.push_back(reports::served(60s));
        rows.back().counter = counter;
    }
    rows.push_back(reports::unserved(domain::visit_outcome::cancelled, domain::ticket_state::cancelled));
    file.add(rows);
    const reports::waits_query wanted{.from = monday, .to = monday, .by = reports::grouping::counter};
    std::vector<std::string> keys;
    std::optional<std::string> after;
    do {
        const auto page = api::report_waits(source_of(file), wanted, after, 1).value();
        REQUIRE(page.items.size() == 1);
        keys.push_back(page.items[0].key.value_or("-"));
        after = page.next_cursor ? api::parse_key_cursor(*page.next_cursor) : std::nullopt;
    } while (after);
    CHECK(keys == std::vector<std::string>{"9", "10", "VIP", "-"});
}

TEST_CASE("the CSV of the log has a line for every visit, and a hostile procedure stays a text")
{
    reports::log_file file;
    auto hostile = reports::served(125s, 300s);
    hostile.procedure = "=HYPERLINK(\"http://x\",1)";
    file.add({hostile, reports::unserved(domain::visit_outcome::no_show, domain::ticket_state::no_show)});
    CHECK(api::visits_csv(source_of(file), all_monday).value() ==
          "\xEF\xBB\xBFnumber,day,service,procedure,channel,priority,issued_at,first_called_at,served_from,"
          "served_to,counter,staff,calls,wait_s,service_s,transfers,outcome,expected_wait_s,rating,"
          "wait_total_s,walk_s,unreliable,id,forecast_state,expected_from_s,expected_to_s\r\n"
          "A001,2026-11-23,A,\"'=HYPERLINK(\"\"http://x\"\",1)\",kiosk,none,2026-11-23T08:00:00+07:00,"
          "2026-11-23T08:02:05+07:00,2026-11-23T08:02:05+07:00,2026-11-23T08:07:05+07:00,1,,1,125,300,0,"
          "served,,,0,,false,demo-1,open,,\r\n"
          "A001,2026-11-23,A,,kiosk,none,2026-11-23T08:00:00+07:00,,,,,,0,,,0,no_show,,,0,,false,demo-2,open,"
          ",\r\n");
}

TEST_CASE("a long CSV is written in pieces, and a sink that is full ends it")
{
    reports::log_file file;
    file.add(std::vector<journal::visit_row>(2000, reports::served(60s)));
    std::size_t pieces = 0;
    std::size_t longest = 0;
    const auto count = [&](std::string_view piece) -> reports::result<void> {
        ++pieces;
        longest = std::max(longest, piece.size());
        return {};
    };
    REQUIRE(api::write_visits_csv(source_of(file), all_monday, count).has_value());
    CHECK(pieces > 2);
    CHECK(longest < 100'000);
    pieces = 0;
    const auto full = [&](std::string_view) -> reports::result<void> {
        ++pieces;
        return reports::report_error{reports::fault::failed, "full"};
    };
    CHECK(api::write_visits_csv(source_of(file), all_monday, full).error().what == reports::fault::failed);
    CHECK(pieces == 1);
}

TEST_CASE("every member of the log's messages has a schema")
{
    CHECK(base::schema_of<protocol::visit_list>().at("required") == boost::json::array{"items"});
    CHECK(base::schema_of<protocol::waits_report>().at("type") == "object");
}
