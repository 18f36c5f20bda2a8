// The endpoints of number blocks over days and restarts, on a site without a socket and with a clock set by
// hand.

#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"
#include "server/journal/memory_journal.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

/// 2026-11-23 08:00 at UTC+7, a Monday.
constexpr domain::instant monday_at_8{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};

class hand_clock : public runtime::clock_source
{
public:
    runtime::clock_reading read() override { return {monday_at_8 + passed, passed, true}; }

    std::chrono::microseconds passed{0};
};

domain::site_settings small_site()
{
    domain::site_settings settings;
    settings.name = "Một cửa";
    settings.services = {{.code = "A", .name = "A", .name_en = "A", .minutes = 10min}};
    settings.counters = {{.code = "1", .services = {"A"}}};
    return settings;
}

struct kept_between_runs
{
    hand_clock clock;
    journal::memory_journal store;
};

/// One run of the server.
class small_office
{
public:
    explicit small_office(kept_between_runs& kept)
        : site_(
              kept.store, kept.clock, [this] { boost::asio::post(context_, [this] { site_.commit(); }); },
              [](const std::string&) {})
    {
        REQUIRE(site_.start().has_value());
        if (site_.state().seq() == 0) {
            site_.change(
                domain::configure_site{small_site()}, {"site", {}, {}, {}},
                [](const auto&, const auto&) { return runtime::reply{}; }, [](const auto&) {});
        }
        site_.tick();
        office_.sites.emplace("demo", api::site_context{site_, feed_, {}, consoles_});
        credentials_.add_program("demo", "kiosk-1", access::role::kiosk, access::hash_of_token("of-kiosk"));
        auto rows = api::number_block_endpoints();
        std::ranges::move(api::ticket_endpoints(), std::back_inserter(rows));
        router_.emplace(api::routes_of(rows, office_));
    }

    http::response ask(http::verb method, const std::string& path, const std::string& body = {})
    {
        http::request request;
        const auto target = "/api/v1/sites/demo/" + path;
        REQUIRE(request.set_target(target));
        request.method = method;
        request.body = body;
        request.bearer = "of-kiosk";
        std::optional<http::response> answer;
        boost::asio::co_spawn(context_, router_->handle(request),
                              [&](const std::exception_ptr& thrown, auto given) {
                                  REQUIRE_FALSE(thrown);
                                  answer = std::move(given);
                              });
        context_.restart();
        context_.run();
        return answer.value();
    }

    boost::json::value get(const std::string& path)
    {
        return boost::json::parse(ask(http::verb::get, path).body);
    }

    boost::json::value post(const std::string& path, const std::string& body)
    {
        const auto answer = ask(http::verb::post, path, body);
        CHECK(answer.status == 201);
        return boost::json::parse(answer.body);
    }

private:
    boost::asio::io_context context_;
    runtime::site site_;
    api::live_feed feed_{"demo", "epoch"};
    api::console_watch consoles_{site_};
    access::credentials credentials_{[this](std::string_view code) { return api::state_of(office_, code); }};
    const content::catalogue procedures_{std::vector<protocol::procedure>{}};
    const content::web_files web_{};
    runtime::worker_pool workers_{0, 1};
    runtime::worker_pool hashing_{0, 1};
    api::office office_{.sites = {},
                        .credentials = credentials_,
                        .catalogue = procedures_,
                        .web = web_,
                        .workers = workers_,
                        .hashing = hashing_};
    std::optional<http::router> router_;
};

std::string slip(int number, const std::string& at = "2026-11-23T08:00:00+07:00")
{
    return "{\"number\":" + std::to_string(number) + ",\"issued_at\":\"" + at + "\",\"last_contact\":\"" +
           at + "\"}";
}

} // namespace

TEST_CASE("what was leased for tomorrow is good tomorrow, over the turn of the day and a restart")
{
    kept_between_runs kept;
    {
        small_office monday(kept);
        CHECK(monday.post("number_blocks", R"({"service":"A","count":5})").at("day") == "2026-11-23");
        const auto next = monday.post("number_blocks", R"({"service":"A","count":5,"day":"2026-11-24"})");
        CHECK(next.at("id") == "2");
        CHECK(next.at("first") == 701);
        CHECK(monday.ask(http::verb::post, "number_blocks/2/tickets", slip(703)).status == 409);
    }
    kept.clock.passed += 24h;
    small_office tuesday(kept);
    const auto ticket = tuesday.post("number_blocks/2/tickets", slip(703, "2026-11-24T07:30:00+07:00"));
    CHECK(ticket.at("number") == "A703");
    CHECK(ticket.at("day") == "2026-11-24");
    CHECK(ticket.at("state") == "waiting");
    CHECK(ticket.at("issued_at") == "2026-11-24T07:30:00+07:00");
    const auto blocks = tuesday.get("number_blocks").at("items").as_array();
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].at("id") == "2");
    CHECK(blocks[0].at("used") == boost::json::array{703});
    CHECK(tuesday.post("number_blocks", R"({"service":"A","count":1})").at("first") == 706);
}

TEST_CASE("a slip of a day that is over is answered once and for ever, and is not a ticket of today")
{
    kept_between_runs kept;
    std::string first;
    {
        small_office monday(kept);
        monday.post("number_blocks", R"({"service":"A","count":5})");
    }
    kept.clock.passed += 24h;
    {
        small_office tuesday(kept);
        const auto answer = tuesday.ask(http::verb::post, "number_blocks/1/tickets", slip(702));
        CHECK(answer.status == 201);
        first = answer.body;
        const auto ticket = boost::json::parse(first);
        CHECK(ticket.at("number") == "A702");
        CHECK(ticket.at("day") == "2026-11-23");
        CHECK(ticket.at("state") == "cancelled");
        CHECK(ticket.at("outcome") == "day_closed");
        CHECK(tuesday.post("tickets", R"({"service":"A"})").at("number") == "A001");
    }
    REQUIRE(kept.store.visits().size() == 1);
    CHECK(kept.store.visits().begin()->second.number == "A702");
    kept.clock.passed += 400 * 24h;
    small_office next_year(kept);
    const auto again = next_year.ask(http::verb::post, "number_blocks/1/tickets", slip(702));
    CHECK(again.status == 201);
    CHECK(again.body == first);
    // The block itself is forgotten; its number stays known.
    CHECK(next_year.ask(http::verb::post, "number_blocks/1/tickets", slip(703)).status == 404);
    CHECK(kept.store.visits().size() == 2);
}
