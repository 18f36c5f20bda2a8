#include "kiosk/screens/screens.hpp"
#include "tests/unit/kiosk/sample.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace motcua;
using namespace motcua::kiosk;
using test::showing;

TEST_CASE("a slip of paper has room for every ticket")
{
    const std::string language = GENERATE("vi", "en");
    auto t = test::demo_ticket();
    t.priority = "merit";
    test::picture p({576, 660}, slip_size);
    p.draw([&](ui::frame& frame) { draw_slip(frame, slip_of(showing(at_home{}, language), t)); });
    if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
        p.save("kiosk_slip_" + language + ".png");
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

TEST_CASE("without an open counter no wait is promised, on card, ticket and slip")
{
    const auto services_with = [](std::chrono::seconds wait, bool served) {
        auto services = test::demo_services();
        services[0].waiting = 0;
        services[0].expected_wait = wait;
        services[0].is_served = served;
        return services;
    };
    test::picture none({540, 960}, reference), long_wait({540, 960}, reference);
    const auto compare = [&](bool served, const auto& screen) {
        none.draw(
            [&](ui::frame& frame) { screen(frame, std::chrono::seconds(0), services_with({}, served)); });
        long_wait.draw([&](ui::frame& frame) {
            screen(frame, std::chrono::hours(15), services_with(std::chrono::hours(15), served));
        });
        return none == long_wait;
    };
    const auto home = [](ui::frame& frame, std::chrono::seconds, const auto& services) {
        draw(frame, showing(at_home{}, "vi", services));
    };
    const auto ticket = [](ui::frame& frame, std::chrono::seconds wait, const auto& services) {
        auto t = test::demo_ticket();
        t.expected_wait = wait;
        draw(frame, showing(issued{t, {}, true}, "vi", services));
    };
    const auto slip = [](ui::frame& frame, std::chrono::seconds wait, const auto& services) {
        auto t = test::demo_ticket();
        t.expected_wait = wait;
        draw_slip(frame, slip_of(showing(at_home{}, "vi", services), t));
    };
    CHECK(compare(false, home));
    CHECK(compare(false, ticket));
    CHECK(compare(false, slip));
    CHECK_FALSE(compare(true, home));
    CHECK_FALSE(compare(true, ticket));
    CHECK_FALSE(compare(true, slip));
}
