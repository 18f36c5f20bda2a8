#include "tests/unit/api/settings_office.hpp"

using namespace motcua;
using namespace motcua::api;

namespace {

http::response post(settings_office& office, const std::string& path, const std::string& body,
                    const std::string& token)
{
    return office.ask(path, {.method = http::verb::post, .body = body, .token = token});
}

http::response take(settings_office& office, const std::string& service)
{
    return post(office, "tickets", R"({"service":")" + service + "\"}", "of-kiosk");
}

} // namespace

TEST_CASE("a manager suspends a service, and kiosk and board say why and until when")
{
    settings_office office;
    const auto answer = post(office, "services/A/suspend",
                             R"({"reason":"Mất điện","until":"2026-11-23T10:00:00+07:00"})", "of-manager");
    REQUIRE(answer.status == 200);
    const auto services = boost::json::parse(answer.body).at("items").as_array();
    CHECK(services[0].at("state") == "suspended");
    CHECK(services[0].at("reason") == "Mất điện");
    CHECK(services[0].at("opens_at") == "2026-11-23T10:00:00+07:00");
    CHECK(services[1].at("state") == "open");
    const auto board = office.json("board").at("services").as_array();
    CHECK(board[0].at("state") == "suspended");
    CHECK(board[0].at("until") == "2026-11-23T10:00:00+07:00");
    const auto refused = take(office, "A");
    CHECK(refused.status == 409);
    const auto problem = boost::json::parse(refused.body);
    CHECK(problem.at("code") == "suspended");
    CHECK(problem.at("reason") == "Mất điện");
    CHECK(problem.at("until") == "2026-11-23T10:00:00+07:00");
    CHECK(problem.at("opens_at") == "2026-11-23T10:00:00+07:00");
    CHECK(take(office, "B").status == 201);
    CHECK(post(office, "services/A/resume", "{}", "of-admin").status == 200);
    CHECK(take(office, "A").status == 201);
}

TEST_CASE("a suspended site takes no tickets, and the audit says who suspended it")
{
    settings_office office;
    REQUIRE(post(office, "suspend", R"({"reason":"Bão"})", "of-admin").status == 200);
    const auto refused = take(office, "B");
    CHECK(refused.status == 409);
    const auto problem = boost::json::parse(refused.body);
    CHECK(problem.at("opens_at").is_null());
    CHECK(problem.at("until").is_null());
    CHECK(post(office, "resume", "{}", "of-manager").status == 200);
    CHECK(take(office, "B").status == 201);
    const auto audit = office.json("audit?from=2026-11-23&to=2026-11-23").at("items").as_array();
    std::vector<std::string> actions;
    for (const auto& item : audit) {
        actions.emplace_back(item.at("action").as_string());
    }
    CHECK(std::ranges::count(actions, "intake_suspended") == 1);
    CHECK(std::ranges::count(actions, "intake_resumed") == 1);
}

TEST_CASE("the last number of the day is announced with the ticket, on the board and to its holder")
{
    settings_office office;
    REQUIRE(office
                .put(R"({"public_url":"https://hall.example/","services":[
                               {"code":"A","name":"A","daily_quota":2},{"code":"B","name":"B"}]})",
                     "*")
                .status == 200);
    CHECK(boost::json::parse(take(office, "A").body).at("last_today") == false);
    CHECK(office.json("board").at("services").at(0).at("last_number").is_null());
    const auto last = boost::json::parse(take(office, "A").body);
    CHECK(last.at("number") == "A002");
    CHECK(last.at("last_today") == true);
    CHECK(last.at("track_url").as_string().starts_with("https://hall.example/t/"));
    for (const auto* list : {"services", "board"}) {
        const auto services = office.json(list);
        const auto& shown = services.at(list == std::string("board") ? "services" : "items").at(0);
        CHECK(shown.at("state") == "full");
        CHECK(shown.at("last_number") == "A002");
    }
    CHECK(boost::json::parse(take(office, "B").body).at("last_today") == false);
}

TEST_CASE("the intake is for managers and administrators, and of things that the site has")
{
    settings_office office;
    CHECK(post(office, "suspend", "{}", "of-kiosk").status == 403);
    CHECK(post(office, "services/A/resume", "{}", "of-kiosk").status == 403);
    CHECK(post(office, "services/Z/suspend", "{}", "of-manager").status == 404);
    const auto past = post(office, "suspend", R"({"until":"2026-11-23T07:00:00+07:00"})", "of-manager");
    CHECK(past.status == 422);
    CHECK(text_in(past, "field") == "until");
    const auto wrong = post(office, "suspend", R"({"until":"soon"})", "of-manager");
    CHECK(wrong.status == 422);
    CHECK(text_in(wrong, "field") == "until");
    CHECK(post(office, "suspend", R"({"reason":""})", "of-manager").status == 422);
}
