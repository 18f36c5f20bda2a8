// Booking and check-in at the kiosk: the model's way there and back.

#include "kiosk/appointments/limits.hpp"
#include "kiosk/limits.hpp"
#include "tests/unit/kiosk/appointments_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::kiosk;
using namespace std::chrono_literals;

namespace {

const moment origin{};

template <class Effect>
Effect effect_in(const std::vector<effect>& effects)
{
    REQUIRE(effects.size() == 1);
    return std::get<Effect>(std::get<appointment_effect>(effects.front()));
}

template <class Screen>
const Screen* shown(const model& model)
{
    const auto* present = std::get_if<appointment_screen>(&model.state().screen);
    return present ? std::get_if<Screen>(present) : nullptr;
}

bool is_home(const model& model) { return std::holds_alternative<at_home>(model.state().screen); }

/// A kiosk that holds a place and asks for the phone number, at `origin` + 5 s.
model phone_kiosk()
{
    auto m = test::ready_kiosk();
    m.handle(slots_arrived{"A", test::demo_slots()}, origin);
    CHECK(effect_in<find_slots>(m.handle(tapped_book{}, origin)).service == "A");
    m.handle(slots_arrived{"A", test::demo_slots()}, origin + 1s);
    REQUIRE(shown<choosing_slot>(m));
    CHECK(shown<choosing_slot>(m)->day == day_of(test::november(25, 8, 0)));
    const auto held = effect_in<hold_slot>(m.handle(tapped_slot{"A", test::november(25, 8, 0)}, origin + 3s));
    m.handle(slot_held{held.key, test::demo_place()}, origin + 5s);
    REQUIRE(shown<entering_phone>(m));
    return m;
}

void type(model& m, std::string_view keys, moment now)
{
    for (const char key : keys) {
        m.handle(tapped_key{key}, now);
    }
}

std::vector<effect> scan(model& m, std::string_view letters, moment now)
{
    std::vector<effect> all;
    for (const char letter : letters) {
        for (auto& one : m.handle(typed_letter{static_cast<char32_t>(letter)}, now)) {
            all.push_back(std::move(one));
        }
    }
    return all;
}

} // namespace

TEST_CASE("a place is held, the number typed, and the appointment shown until it gives way to home")
{
    auto m = phone_kiosk();
    type(m, "0912345678", origin + 6s);
    const auto wanted = effect_in<book>(m.handle(tapped_confirm{}, origin + 7s));
    CHECK(wanted.request.phone == "0912345678");
    CHECK(wanted.request.place == test::demo_place());
    m.handle(appointment_booked{wanted.request.key, test::demo_appointment(), "5678"}, origin + 8s);
    REQUIRE(shown<booked>(m));
    CHECK(m.handle(appointment_booked{wanted.request.key, test::demo_appointment(), "5678"}, origin + 8s)
              .empty());
    m.handle(ticked{}, origin + 8s + limits::shown);
    CHECK(is_home(m));
}

TEST_CASE("a phone number that is not whole books nothing, and one left alone is forgotten")
{
    auto m = phone_kiosk();
    type(m, "091234567", origin + 6s);
    CHECK(m.handle(tapped_confirm{}, origin + 7s).empty());
    m.handle(tapped_delete{}, origin + 8s);
    CHECK(shown<entering_phone>(m)->digits == "09123456");
    m.handle(ticked{}, origin + 8s + limits::left_alone);
    CHECK(is_home(m));
}

TEST_CASE("an appointment that no screen shows is cancelled")
{
    auto m = phone_kiosk();
    type(m, "0912345678", origin + 6s);
    const auto wanted = effect_in<book>(m.handle(tapped_confirm{}, origin + 7s));
    m.handle(ticked{}, origin + 7s + limits::answer);
    REQUIRE(shown<not_booked>(m));
    CHECK(effect_in<book>(m.handle(tapped_retry{}, origin + 29s)).request.key == wanted.request.key);
    m.handle(booking_refused{wanted.request.key, booking_refusal::unanswered}, origin + 30s);
    m.handle(tapped_done{}, origin + 32s);
    CHECK(is_home(m));
    const auto late =
        m.handle(appointment_booked{wanted.request.key, test::demo_appointment(), "5678"}, origin + 33s);
    CHECK(effect_in<unbook>(late) == unbook{"7KQ2MD", "5678"});
}

TEST_CASE("a refusal offers the next free time")
{
    auto m = phone_kiosk();
    type(m, "0912345678", origin + 6s);
    const auto wanted = effect_in<book>(m.handle(tapped_confirm{}, origin + 7s));
    SECTION("that the server names")
    {
        m.handle(booking_refused{wanted.request.key, booking_refusal::full, test::november(30, 8, 0)},
                 origin + 8s);
        CHECK(shown<not_booked>(m)->next == test::november(30, 8, 0));
    }
    SECTION("of another day, after too many on this one")
    {
        m.handle(booking_refused{wanted.request.key, booking_refusal::too_many}, origin + 8s);
        CHECK(shown<not_booked>(m)->next == test::november(30, 8, 0));
    }
}

TEST_CASE("a place that is kept no longer is said to be gone")
{
    auto m = phone_kiosk();
    for (auto passed = 10s; passed < 300s; passed += 30s) {
        m.handle(tapped_delete{}, origin + passed); // a hesitating finger
        m.handle(ticked{}, origin + passed);
    }
    CHECK(shown<entering_phone>(m)->left == 20s);
    m.handle(ticked{}, origin + 300s);
    CHECK(shown<not_booked>(m)->why == booking_refusal::expired);
}

TEST_CASE("a code that is typed becomes a ticket, which is printed")
{
    auto m = test::ready_kiosk();
    m.handle(tapped_check_in{}, origin);
    type(m, "7KQ2MD", origin + 1s);
    const auto wanted = effect_in<check_in>(m.handle(tapped_confirm{}, origin + 2s));
    CHECK(wanted.code == "7KQ2MD");
    const auto effects = m.handle(checked_in{wanted.key, test::demo_ticket()}, origin + 3s);
    REQUIRE(effects.size() == 1);
    CHECK(std::holds_alternative<print>(effects.front()));
    CHECK(std::holds_alternative<issued>(m.state().screen));
}

TEST_CASE("a scanned code is checked in at once, as an address or as six characters with Enter")
{
    auto m = test::ready_kiosk();
    SECTION("an address")
    {
        CHECK(effect_in<check_in>(scan(m, "https://hall.example/book#7kq2md", origin + 1s)).code == "7KQ2MD");
    }
    SECTION("the code alone")
    {
        CHECK(effect_in<check_in>(scan(m, "7KQ2MD\r", origin + 1s)).code == "7KQ2MD");
    }
    SECTION("on the screen of the code, and no second time for the Enter behind it")
    {
        m.handle(tapped_check_in{}, origin);
        CHECK(effect_in<check_in>(scan(m, "https://hall.example/book#7KQ2MD\r", origin + 1s)).code ==
              "7KQ2MD");
    }
    SECTION("the address of a ticket is not a code")
    {
        CHECK(scan(m, "https://hall.example/t/7KQ2MD\r", origin + 1s).empty());
        CHECK(is_home(m));
    }
}

TEST_CASE("why there is no number is said, and the same code can be tried again")
{
    auto m = test::ready_kiosk();
    const auto wanted = effect_in<check_in>(scan(m, "7KQ2MD\r", origin));
    m.handle(check_in_refused{wanted.key, check_in_refusal::too_early, test::monday_morning()}, origin + 1s);
    REQUIRE(shown<not_checked_in>(m));
    CHECK(shown<not_checked_in>(m)->time == test::monday_morning());
    m.handle(tapped_check_in{}, origin + 2s);
    CHECK(shown<entering_code>(m));
    m.handle(tapped_back{}, origin + 3s);
    CHECK(is_home(m));
}

TEST_CASE("blanks, hyphens and case of a code do not matter, and no other letter is in one")
{
    CHECK(code_in(" 7kq-2md") == "7KQ2MD");
    CHECK(code_in("https://hall.example/book#7kq2md") == "7KQ2MD");
    CHECK(code_in("7KQ2MO").empty());
    CHECK(code_in("7KQ2MD2").empty());
    CHECK(grouped_phone("0912345678") == "0912 345 678");
    CHECK_FALSE(is_phone("9123456789"));
}

TEST_CASE("which services can be booked is asked one after the other while nobody is there")
{
    auto m = test::ready_kiosk();
    CHECK(effect_in<find_slots>(m.handle(ticked{}, origin)).service == "A");
    CHECK(m.handle(ticked{}, origin + 1s).empty());
    m.handle(slots_arrived{"A", {}}, origin + 1s);
    CHECK(effect_in<find_slots>(m.handle(ticked{}, origin + 1s)).service == "B");
    m.handle(slots_arrived{"B", test::demo_slots()}, origin + 1s);
    CHECK(bookable_services(m.state()) == std::vector<std::string>{"B"});
}
