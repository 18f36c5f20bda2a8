#include "client/feed_message.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::client;
using namespace motcua::test;

namespace {

const std::string counter_json =
    R"({"counter":"2","state":"paused","services":["A"],"number":null,"staff":null,"reason":null})";

template <class Ticket = protocol::ticket>
feed_message<Ticket> read(const std::string& text)
{
    return read_feed_message<Ticket>(boost::json::parse(text));
}

} // namespace

TEST_CASE("a message about a ticket is read, whatever happened to it")
{
    const std::string type =
        GENERATE("ticket_issued", "ticket_called", "ticket_no_show", "ticket_some_new_event");
    const auto message =
        read(message_json(type, 8, R"("counter":"2","ticket":)" + ticket_json("A013", "called", R"("2")")));
    const auto& change = std::get<protocol::feed_ticket<protocol::ticket>>(message);
    CHECK(change.type == type);
    CHECK(change.ticket.number == "A013");
    CHECK(change.ticket.priority == protocol::priority::elderly);
}

TEST_CASE("the same message is read without what the public may not see")
{
    const auto message = read<protocol::public_ticket>(message_json(
        "ticket_called", 8, R"("counter":"2","ticket":)" + ticket_json("A013", "called", R"("2")")));
    CHECK(std::get<protocol::feed_ticket<protocol::public_ticket>>(message).ticket.number == "A013");
}

TEST_CASE("a message about a counter, a day or the settings is read")
{
    const std::string type = GENERATE("counter_opened", "counter_paused", "counter_closed");
    const auto message = read(message_json(type, 8, R"("counter":"2","status":)" + counter_json));
    CHECK(std::get<protocol::feed_counter>(message).status.counter == "2");
    const auto day = read(message_json("day_opened", 9, R"("day":"2026-11-23")"));
    CHECK(std::get<protocol::feed_day>(day).seq == 9);
    const auto settings = read(message_json("site_configured", 10, R"("version":2)"));
    CHECK(std::get<protocol::feed_settings>(settings).version == 2);
}

TEST_CASE("the type decides, not the shape")
{
    const auto ticket = R"("counter":"2","ticket":)" + ticket_json("A013", "called");
    CHECK(std::holds_alternative<unknown_change>(read(message_json("booking_moved", 8, ticket))));
    const auto status = R"("counter":"2","status":)" + counter_json;
    CHECK(std::holds_alternative<unknown_change>(read(message_json("sign_replaced", 8, status))));
    CHECK(std::holds_alternative<protocol::feed_counter>(
        read(message_json("counter_opened", 8, status + R"(,"ticket":)" + ticket_json("A013", "called")))));
}

TEST_CASE("a message that cannot be read is an unknown change")
{
    const auto* text =
        GENERATE(R"({})", R"({"type":7})", R"({"type":"ticket_called","seq":8,"prev":7,"ticket":{}})",
                 R"({"type":"counter_opened","seq":8})", R"({"type":"day_opened","day":"today"})",
                 R"({"type":"ticketing"})");
    CHECK(std::holds_alternative<unknown_change>(read(text)));
}

TEST_CASE("numbers and texts of a message are found by name and kind")
{
    const auto message = boost::json::parse(R"({"seq":7,"half":0.5,"type":"x"})").as_object();
    CHECK(number_in(message, "seq") == 7);
    CHECK_FALSE(number_in(message, "half"));
    CHECK_FALSE(number_in(message, "type"));
    CHECK_FALSE(number_in(message, "prev"));
    CHECK(text_in(message, "type") == "x");
    CHECK(text_in(message, "seq").empty());
    CHECK(text_in(message, "none").empty());
}
