// The notes on tickets as they are drawn: on the card, in the rows, and while they are typed.

#include "counter/console/screens/screen.hpp"
#include "tests/unit/counter/console/sample.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::counter_state;
using protocol::ticket_state;
using test::counter_one;
using test::one;

namespace {

const std::string note =
    "Đã nộp bản sao chứng thực, còn thiếu xác nhận cư trú; hẹn quay lại trước 10 giờ. Xin tiếp "
    "nhận ngay khi đến, không lấy số lại, đã báo lãnh đạo phòng và bộ phận Hộ tịch biết từ "
    "sáng nay rồi";

ticket noted(ticket_state state, const std::string& number)
{
    auto with_note = one(state, number, 50min);
    with_note.has_note = true;
    if (state == ticket_state::held) {
        with_note.held_since = test::monday_morning() - 12min;
    }
    return with_note;
}

std::vector<ticket> queue()
{
    std::vector<ticket> all;
    for (int n = 10; n < 24; ++n) {
        all.push_back(one(ticket_state::waiting, "A0" + std::to_string(n)));
        all.back().has_note = n % 3 == 1;
        all.back().priority = n % 2 == 1 ? protocol::priority::disabled : protocol::priority::none;
        all.back().is_transferred = n == 13;
    }
    return all;
}

struct note_state
{
    std::string name;
    counter::console::state state;
};

/// `current` at the counter, another one held there, and others that wait.
note_state seen(std::string name, ticket current, const std::vector<event>& then)
{
    auto m =
        counter_one(counter_state::open, {std::move(current), noted(ticket_state::held, "A007")}, queue());
    m.handle(settings_arrived{test::with_reasons()}, {});
    for (const auto& happened : then) {
        m.handle(happened, {});
    }
    return {std::move(name), m.state()};
}

std::vector<note_state> note_states()
{
    const auto current = noted(ticket_state::serving, "A001");
    auto with_class = noted(ticket_state::called, "A001");
    with_class.priority = protocol::priority::elderly;
    const note_came text{current.id, note};
    return {
        seen("asked", current, {}),
        seen("came", current, {text}),
        seen("failed", current, {note_failed{current.id}}),
        seen("and_class", with_class, {text}),
        seen("first", one(ticket_state::serving), {pressed{action::set_note}}),
        seen("typed", current, {text, pressed{action::set_note}, typed{U'x'}}),
        seen("away", current,
             {text, pressed{action::set_note}, typed{U'x'}, connection_changed{false}, confirmed{}}),
        seen("waiting", current, {moved{1}, note_came{"demo-A010", note}}),
        seen("transferred", current, {moved{1}, moved{1}, moved{1}, moved{1}, note_came{"demo-A013", note}}),
        seen("held", current, {moved{-1}, note_came{"demo-A007", note}}),
        seen("held_list", current, {showed{list_kind::held}, moved{1}, note_came{"demo-A007", note}}),
        seen("sheet", current, {picked{"demo-A013"}})};
}

} // namespace

TEST_CASE("every text about notes fits, in both languages")
{
    const auto size = GENERATE(sf::Vector2u(1366, 768), sf::Vector2u(1280, 800), sf::Vector2u(1024, 768));
    const std::string language = GENERATE("vi", "en");
    test::picture p(size, reference);
    for (const auto& [name, state] : note_states()) {
        p.draw([&, &state = state](ui::frame& frame) {
            frame.speak(language);
            draw(frame, state);
        });
        const auto file = "console_note_" + name + "_" + language + "_" + std::to_string(size.x) + ".png";
        if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
            p.save(file);
        }
        CAPTURE(file);
        CHECK(p.complaints() == std::vector<std::string>{});
    }
}

TEST_CASE("every target about notes lies apart from the others")
{
    test::picture p({1280, 800}, reference);
    for (const auto& [name, state] : note_states()) {
        CAPTURE(name);
        p.draw([&state = state](ui::frame& frame) { draw(frame, state); });
        const auto& targets = p.targets();
        for (std::size_t i = 0; i < targets.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                CHECK_FALSE(targets[i].place.overlaps(targets[j].place));
            }
        }
    }
}

TEST_CASE("a touch of the note on the card opens it, with a way to take it away")
{
    test::picture p({1280, 800}, reference);
    const auto has_target = [&](const counter::console::state& state, const event& wanted) {
        p.draw([&](ui::frame& frame) { draw(frame, state); });
        const auto& targets = p.targets();
        return std::ranges::any_of(
            targets, [&](const auto& one) { return *one.action.template as<event>() == wanted; });
    };
    const auto current = noted(ticket_state::serving, "A001");
    const pressed_note touch{current.id};
    CHECK(has_target(seen("", current, {}).state, touch));
    CHECK(has_target(seen("", one(ticket_state::serving), {}).state, touch));
    CHECK(has_target(seen("", current, {touch}).state, cleared{}));
    CHECK_FALSE(has_target(seen("", one(ticket_state::serving), {touch}).state, cleared{}));
}
