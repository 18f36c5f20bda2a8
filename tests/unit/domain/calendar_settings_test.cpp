// An office's calendar as settings: its form on the wire, and what is refused.

#include "calendar_days.hpp"

#include "base/json_schema.hpp"

using namespace motcua::domain;
using motcua::base::from_json;
using motcua::base::to_json;

namespace {

std::string fault_in(const office_calendar& calendar)
{
    const auto fault = first_fault(calendar);
    return fault ? fault->field : "";
}

office_calendar with_monday(const day_hours& hours) { return {.hours = week_hours{.mon = hours}}; }

holiday named(motcua::base::day when) { return {.day = when, .name = "Tết"}; }

} // namespace

TEST_CASE("a calendar is written with the words of the interface, and read back the same")
{
    office_calendar calendar{.hours = week_hours{.mon = usual_hours, .sun = {{0h, 24h}}}};
    calendar.exceptions = {{on(2026, 11, 20), {{8h, 9h}}, "Ngày hội"}};
    calendar.holidays = {
        {.day = on(2026, 11, 24), .name = "Văn hoá", .confirmed = false, .closes = true, .source = "luật"}};
    calendar.swaps = {{.off = on(2026, 8, 31), .on = on(2026, 8, 22)}};
    const std::string text =
        R"({"hours":{"mon":[["07:30","11:30"],["13:00","17:00"]],"tue":[],"wed":[],"thu":[],"fri":[],"sat":[],)"
        R"("sun":[["00:00","24:00"]]},)"
        R"("exceptions":[{"day":"2026-11-20","hours":[["08:00","09:00"]],"name":"Ngày hội"}],)"
        R"("holidays":[{"day":"2026-11-24","name":"Văn hoá","confirmed":false,"closes":true,"source":"luật"}],)"
        R"("swaps":[{"off":"2026-08-31","on":"2026-08-22"}]})";
    CHECK(to_json(calendar) == text);
    CHECK(from_json<office_calendar>(text).value() == calendar);
}

TEST_CASE("a time of day that is not one is refused with its place")
{
    const auto field_of = [](const std::string& text) {
        const auto read = from_json<day_hours>(text);
        return read ? std::string("none") : read.error().field;
    };
    CHECK(field_of(R"([["07:30","11:30"]])") == "none");
    CHECK(field_of(R"([["7:30","11:30"]])") == "[0][0]");
    CHECK(field_of(R"([["07:30","11:60"]])") == "[0][1]");
    CHECK(field_of(R"([["07:30","24:01"]])") == "[0][1]");
    CHECK(field_of(R"([["07-30","11:30"]])") == "[0][0]");
    CHECK(field_of(R"([["07:30","11:30"],["13:00"]])") == "[1]");
    CHECK(field_of(R"([["07:30",1130]])") == "[0][1]");
    CHECK(field_of(R"(["07:30"])") == "[0]");
}

TEST_CASE("a day that the calendar does not have is refused with its path")
{
    const auto read = from_json<office_calendar>(
        R"({"hours":{"mon":[],"tue":[],"wed":[],"thu":[],"fri":[],"sat":[],"sun":[]},"exceptions":[],)"
        R"("holidays":[],"swaps":[{"off":"2026-08-31","on":"2026-02-30"}]})");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().field == "swaps[0].on");
}

TEST_CASE("the schema of a calendar says how a time and a day are written")
{
    const auto schema = motcua::base::schema_of<office_calendar>();
    const auto& properties = schema.at("properties").as_object();
    CHECK(properties.at("holidays").at("items").at("properties").at("day").at("format") == "date");
    CHECK(properties.at("swaps").at("items").at("required").as_array().size() == 2);
    const auto& hours = properties.at("exceptions").at("items").at("properties").at("hours");
    CHECK(hours.at("items").at("maxItems") == 2);
}

TEST_CASE("hours must be in order, apart, and within the day")
{
    CHECK(fault_in(with_monday(usual_hours)).empty());
    CHECK(fault_in(with_monday({{0h, 12h}, {12h, 24h}})).empty());
    CHECK(fault_in(with_monday({{13h, 17h}, {7h, 11h}})) == "hours.mon[1]");
    CHECK(fault_in(with_monday({{7h, 12h}, {11h, 17h}})) == "hours.mon[1]");
    CHECK(fault_in(with_monday({{12h, 7h}})) == "hours.mon[0]");
    CHECK(fault_in(with_monday({{7h, 7h}})) == "hours.mon[0]");
    CHECK(fault_in(with_monday({{-1h, 7h}})) == "hours.mon[0]");
    CHECK(fault_in(with_monday({{7h, 25h}})) == "hours.mon[0]");
    CHECK(fault_in({.hours = week_hours{.sun = {{9h, 8h}}}}) == "hours.sun[0]");
    CHECK(fault_in(with_monday(day_hours(9, {7h, 8h}))) == "hours.mon");
}

TEST_CASE("a day has one holiday, one exception and one swap at most")
{
    const auto monday = on(2026, 8, 31);
    const auto saturday = on(2026, 8, 22);
    CHECK(fault_in({.holidays = {named(monday), named(saturday), named(monday)}}) == "holidays[2].day");
    CHECK(fault_in({.exceptions = {{.day = monday}, {.day = monday}}}) == "exceptions[1].day");
    CHECK(fault_in({.exceptions = {{.day = monday, .hours = {{8h, 7h}}}}}) == "exceptions[0].hours[0]");
    CHECK(fault_in({.swaps = {{.off = monday, .on = monday}}}) == "swaps[0].on");
    CHECK(fault_in({.swaps = {{monday, saturday}, {monday, on(2026, 8, 29)}}}) == "swaps[1].off");
    CHECK(fault_in({.swaps = {{monday, saturday}, {saturday, on(2026, 8, 29)}}}) == "swaps[1].off");
    CHECK(fault_in({.holidays = {named(monday)}, .swaps = {{monday, saturday}}}).empty());
}

TEST_CASE("names in a calendar are short and plain")
{
    CHECK(fault_in({.holidays = {{.name = ""}}}) == "holidays[0].name");
    CHECK(fault_in({.holidays = {{.name = std::string(101, 'x')}}}) == "holidays[0].name");
    CHECK(fault_in({.holidays = {{.name = "Tết\n"}}}) == "holidays[0].name");
    CHECK(fault_in({.holidays = {{.name = "Tết", .source = std::string(201, 'x')}}}) == "holidays[0].source");
    CHECK(fault_in({.exceptions = {{.name = std::string(101, 'x')}}}) == "exceptions[0].name");
    CHECK(fault_in({.swaps = std::vector<swap>(101)}) == "swaps");
}
