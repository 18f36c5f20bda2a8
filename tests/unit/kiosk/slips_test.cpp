#include "kiosk/screens/screens.hpp"
#include "tests/unit/kiosk/sample.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <utility>

using namespace motcua;
using namespace motcua::kiosk;
using test::showing;

TEST_CASE("a slip of paper has room for every ticket")
{
    const std::string language = GENERATE("vi", "en");
    const auto forecast = GENERATE(values<std::pair<std::string, client::forecast>>(
        {{"", test::waits(std::chrono::minutes(25))},
         {"_long", test::waits(std::chrono::minutes(150))},
         {"_doubtful", test::doubtful(test::waits(std::chrono::minutes(150)))},
         {"_noon", test::waits_across_noon()},
         {"_planned", test::waits_for_opening(std::chrono::minutes(109))},
         {"_too_late", test::waits_in_state(client::forecast_state::too_late)},
         {"_paused", test::waits_in_state(client::forecast_state::paused)}}));
    auto t = test::demo_ticket();
    t.priority = "merit";
    t.forecast = forecast.second;
    test::picture p({576, 660}, slip_size);
    p.draw([&](ui::frame& frame) { draw_slip(frame, slip_of(showing(at_home{}, language), t)); });
    if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
        p.save("kiosk_slip" + forecast.first + "_" + language + ".png");
    }
    CHECK(p.complaints() == std::vector<std::string>{});
}

TEST_CASE("neither the ticket on the screen nor the slip shows why there is priority")
{
    const auto ticket_with = [](const std::string& priority) {
        auto t = test::demo_ticket();
        t.priority = priority;
        return t;
    };
    const auto seen = [&](test::picture& picture, const std::string& priority) {
        picture.draw([&](ui::frame& frame) {
            draw(frame, showing(issued{ticket_with(priority), {}, true}, "vi"));
        });
    };
    const auto printed = [&](test::picture& picture, const std::string& priority) {
        picture.draw([&](ui::frame& frame) {
            draw_slip(frame, slip_of(showing(at_home{}, "vi"), ticket_with(priority)));
        });
    };
    test::picture screen({540, 960}, reference), other_screen({540, 960}, reference);
    test::picture slip({576, 660}, slip_size), other_slip({576, 660}, slip_size);
    seen(screen, "disabled");
    printed(slip, "disabled");
    for (const auto priority : priority_classes) {
        CAPTURE(priority);
        seen(other_screen, std::string(priority));
        CHECK(screen == other_screen);
        printed(other_slip, std::string(priority));
        CHECK(slip == other_slip);
    }
    seen(other_screen, "none");
    CHECK_FALSE(screen == other_screen);
    printed(other_slip, "none");
    CHECK_FALSE(slip == other_slip);
}

TEST_CASE("each state of a forecast looks different, on card, ticket and slip")
{
    const auto home = [](ui::frame& frame, const client::forecast& shown) {
        auto services = test::demo_services();
        services[0].forecast = shown;
        draw(frame, showing(at_home{}, "vi", services));
    };
    const auto with = [](const client::forecast& shown) {
        auto t = test::demo_ticket();
        t.forecast = shown;
        return t;
    };
    const auto ticket = [&](ui::frame& frame, const client::forecast& shown) {
        draw(frame, showing(issued{with(shown), {}, true}, "vi"));
    };
    const auto slip = [&](ui::frame& frame, const client::forecast& shown) {
        draw_slip(frame, slip_of(showing(at_home{}, "vi"), with(shown)));
    };
    using client::forecast_state;
    const auto promised = test::waits(std::chrono::minutes(25));
    const std::array all{promised,
                         test::doubtful(promised),
                         test::waits_in_state(forecast_state::paused),
                         test::waits_in_state(forecast_state::closed),
                         test::waits_in_state(forecast_state::too_late),
                         test::waits_across_noon(),
                         test::waits_for_opening(std::chrono::minutes(109))};
    const auto all_differ = [&](const auto& screen, sf::Vector2u size, const ui::layout_size& units) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                CAPTURE(i, j);
                test::picture one(size, units), other(size, units);
                one.draw([&](ui::frame& frame) { screen(frame, all[i]); });
                other.draw([&](ui::frame& frame) { screen(frame, all[j]); });
                CHECK_FALSE(one == other);
            }
        }
    };
    all_differ(home, {540, 960}, reference);
    all_differ(ticket, {540, 960}, reference);
    all_differ(slip, {576, 660}, slip_size);
}

TEST_CASE("across a break of the hall no minutes are shown, whatever they are")
{
    const auto seen = [](test::picture& picture, std::chrono::minutes to) {
        auto t = test::demo_ticket();
        t.forecast = test::waits_across_noon();
        t.forecast.wait->to = to;
        picture.draw([&](ui::frame& frame) { draw(frame, showing(issued{t, {}, true}, "vi")); });
    };
    test::picture one({540, 960}, reference), other({540, 960}, reference);
    seen(one, std::chrono::minutes(210));
    seen(other, std::chrono::minutes(245));
    CHECK(one == other);
    seen(other, std::chrono::minutes(105));
    CHECK_FALSE(one == other);
}
