#include "server/api/openapi.hpp"
#include "tests/unit/api/settings_office.hpp"

using namespace motcua;
using namespace motcua::api;

TEST_CASE("the settings are read with their version, which is the ETag")
{
    settings_office office;
    const auto answer = office.get("settings");
    CHECK(answer.status == 200);
    CHECK(header_of(answer, "ETag") == "\"1\"");
    const auto body = boost::json::parse(answer.body);
    CHECK(body.at("version") == 1);
    CHECK(body.at("name") == "Một cửa");
    CHECK(body.at("public").at("reads").as_bool());
    CHECK(office.get("settings", "of-manager").status == 200);
    CHECK(office.get("settings", "of-kiosk").status == 403);
    CHECK(office.get("settings", std::nullopt).status == 401);
}

TEST_CASE("a change leaves the keys that it does not name, and answers with all of them")
{
    settings_office office;
    const auto answer =
        office.put(R"({"version":77,"elderly_age":70,"head_start":{"merit_minutes":5}})", "\"1\"");
    REQUIRE(answer.status == 200);
    const auto body = boost::json::parse(answer.body);
    CHECK(body.at("version") == 2);
    CHECK(body.at("elderly_age") == 70);
    CHECK(body.at("head_start").at("merit_minutes") == 5);
    CHECK(body.at("head_start").at("elderly_minutes") == 30);
    CHECK(body.at("services").as_array().size() == 2);
    CHECK(office.json("settings") == body);
}

TEST_CASE("a change must say which settings it was made from")
{
    settings_office office;
    const std::string body = R"({"elderly_age":70})";
    const auto without = office.put(body, "");
    CHECK(without.status == 428);
    CHECK(text_in(without, "code") == "precondition_required");
    for (const auto* other : {"\"2\"", "\"0\"", "1", "W/\"1\"", "\"1", "x"}) {
        INFO(other);
        const auto refused = office.put(body, other);
        CHECK(refused.status == 412);
        CHECK(text_in(refused, "code") == "changed_meanwhile");
    }
    CHECK(office.put(body, "\"7\", \"1\"").status == 200);
    CHECK(office.put(body, "\"1\"").status == 412);
    CHECK(office.put(body, "*").status == 200);
    CHECK(office.state().settings_version() == 3);
}

TEST_CASE("a wrong setting is refused with its path, and nothing changes")
{
    settings_office office;
    const auto* body = "";
    const auto* field = "";
    std::tie(body, field) = GENERATE(table<const char*, const char*>({
        {R"({"colour":"red"})", "colour"},
        {R"({"kiosk":{"colour":"red"}})", "kiosk.colour"},
        {R"({"services":[{"code":"A","name":"A","x":1}]})", "services[0].x"},
        {R"({"elderly_age":"60"})", "elderly_age"},
        {R"({"elderly_age":0})", "elderly_age"},
        {R"({"time_zone":"Mars/Base"})", "time_zone"},
        {R"({"hours":{"mon":[["07:30","11:30"],["11:00","17:00"]]}})", "hours.mon[1]"},
        {R"({"hours":{"mon":[["7:30","11:30"]]}})", "hours.mon[0][0]"},
        {R"({"counters":[{"code":"1","services":["Z"]}]})", "counters[0].services"},
    }));
    INFO(body);
    const auto answer = office.put(body, "\"1\"");
    CHECK(answer.status == 422);
    CHECK(text_in(answer, "field").starts_with(field));
    CHECK(office.state().settings_version() == 1);
}

TEST_CASE("a body that is not JSON is refused before its version is looked at")
{
    settings_office office;
    CHECK(office.put("{", "\"9\"").status == 400);
    CHECK(office.put("[]", "\"9\"").status == 422);
}

TEST_CASE("a service with tickets cannot be taken away, and the refusal names them")
{
    settings_office office;
    REQUIRE(
        office.ask("tickets", {.method = http::verb::post, .body = R"({"service":"B"})", .token = "of-kiosk"})
            .status == 201);
    const auto answer = office.put(R"({"services":[{"code":"A","name":"A"}],
                                       "counters":[{"code":"1","services":["A"]}]})",
                                   "\"1\"");
    CHECK(answer.status == 409);
    CHECK(text_in(answer, "code") == "in_use");
    CHECK(boost::json::parse(answer.body).at("tickets") == boost::json::array{"B001"});
}

TEST_CASE("the history says who changed which field when, from what to what, the newest first")
{
    settings_office office;
    office.put(R"({"elderly_age":70})", "\"1\"");
    office.put(R"({"elderly_age":65,"services":[{"code":"A","name":"Hộ tịch"},{"code":"B","name":"B"}]})",
               "\"2\"");
    const auto items = office.json("settings/history").at("items").as_array();
    REQUIRE(items.size() == 3);
    CHECK(items[0].at("version") == 3);
    CHECK(items[0].at("actor") ==
          office.json("audit?from=2026-11-23&to=2026-11-23").at("items").as_array().back().at("actor"));
    CHECK(items[0].at("at") == "2026-11-23T08:00:00+07:00");
    CHECK(items[0].at("changes") ==
          boost::json::parse(R"([{"path":"services[0].name","from":"A","to":"Hộ tịch"},
                                 {"path":"elderly_age","from":70,"to":65}])"));
    CHECK(items[1].at("changes") == boost::json::parse(R"([{"path":"elderly_age","from":60,"to":70}])"));
    CHECK(items[2].at("changes").as_array().empty());
    CHECK(office.get("settings/history", "of-manager").status == 403);
}

TEST_CASE("the history is read by pages")
{
    settings_office office;
    office.put(R"({"elderly_age":70})", "*");
    office.put(R"({"elderly_age":80})", "*");
    auto page = office.json("settings/history?limit=2");
    REQUIRE(page.at("items").as_array().size() == 2);
    CHECK(page.at("items").at(1).at("changes").as_array().size() == 1);
    const std::string cursor(page.at("next_cursor").as_string());
    page = office.json("settings/history?limit=2&cursor=" + cursor);
    REQUIRE(page.at("items").as_array().size() == 1);
    CHECK(page.at("items").at(0).at("version") == 1);
    CHECK(page.at("next_cursor").is_null());
    CHECK(office.get("settings/history?cursor=x").status == 422);
    CHECK(office.get("settings/history?limit=0").status == 422);
}

TEST_CASE("an earlier version comes back as a new one, once for a key")
{
    settings_office office;
    office.put(R"({"elderly_age":70})", "*");
    const auto restored = office.post("settings/restore", R"({"version":1})", "k");
    REQUIRE(restored.status == 200);
    CHECK(boost::json::parse(restored.body).at("version") == 3);
    CHECK(boost::json::parse(restored.body).at("elderly_age") == 60);
    const auto again = office.post("settings/restore", R"({"version":1})", "k");
    CHECK(again.body == restored.body);
    CHECK(header_of(again, "Idempotent-Replayed") == "true");
    CHECK(office.state().settings_version() == 3);
    const auto unknown = office.post("settings/restore", R"({"version":9})");
    CHECK(unknown.status == 422);
    CHECK(text_in(unknown, "field") == "version");
    CHECK(office.post("settings/restore", "{}").status == 422);
}

TEST_CASE("the audit holds each change of the settings, by business day")
{
    settings_office office;
    office.put(R"({"elderly_age":70,"kiosk":{"priority":false}})", "*");
    const auto of_monday = office.json("audit?from=2026-11-23&to=2026-11-23").at("items").as_array();
    REQUIRE(of_monday.size() == 2);
    CHECK(of_monday[0].at("actor") == "site");
    CHECK(of_monday[1].at("action") == "settings_changed");
    CHECK(of_monday[1].at("target") == "settings");
    CHECK(of_monday[1].at("detail") == "elderly_age, kiosk.priority");
    CHECK(office.json("audit?from=2026-11-24&to=2030-01-01").at("items").as_array().empty());
    CHECK(office.json("audit?from=2026-11-22&to=2026-11-22").at("items").as_array().empty());
    const auto page = office.json("audit?from=2026-11-23&to=2026-11-23&limit=1");
    CHECK(page.at("items").as_array().size() == 1);
    const std::string cursor(page.at("next_cursor").as_string());
    CHECK(office.json("audit?from=2026-11-23&to=2026-11-23&cursor=" + cursor).at("items").at(0) ==
          of_monday[1]);
    CHECK(office.get("audit?from=2026-11-23").status == 422);
    CHECK(office.get("audit?from=2026-11-23&to=2026-11-23", "of-manager").status == 403);
}

TEST_CASE("audit and history name the officer who acted")
{
    settings_office office;
    office.sign_in("thu", "Trần Anh Thư", domain::staff_role::admin);
    const auto changed = office.ask(
        "settings",
        {.method = http::verb::put, .body = R"({"elderly_age":70})", .if_match = "*", .token = "thu"});
    REQUIRE(changed.status == 200);
    for (const auto* list : {"settings/history?limit=1", "audit?from=2026-11-23&to=2026-11-23"}) {
        const auto items = office.json(list).at("items").as_array();
        CHECK(items.back().at("actor") == "staff:thu");
        CHECK(items.back().at("actor_name") == "Trần Anh Thư");
    }
    CHECK(office.json("audit?from=2026-11-23&to=2026-11-23").at("items").at(0).at("actor_name").is_null());
}

TEST_CASE("the document explains each setting in both languages")
{
    const auto document = boost::json::parse(openapi_document(all_endpoints()));
    const auto& schemas = document.at("components").at("schemas");
    const auto& age = schemas.at("settings").at("properties").at("elderly_age");
    CHECK(age.at("description") == "From this age on a citizen counts as elderly.");
    CHECK(age.as_object().contains("x-description-vi"));
    const auto& change = schemas.at("settings_change");
    CHECK_FALSE(change.as_object().contains("required"));
    const auto& service = change.at("properties").at("services").at("items");
    CHECK_FALSE(service.as_object().contains("required"));
    CHECK(service.at("properties").at("minutes").as_object().contains("description"));
    const auto& put = document.at("paths").at("/api/v1/sites/{site}/settings").at("put");
    CHECK(put.at("responses").as_object().contains("412"));
    CHECK(put.at("responses").as_object().contains("428"));
}
