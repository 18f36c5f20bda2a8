#include "base/json_schema.hpp"
#include "protocol/messages.hpp"

#include <catch2/catch.hpp>

using namespace motcua::base;
using namespace motcua::protocol;

TEST_CASE("a request for a ticket needs its service alone")
{
    const auto read = from_json<issue_ticket>(R"({"service":"A"})");
    REQUIRE(read.has_value());
    CHECK(read->service == "A");
    CHECK_FALSE(read->priority);
    CHECK(from_json<issue_ticket>("{}").error().field == "service");
    CHECK(from_json<issue_ticket>(R"({"service":"A","priority":"vip"})").error().field == "priority");
    CHECK(from_json<issue_ticket>(R"({"service":"A","lang":"fr"})").error().field == "lang");
}

TEST_CASE("a full request for a ticket is read as it stands in the interface")
{
    const auto read = from_json<issue_ticket>(
        R"({"service":"A","priority":"none","channel":"kiosk","procedure":null,"phone":null,"lang":"vi"})");
    REQUIRE(read.has_value());
    CHECK(read->channel == issue_channel::kiosk);
}

TEST_CASE("what the hall sees of a ticket tells nothing of its priority")
{
    CHECK(to_json(public_ticket{}).find("priority") == std::string::npos);
    CHECK(to_json(feed_ticket<public_ticket>{}).find("priority") == std::string::npos);
    CHECK(to_json(board{}).find("priority") == std::string::npos);
}

TEST_CASE("a derived message has the members of its base first")
{
    const auto wire = to_json(ticket_with_history{});
    CHECK(wire.starts_with(R"({"id":"","number":"")"));
    CHECK(wire.ends_with(R"("history":[]})"));
}

TEST_CASE("a schema says what is required, what may be null, and each limit")
{
    const auto schema = schema_of<issue_ticket>();
    CHECK(schema.at("required").as_array() == boost::json::array{"service"});
    const auto& properties = schema.at("properties").as_object();
    CHECK(properties.at("service").at("maxLength").to_number<int>() == 16);
    CHECK(properties.at("priority").at("anyOf").as_array().size() == 2);
    CHECK(properties.at("priority").at("anyOf").at(0).at("enum").as_array().size() == 6);
    CHECK(schema_of<board>().at("properties").at("time").at("format") == "date-time");
}
