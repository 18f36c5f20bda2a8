#include "tests/unit/api/settings_office.hpp"

using namespace motcua;
using namespace motcua::api;

namespace {

const std::string weekdays =
    R"({"hours":{"mon":[["07:30","11:30"],["13:00","17:00"]],"tue":[["07:30","11:30"]],
    "wed":[["07:30","11:30"]],"thu":[["07:30","11:30"]],"fri":[["07:30","11:30"]],"sat":[],"sun":[]},
    "holidays":[{"day":"2026-11-24","name":"Ngày lễ","confirmed":false,"closes":false,"source":""},
                {"day":"2026-11-25","name":"Quốc khánh","confirmed":true,"closes":true,"source":""}]})";

} // namespace

TEST_CASE("the calendar says of each day what it is, what it is called and when the hall is open")
{
    settings_office office;
    REQUIRE(office.put(weekdays, "*").status == 200);
    const auto days = office.json("calendar?from=2026-11-22&to=2026-11-25").at("items").as_array();
    REQUIRE(days.size() == 4);
    CHECK(days[0] ==
          boost::json::parse(R"({"day":"2026-11-22","kind":"rest","name":"","confirmed":true,"hours":[]})"));
    CHECK(days[1].at("kind") == "working");
    CHECK(days[1].at("hours") == boost::json::parse(R"([["07:30","11:30"],["13:00","17:00"]])"));
    CHECK(days[2].at("kind") == "working");
    CHECK(days[2].at("name") == "Ngày lễ");
    CHECK_FALSE(days[2].at("confirmed").as_bool());
    CHECK(days[3].at("kind") == "holiday");
    CHECK(days[3].at("confirmed").as_bool());
    CHECK(days[3].at("hours").as_array().empty());
}

TEST_CASE("a hall that never closes is open to the end of each day")
{
    settings_office office;
    CHECK(office.json("calendar?from=2026-11-22&to=2026-11-22").at("items").at(0).at("hours") ==
          boost::json::parse(R"([["00:00","24:00"]])"));
}

TEST_CASE("the calendar answers for at most 400 days, by pages")
{
    settings_office office;
    const auto page = office.json("calendar?from=2026-01-01&to=2027-02-04&limit=1000");
    CHECK(page.at("items").as_array().size() == 400);
    CHECK(page.at("next_cursor").is_null());
    const auto many = office.get("calendar?from=2026-01-01&to=2027-02-05");
    CHECK(many.status == 422);
    CHECK(text_in(many, "field") == "to");
    const auto part = office.json("calendar?from=2026-01-01&to=2026-01-05&limit=3&cursor=3");
    CHECK(part.at("items").at(0).at("day") == "2026-01-04");
    CHECK(office.get("calendar?from=2026-01-02&to=2026-01-01").status == 422);
    CHECK(office.get("calendar").status == 422);
}

TEST_CASE("the calendar is public where the site lets anybody read")
{
    settings_office office;
    CHECK(office.get("calendar?from=2026-01-01&to=2026-01-01", std::nullopt).status == 200);
    REQUIRE(office.put(R"({"public":{"reads":false}})", "*").status == 200);
    CHECK(office.get("calendar?from=2026-01-01&to=2026-01-01", std::nullopt).status == 401);
    CHECK(office.get("calendar?from=2026-01-01&to=2026-01-01", "of-kiosk").status == 200);
}
