#include "counter/console/screens/screen.hpp"
#include "counter/sign_in/program.hpp"
#include "counter/sign_in/screens/screen.hpp"
#include "tests/unit/counter/console/sample.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace motcua;
using namespace motcua::counter;
using namespace motcua::counter::sign_in;
using protocol::counter_state;

namespace {

struct named_state
{
    std::string name;
    sign_in::state state;
};

std::vector<named_state> all_screens()
{
    sign_in::state known;
    known.office = "Trung tâm Phục vụ hành chính công phường An Bình";
    known.office_en = "Public administration service centre of An Binh ward";
    known.contact = console::contact::connected;
    known.time = test::monday_morning();
    known.officers = {{"lan", "Nguyễn Thị Lan", "2026-11-13"},
                      {"minh", "Trần Văn Minh", "2026-11-13"},
                      {"duyen", "Huỳnh Thị Mỹ Duyên", "2026-11-12"},
                      {"anh", "Công Tằng Tôn Nữ Thị Phương Anh", "2026-10-01"}};
    known.own_counter = known.counter = "1";
    known.counters = {{"1", counter_state::closed, {}}, {"2", counter_state::open, {"A", "D"}, {"A", "D"}}};
    known.services = test::services();
    known.password = "secret";
    auto other = known;
    other.officers.resize(1);
    other.chosen = 1;
    other.login = "huong.nguyen";
    other.ticked = {"A", "D"};
    auto first = known;
    first.officers.clear();
    first.password.clear();
    first.counter.clear();
    first.focus = field::login;
    first.contact = console::contact::starting;
    auto open = known;
    open.counter = "2";
    open.ticked = {"A"};
    open.is_password_shown = true;
    open.password = "một mật khẩu rất dài, dài hơn chỗ của nó nhiều";
    auto many = known;
    for (char code = 'E'; code < 'L'; ++code) {
        many.services.push_back({std::string(1, code), "Lĩnh vực", "Service", {}});
    }
    many.ticked = {"A", "K"};
    const auto with = [&](auto change) {
        auto changed = known;
        change(changed);
        return changed;
    };
    auto many_counters = known;
    for (int code = 3; code <= 30; ++code) {
        many_counters.counters.push_back({std::to_string(code), counter_state::closed, {}});
    }
    many_counters.question = question::counter;
    many_counters.looked_at = "12";
    return {{"known", known},
            {"other", other},
            {"first", first},
            {"open", open},
            {"many", many},
            {"counters", many_counters},
            {"busy", with([](auto& state) { state.is_busy = true; })},
            {"wrong", with([](auto& state) { state.problem = "sign_in.wrong"; })},
            {"no_counter", with([](auto& state) { state.problem = "sign_in.no_counter"; })},
            {"unanswered", with([](auto& state) { state.problem = "sign_in.unanswered"; })},
            {"wait", with([](auto& state) { state.wait = std::chrono::seconds(57); })},
            {"over", with([](auto& state) { state.notice = "sign_in.over"; })},
            {"away", with([](auto& state) { state.contact = console::contact::away; })},
            {"refused", with([](auto& state) { state.contact = console::contact::refused; })},
            {"taken", with([](auto& state) { state.question = question::taken; })},
            {"taken_by", with([](auto& state) {
                 state.question = question::taken;
                 state.taken_by = "Công Tằng Tôn Nữ Thị Phương Anh";
             })},
            {"password", with([](auto& state) {
                 state.question = question::password;
                 state.focus = field::again;
                 state.fresh = "a new password";
                 state.problem = "sign_in.change.too_common";
             })}};
}

void draw_in_its_language(ui::frame& frame, const sign_in::state& state)
{
    sign_in_window{}.draw(frame, state);
}

} // namespace

TEST_CASE("every text of the sign-in fits in every language")
{
    test::picture p({1280, 800}, console::reference);
    for (const std::string language : {"vi", "en"}) {
        for (const auto& [name, state] : all_screens()) {
            auto shown = state;
            shown.language = language;
            p.draw([&](ui::frame& frame) { draw_in_its_language(frame, shown); });
            const auto file = "sign_in_" + name + "_" + language + ".png";
            if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
                p.save(file);
            }
            CAPTURE(file);
            CHECK(p.complaints() == std::vector<std::string>{});
        }
    }
}

TEST_CASE("the dots of a long password end before the words beside them")
{
    test::picture p({1280, 800}, console::reference);
    auto state = all_screens().front().state;
    const auto words = [&](const std::string& password) {
        state.password = password;
        p.draw([&](ui::frame& frame) { draw_in_its_language(frame, state); });
        const auto toggle =
            std::ranges::find(p.targets(), on(shows_password{}), &ui::target::action)->place.inset(2, 4);
        std::vector<sf::Uint32> all;
        for (auto y = toggle.y; y < toggle.bottom(); ++y) {
            for (auto x = toggle.x; x < toggle.right() - 8; ++x) {
                all.push_back(p.pixel(static_cast<unsigned>(x), static_cast<unsigned>(y)).toInteger());
            }
        }
        return all;
    };
    const auto plain = words("secret");
    CHECK(words(std::string(60, 'x')) == plain);
}

TEST_CASE("the foot of the sign-in names the other language, except under a question")
{
    test::picture p({1280, 800}, console::reference);
    const auto offers = [&](const sign_in::state& state, const std::string& language) {
        p.draw([&](ui::frame& frame) { draw_in_its_language(frame, state); });
        return std::ranges::count(p.targets(), on(chose_language{language}), &ui::target::action) > 0;
    };
    auto state = all_screens().front().state;
    CHECK(offers(state, "en"));
    CHECK_FALSE(offers(state, "vi"));
    state.language = "en";
    CHECK(offers(state, "vi"));
    state.question = question::taken;
    CHECK_FALSE(offers(state, "vi"));
}
