#include "../reports/log_file.hpp"
#include "server/access/secrets.hpp"
#include "server/api/openapi.hpp"
#include "server/api/resources/resources.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

using namespace motcua;
using namespace std::chrono_literals;
using reports::monday;

namespace {

/// A clock that stands still on Monday at eight.
class still_clock : public runtime::clock_source
{
public:
    runtime::clock_reading read() override { return {reports::monday_at_8, 0us, true}; }
};

domain::event_body demo_settings()
{
    domain::site_settings settings;
    settings.name = "Một cửa";
    for (const auto* code : {"A", "B"}) {
        settings.services.push_back(
            {.code = code, .name = code, .name_en = code, .minutes = 10min, .target_minutes = 15min});
    }
    settings.counters = {{.code = "1", .services = {"A", "B"}}};
    return domain::site_configured{.settings = settings, .utc_offset = domain::minutes{420}};
}

/// The endpoints of the wait-time log, on a site without a socket.
class log_office
{
public:
    explicit log_office(std::vector<journal::visit_row> rows, std::size_t tasks_max = 4)
        : workers_(1, tasks_max)
    {
        journal::batch founding;
        founding.events.push_back({.seq = 1,
                                   .at = reports::monday_at_8,
                                   .actor = "site",
                                   .key = std::nullopt,
                                   .body = demo_settings()});
        REQUIRE(file_.append(founding));
        file_.add(std::move(rows));
        REQUIRE(site_.start().has_value());
        office_.sites.emplace("demo", api::site_context{site_, feed_, file_.path(), consoles_});
        credentials_.add_program("demo", "manager", access::role::manager,
                                 access::hash_of_token("of-manager"));
        credentials_.add_program("demo", "counter", access::role::counter,
                                 access::hash_of_token("of-counter"));
    }

    http::response get(const std::string& path, std::optional<std::string_view> token = "of-manager")
    {
        http::request request;
        const auto target = "/api/v1/sites/" + path;
        REQUIRE(request.set_target(target));
        request.bearer = token;
        std::optional<http::response> answer;
        boost::asio::co_spawn(context_, router_.handle(request),
                              [&](const std::exception_ptr& thrown, auto given) {
                                  REQUIRE_FALSE(thrown);
                                  answer = std::move(given);
                              });
        context_.restart();
        context_.run();
        return answer.value();
    }

    boost::json::value json(const std::string& path) { return boost::json::parse(get(path).body); }

private:
    reports::log_file file_;
    still_clock clock_;
    boost::asio::io_context context_;
    runtime::site site_{file_.store(), clock_, [] {}, [](const std::string&) {}};
    api::live_feed feed_{"demo", "epoch"};
    api::console_watch consoles_{site_};
    access::credentials credentials_{[this](std::string_view code) { return api::state_of(office_, code); }};
    const content::catalogue procedures_{std::vector<protocol::procedure>{}};
    const content::web_files web_{};
    runtime::worker_pool workers_;
    runtime::worker_pool hashing_{0, 1};
    api::office office_{.sites = {},
                        .credentials = credentials_,
                        .catalogue = procedures_,
                        .web = web_,
                        .workers = workers_,
                        .hashing = hashing_};
    http::router router_{api::routes_of(api::visit_endpoints(), office_)};
};

const std::string on_monday = "?from=2026-11-23&to=2026-11-23";

} // namespace

TEST_CASE("the log is for those in charge of its own site alone")
{
    log_office office({});
    for (const std::string path : {"/visits", "/reports/waits"}) {
        CHECK(office.get("demo" + path + on_monday).status == 200);
        CHECK(office.get("demo" + path + on_monday, std::nullopt).status == 401);
        CHECK(office.get("demo" + path + on_monday, "of-nobody").status == 401);
        CHECK(office.get("demo" + path + on_monday, "of-counter").status == 403);
        CHECK(office.get("another" + path + on_monday).status == 404);
        // Without permission nobody learns what is wrong with the query.
        CHECK(office.get("demo" + path, "of-counter").status == 403);
    }
}

TEST_CASE("the log answers by page and by filter")
{
    auto of_b = reports::served(60s);
    of_b.service = "B";
    of_b.priority = domain::priority_class::elderly;
    log_office office({reports::served(60s), of_b, reports::served(90s)});
    auto page = office.json("demo/visits" + on_monday + "&limit=2");
    CHECK(page.at("items").as_array().size() == 2);
    const std::string cursor(page.at("next_cursor").as_string());
    page = office.json("demo/visits" + on_monday + "&limit=2&cursor=" + cursor);
    REQUIRE(page.at("items").as_array().size() == 1);
    CHECK(page.at("items").at(0).at("wait_s") == 90);
    CHECK(page.at("next_cursor").is_null());

    const auto count = [&](const std::string& filter) {
        return office.json("demo/visits" + on_monday + filter).at("items").as_array().size();
    };
    CHECK(count("&service=B") == 1);
    CHECK(count("&priority=elderly") == 1);
    CHECK(count("&priority=none&service=A") == 2);
    CHECK(count("&counter=1") == 3);
    CHECK(count("&staff=lan") == 0);
    CHECK(count("&service=&counter=&staff=&priority=") == 3);
    // A service that the site has no longer may still be in its log.
    CHECK(count("&service=Z") == 0);
    CHECK(office.json("demo/visits?from=2030-01-01&to=2030-12-31").at("items").as_array().empty());
}

TEST_CASE("the log as CSV holds every page and says what it is")
{
    log_office office(std::vector<journal::visit_row>(150, reports::served(60s)));
    const auto answer = office.get("demo/visits" + on_monday + "&format=csv");
    CHECK(answer.status == 200);
    CHECK(answer.content_type == http::content::csv);
    CHECK(std::ranges::count(answer.body, '\n') == 151);
    CHECK(std::ranges::count(
              answer.headers,
              http::response::header("Content-Disposition",
                                     "attachment; filename=\"visits_2026-11-23_2026-11-23.csv\"")) == 1);
}

TEST_CASE("the report answers by each key, by service when none is named, with the site's targets")
{
    auto of_b = reports::served(901s);
    of_b.service = "B";
    log_office office({reports::served(60s), of_b});
    const auto keys = [&](const std::string& by) {
        std::string all;
        const auto report = office.json("demo/reports/waits" + on_monday + by);
        for (const auto& row : report.at("items").as_array()) {
            all += row.at("key").is_null() ? "null " : std::string(row.at("key").as_string()) + " ";
        }
        return all;
    };
    CHECK(keys("") == "A B ");
    CHECK(keys("&by=service") == "A B ");
    CHECK(keys("&by=counter") == "1 ");
    CHECK(keys("&by=staff") == "null ");
    CHECK(keys("&by=hour") == "08 ");
    CHECK(keys("&by=weekday") == "1 ");
    CHECK(keys("&by=day") == "2026-11-23 ");
    CHECK(keys("&by=priority") == "none ");
    CHECK(keys("&by=channel") == "kiosk ");
    CHECK(keys("&by=total") == "total ");
    CHECK(keys("&by=service&limit=1") == "A ");
    CHECK(keys("&by=service&limit=1&cursor=41") == "B ");

    const auto total = office.json("demo/reports/waits" + on_monday + "&by=total").at("items").at(0);
    CHECK(total.at("target_s") == 900);
    CHECK(total.at("within_target") == 0.5);
}

TEST_CASE("a refusal of a wrong query names the field at fault")
{
    log_office office({});
    const auto field = [&](const std::string& path) {
        const auto answer = office.get("demo/" + path);
        CHECK(answer.status == 422);
        return std::string(boost::json::parse(answer.body).at("field").as_string());
    };
    for (const std::string path : {"visits", "reports/waits"}) {
        INFO(path);
        CHECK(field(path + "?to=2026-11-23") == "from");
        CHECK(field(path + "?from=2026-11-23") == "to");
        CHECK(field(path + "?from=yesterday&to=2026-11-23") == "from");
        CHECK(field(path + "?from=2026-11-23&to=2026-11-31") == "to");
        CHECK(field(path + "?from=2026-11-24&to=2026-11-23") == "to");
        CHECK(field(path + on_monday + "&limit=0") == "limit");
        CHECK(field(path + on_monday + "&limit=1001") == "limit");
        CHECK(field(path + on_monday + "&limit=x") == "limit");
        CHECK(field(path + on_monday + "&cursor=x") == "cursor");
    }
    CHECK(field("visits" + on_monday + "&priority=vip") == "priority");
    CHECK(field("visits" + on_monday + "&priority=elderly%00x") == "priority");
    CHECK(field("visits" + on_monday + "&format=pdf") == "format");
    CHECK(field("reports/waits" + on_monday + "&by=mood") == "by");
}

TEST_CASE("when the pool is full the log answers 503")
{
    log_office office({}, 0);
    for (const std::string path : {"visits", "reports/waits"}) {
        const auto answer = office.get("demo/" + path + on_monday);
        CHECK(answer.status == 503);
        CHECK(std::ranges::count(answer.headers, "Retry-After", &http::response::header::first) == 1);
    }
    CHECK(office.get("demo/visits" + on_monday + "&format=csv").status == 503);
}

TEST_CASE("the description of the interface knows the log as JSON and as CSV")
{
    const auto document = boost::json::parse(api::openapi_document(api::all_endpoints()));
    const auto& answer =
        document.at("paths").at("/api/v1/sites/{site}/visits").at("get").at("responses").at("200");
    const auto& types = answer.at("content").as_object();
    CHECK(types.at("application/json").at("schema").at("$ref") == "#/components/schemas/visit_list");
    CHECK(types.at("text/csv; charset=utf-8").at("schema").at("type") == "string");
    CHECK(document.at("paths").as_object().contains("/api/v1/sites/{site}/reports/waits"));
}
