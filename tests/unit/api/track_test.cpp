#include "tests/unit/api/settings_office.hpp"

using namespace motcua;
using namespace motcua::api;
using namespace std::chrono_literals;

namespace {

/// The path of the ticket's own call.
std::string take(settings_office& office, const std::string& service)
{
    const auto answer = office.ask(
        "tickets",
        {.method = http::verb::post, .body = R"({"service":")" + service + "\"}", .token = "of-kiosk"});
    REQUIRE(answer.status == 201);
    const auto page = text_in(answer, "track_url");
    return "/api/v1/track" + page.substr(page.rfind('/'));
}

} // namespace

TEST_CASE("for seven days a track answers what became of its ticket, and then not any more")
{
    settings_office office;
    take(office, "A");
    const auto mine = take(office, "B");
    CHECK(text_in(office.get(mine, {}), "state") == "waiting");
    for (int day = 1; day <= 7; ++day) {
        INFO(day);
        office.pass(24h);
        const auto answer = office.get(mine, {});
        REQUIRE(answer.status == 200);
        CHECK(text_in(answer, "number") == "B001");
        CHECK(text_in(answer, "day") == "2026-11-23");
        CHECK(text_in(answer, "state") == "cancelled");
        CHECK(text_in(answer, "service_name") == "B");
        CHECK(text_in(answer, "issued_at") == "2026-11-23T08:00:00+07:00");
    }
    office.pass(24h);
    CHECK(office.get(mine, {}).status == 404);
    CHECK(office.get("/api/v1/track/AAAAAAAAAAAAAAAAAAAAAA", {}).status == 404);
}
