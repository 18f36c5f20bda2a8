// Events of older versions are read as if they had been written today.

#include "server/journal/lifting.hpp"

#include "server/journal/codec.hpp"
#include "store_file.hpp"

using namespace motcua;
using namespace motcua::journal;

namespace {

/// An event whose name changed once and whose body changed twice.
struct door_opened
{
    static constexpr std::string_view kind = "door_opened";
    static constexpr std::string_view kind_v1 = "door_unlocked";
    static constexpr int version = 3;

    std::string door;
    int width_mm{};
};
BOOST_DESCRIBE_STRUCT(door_opened, (), (door, width_mm))

/// One that is still as it was first written, and does not state its version.
struct door_closed
{
    static constexpr std::string_view kind = "door_closed";

    std::string door;
};
BOOST_DESCRIBE_STRUCT(door_closed, (), (door))

using door_event = std::variant<door_closed, door_opened>;

void rename_door(boost::json::object& body)
{
    if (const auto* name = body.if_contains("name")) {
        auto kept = *name;
        body["door"] = std::move(kept);
        body.erase("name");
    }
}

void measure_in_millimetres(boost::json::object& body)
{
    const auto* width = body.if_contains("width_cm");
    if (width != nullptr && width->is_int64()) {
        const auto centimetres = width->get_int64();
        body["width_mm"] = centimetres * 10;
        body.erase("width_cm");
    }
}

constexpr std::array door_lifts{lift{"door_opened", 1, rename_door},
                                lift{"door_opened", 2, measure_in_millimetres}};

base::parsed<door_event> read(std::string_view kind, std::int64_t version, std::string_view body)
{
    return read_event<door_event>(kind, version, body, door_lifts);
}

} // namespace

TEST_CASE("an old body is lifted step by step to the present struct")
{
    const auto [kind, version, body] = GENERATE(
        table<const char*, int, const char*>({{"door_unlocked", 1, R"({"name":"front","width_cm":90})"},
                                              {"door_opened", 2, R"({"door":"front","width_cm":90})"},
                                              {"door_opened", 3, R"({"door":"front","width_mm":900})"}}));
    INFO(kind << ", version " << version);
    const auto event = read(kind, version, body);
    REQUIRE(event.has_value());
    const auto& opened = std::get<door_opened>(*event);
    CHECK(opened.door == "front");
    CHECK(opened.width_mm == 900);
    CHECK(std::get<door_closed>(read("door_closed", 1, R"({"door":"back"})").value()).door == "back");
}

TEST_CASE("a kind or version that never was, and a body that does not fit, are errors")
{
    constexpr auto body = R"({"door":"front","width_mm":900})";
    CHECK(read("door_opened", 1, body).has_error());
    CHECK(read("door_unlocked", 3, body).has_error());
    CHECK(read("door_opened", 4, body).has_error());
    CHECK(read("door_opened", 0, body).has_error());
    CHECK(read("door_closed", 2, body).has_error());
    CHECK(read("door_opened", 3, R"({"door":"front"})").has_error());
    CHECK(read("door_unlocked", 1, R"({"name":"front","width_cm":"90"})").has_error());
    CHECK(read("door_unlocked", 1, "[]").has_error());
    CHECK(read("door_unlocked", 1, "{").has_error());
}

TEST_CASE("a missing step is an error and not a guess")
{
    const std::span<const lift> only_the_first(door_lifts.data(), 1);
    CHECK_FALSE(is_lifted_by<door_opened>(only_the_first));
    CHECK(is_lifted_by<door_opened>(door_lifts));
    const auto event =
        read_event<door_event>("door_opened", 2, R"({"door":"front","width_cm":90})", only_the_first);
    REQUIRE(event.has_error());
    CHECK(event.error().detail == "no step leads on from version 2 of door_opened");
}

TEST_CASE("every older version of every event is lifted to the present one")
{
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<domain::event_body>>>([](auto index) {
        using event_type = std::variant_alternative_t<index, domain::event_body>;
        INFO(event_type::kind);
        CHECK(is_lifted_by<event_type>(past_versions()));
    });
}

TEST_CASE("a no-show that was stored under its first name is one")
{
    const auto event = decode("ticket_not_shown", 1, R"({"ticket":7})");
    REQUIRE(event.has_value());
    CHECK(std::get<domain::ticket_no_show>(*event).ticket == domain::ticket_id{7});
    CHECK(decode("ticket_no_show", 1, R"({"ticket":7})").has_error());
    CHECK(decode("ticket_not_shown", 2, R"({"ticket":7})").has_error());
}

TEST_CASE("pauses and holds that were stored without an end have none")
{
    const auto paused = decode("counter_paused", 1, R"({"counter":"1","reason":"lunch"})");
    REQUIRE(paused.has_value());
    CHECK_FALSE(std::get<domain::counter_paused>(*paused).until);
    const auto held = decode("ticket_held", 1, R"({"ticket":7,"reason":null})");
    REQUIRE(held.has_value());
    CHECK_FALSE(std::get<domain::ticket_held>(*held).until);
}

TEST_CASE("version 1 is stored as null and left out of the hash, a later one is stored and covered by it")
{
    const store_file file;
    {
        auto made = events(1, 2);
        made.events[1].body = domain::ticket_no_show{domain::ticket_id{1}};
        append(*file.open(), made).value();
    }
    {
        SQLite::Database stored(file.path(), SQLite::OPEN_READONLY);
        CHECK(stored.execAndGet("SELECT version FROM event WHERE seq = 1").isNull());
        CHECK(stored.execAndGet("SELECT kind || version FROM event WHERE seq = 2").getString() ==
              "ticket_no_show2");
    }
    CHECK(replayed(*file.open(), 0).size() == 2);
    const auto* sql = GENERATE("UPDATE event SET version = 1 WHERE seq = 1",
                               "UPDATE event SET version = NULL WHERE seq = 2",
                               "UPDATE event SET version = 3 WHERE seq = 2");
    INFO(sql);
    file.tamper(sql);
    CHECK(file.open()->replay(0, [](const domain::event&) {}).error().what == fault::corrupt);
}
