#include "counter/console/screens/screen.hpp"
#include "tests/unit/counter/console/appointments/sample.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using test::monday;
using test::with_appointments;

namespace {

struct named_model
{
    std::string name;
    model shown;
};

ticket of_appointment(protocol::ticket_state state, bool is_late)
{
    auto t = test::one(state, "A042");
    t.has_appointment = true;
    t.booked_for = test::monday_morning() - 41min;
    t.is_late = is_late;
    t.calls = 2;
    return t;
}

/// Every step, and every notice.
std::vector<named_model> all_views()
{
    std::vector<named_model> all;
    const auto add = [&](std::string name, model shown, const std::vector<event>& then = {}) {
        for (const auto& one : then) {
            shown.handle(one, {});
        }
        all.push_back({std::move(name), std::move(shown)});
    };
    add("loading", test::counter_one(), {appointments::event{appointments::pressed_appointments{}}});
    add("none", with_appointments({}));
    add("list", with_appointments());
    std::vector<appointments::appointment> many;
    for (int nth = 0; nth < 40; ++nth) {
        many.push_back(
            test::appointment_at("WMWM" + std::to_string(10 + nth), std::chrono::minutes(10 * nth - 130)));
    }
    add("many", with_appointments(many), {moved{to_end}});
    add("found", with_appointments(), {typed{U'J'}});
    add("found_none", with_appointments(), {typed{U'Z'}});
    for (const std::string code : {"K4T8QP", "9XR3WB", "QH62TE", "5VNP8J", "T8DQ2M"}) {
        add("appointment_" + code, with_appointments(), {picked{code}});
    }
    add("cancel", with_appointments(), {picked{"W3GK7S"}, typed{U'3'}});
    auto person = with_appointments();
    person.handle(picked{"W3GK7S"}, {});
    person.handle(typed{U'4'}, {});
    person.handle(appointments::event{appointments::person_came{"boot-b1", "Công Tằng Tôn Nữ Thị Phương Anh",
                                                                "+84 912 345 678"}},
                  {});
    add("person", person);
    add("services", with_appointments(), {appointments::event{appointments::pressed_book{}}});
    add("times_loading", with_appointments(),
        {appointments::event{appointments::pressed_book{}}, typed{U'1'}});
    add("times", test::choosing_time(monday(), 14), {moved{13}});
    add("times_none", test::choosing_time(monday(), 0));
    auto failed = test::choosing_time(monday());
    failed.handle(moved_across{1}, {});
    failed.handle(
        appointments::event{appointments::times_failed{test::last_request<appointments::ask_times>(failed)}},
        {});
    add("times_failed", failed);
    add("form", test::filling_form(monday()));
    auto typed_form = test::filling_form(monday());
    test::type_text(typed_form, U"Công Tằng Tôn Nữ Thị Phương Anh Nguyễn Phúc Bảo Quỳnh");
    add("form_long", typed_form, {moved{1}});
    add("away", with_appointments(), {connection_changed{false}});
    add("ticket",
        test::counter_one(protocol::counter_state::open,
                          {of_appointment(protocol::ticket_state::called, false)},
                          {of_appointment(protocol::ticket_state::waiting, true)}),
        {moved{1}});
    add("ticket_late", test::counter_one(protocol::counter_state::open,
                                         {of_appointment(protocol::ticket_state::serving, true)}, {}));
    return all;
}

void check_view(test::picture& p, const std::string& name, const state& shown, const std::string& language)
{
    p.draw([&](ui::frame& frame) {
        frame.speak(language);
        draw(frame, shown);
    });
    const auto file = "appointments_" + name + "_" + language + ".png";
    if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
        p.save(file);
    }
    CAPTURE(file);
    CHECK(p.complaints() == std::vector<std::string>{});
    const auto& targets = p.targets();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        CHECK(targets[i].action.as<event>());
        for (std::size_t j = 0; j < i; ++j) {
            CHECK_FALSE(targets[i].place.overlaps(targets[j].place));
        }
    }
}

} // namespace

TEST_CASE("every text of the appointments fits, in both languages, and targets lie apart")
{
    const auto size = GENERATE(sf::Vector2u(1280, 800), sf::Vector2u(1920, 1080));
    const std::string language = GENERATE("vi", "en");
    test::picture p(size, reference);
    for (const auto& [name, shown] : all_views()) {
        check_view(p, name, shown.state(), language);
    }
}

TEST_CASE("every notice of the appointments fits, in both languages")
{
    const std::string language = GENERATE("vi", "en");
    test::picture p({1280, 800}, reference);
    auto shown = with_appointments().state();
    for (const std::string words : {"leave_first",
                                    "not_possible",
                                    "unanswered",
                                    "done.book",
                                    "done.move",
                                    "done.cancel",
                                    "done.check_in",
                                    "done.check_in.late",
                                    "refused",
                                    "refused.slot_full",
                                    "refused.slot_full.next",
                                    "refused.hold_expired",
                                    "refused.hold_expired.next",
                                    "refused.not_a_slot",
                                    "refused.too_many_bookings",
                                    "refused.phone",
                                    "refused.name",
                                    "refused.too_early",
                                    "refused.not_now",
                                    "refused.wrong_day",
                                    "refused.too_late",
                                    "refused.already_checked_in",
                                    "refused.changed",
                                    "refused.unknown",
                                    "refused.suspended",
                                    "refused.erased"}) {
        shown.appointments.notice = appointments::notice{.words = "appointments." + words,
                                                         .since = {},
                                                         .is_good = words.starts_with("done"),
                                                         .code = "WMWM88",
                                                         .number = "A1044",
                                                         .time = test::monday_morning()};
        check_view(p, words, shown, language);
    }
}
