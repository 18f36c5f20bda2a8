#include "kiosk/screens/screens.hpp"
#include "tests/unit/kiosk/appointments_sample.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace motcua;
using namespace motcua::kiosk;
using test::showing;

namespace {

struct named_state
{
    std::string name;
    kiosk::state state;
};

/// Every forecast without minutes, with a doubt about them, or with a break between.
std::vector<client::forecast> uncertain()
{
    using client::forecast_state;
    return {test::waits_in_state(forecast_state::paused),
            test::waits_in_state(forecast_state::closed),
            test::waits_in_state(forecast_state::too_late),
            test::doubtful(test::waits(std::chrono::minutes(95))),
            test::waits_for_opening(std::chrono::minutes(109)),
            test::waits_across_noon(),
            test::waits_for_opening(std::chrono::hours(47))};
}

/// Services whose wait is uncertain, each for another reason.
std::vector<service> with_uncertain(std::vector<service> services)
{
    const auto kinds = uncertain();
    for (std::size_t i = 0; i < services.size(); ++i) {
        services[i].forecast = kinds.at(i % kinds.size());
    }
    return services;
}

/// Short queues: about to be called, and nobody waiting at all.
std::vector<service> with_short_queues(std::vector<service> services)
{
    services[1].waiting = 3;
    services[1].forecast = test::waits(std::chrono::minutes(0));
    services[2].waiting = 0;
    return services;
}

/// Services that issue no tickets, each for another reason.
std::vector<service> with_closed(std::vector<service> services)
{
    using client::intake_state;
    const std::chrono::local_seconds morning{std::chrono::local_days{std::chrono::year{2026} / 11 / 23} +
                                             std::chrono::minutes{780}};
    const std::array<client::intake, 6> kinds{{{intake_state::closed, morning},
                                               {intake_state::closed, morning + std::chrono::days{1}},
                                               {intake_state::closed, morning + std::chrono::days{30}},
                                               {intake_state::closed, {}},
                                               {intake_state::suspended, {}},
                                               {intake_state::full, morning + std::chrono::days{1}}}};
    for (std::size_t i = 0; i < services.size(); ++i) {
        services[i].intake = kinds.at(i % kinds.size());
    }
    return services;
}

ticket with_page(ticket shown)
{
    shown.page = "https://motcua.anbinh.gov.vn/t/0123456789abcdef0123456789abcdef";
    return shown;
}

state without_priority(state home)
{
    home.office.priority = false;
    return home;
}

/// Every screen in one language, and those that services and tickets make crowded.
std::vector<named_state> all_screens(const std::string& language)
{
    auto priority = test::demo_ticket();
    priority.priority = "merit";
    priority.number = "A1013";
    priority.ahead = 0;
    priority.forecast = test::waits(std::chrono::minutes(0));
    auto away = showing(at_home{}, language);
    away.connected = false;
    auto nameless = away;
    nameless.office = {};
    nameless.time.reset();
    auto unregistered = away;
    unregistered.unregistered = true;
    auto stuck = showing(sending{}, language);
    stuck.connected = false;
    const auto home_of = [&](std::vector<service> services, std::size_t page = 0) {
        auto home = showing(at_home{}, language, std::move(services));
        home.page = page;
        return home;
    };
    auto long_ticket = showing(issued{priority, {}, true}, language, test::long_services(5));
    const auto ticket_with = [&](const client::forecast& promised) {
        auto shown = with_page(test::demo_ticket());
        shown.priority = "merit";
        shown.forecast = promised;
        return showing(issued{shown, {}, true}, language);
    };
    const auto doubts = uncertain();
    return {{"home", showing(at_home{}, language)},
            {"home_1", home_of(test::many_services(1))},
            {"home_2_long", home_of(test::long_services(2))},
            {"home_3_long", home_of(test::long_services(3))},
            {"home_4_long", home_of(test::long_services(4))},
            {"home_5_long", home_of(test::long_services(5))},
            {"home_6", home_of(test::many_services(6))},
            {"home_9_long", home_of(test::long_services(9))},
            {"home_10_long", home_of(test::long_services(10))},
            {"home_12", home_of(test::many_services(12))},
            {"home_12_next", home_of(test::many_services(12), 1)},
            {"home_20_long", home_of(test::long_services(20), 1)},
            {"services_20_long", showing(choosing_service{"merit"}, language, test::long_services(20))},
            {"ticket_long_name", long_ticket},
            {"home_8", showing(at_home{}, language, test::many_services(8))},
            {"home_10", showing(at_home{}, language, test::many_services(10))},
            {"home_26", showing(at_home{}, language, test::many_services(26))},
            {"home_short", showing(at_home{}, language, with_short_queues(test::demo_services()))},
            {"home_8_short", showing(at_home{}, language, with_short_queues(test::many_services(8)))},
            {"home_uncertain", home_of(with_uncertain(test::demo_services()))},
            {"home_5_uncertain", home_of(with_uncertain(test::long_services(5)))},
            {"home_8_uncertain", home_of(with_uncertain(test::many_services(8)))},
            {"home_12_uncertain", home_of(with_uncertain(test::many_services(12)))},
            {"home_closed", showing(at_home{}, language, with_closed(test::demo_services()))},
            {"home_8_closed", showing(at_home{}, language, with_closed(test::many_services(8)))},
            {"home_10_closed", showing(at_home{}, language, with_closed(test::long_services(10)))},
            {"classes", showing(choosing_class{}, language)},
            {"services", showing(choosing_service{"merit"}, language)},
            {"services_10", showing(choosing_service{"infant"}, language, test::many_services(10))},
            {"sending", showing(sending{}, language)},
            {"stuck", stuck},
            {"ticket", showing(issued{test::demo_ticket(), {}, false}, language)},
            {"ticket_phone", showing(issued{with_page(priority), {}, true}, language)},
            {"ticket_question", showing(issued{test::demo_ticket(), {}, true, true}, language)},
            {"returning", showing(returning{test::demo_ticket(), {}}, language)},
            {"returned", showing(returning{test::demo_ticket(), {}, true}, language)},
            {"not_returned", showing(returning{test::demo_ticket(), {}, false}, language)},
            {"too_fast", showing(refused{refusal::too_fast, {}}, language)},
            {"home_without_priority", without_priority(showing(at_home{}, language))},
            {"ticket_long", ticket_with(test::waits(std::chrono::minutes(150)))},
            {"ticket_paused", ticket_with(doubts[0])},
            {"ticket_closed", ticket_with(doubts[1])},
            {"ticket_too_late", ticket_with(doubts[2])},
            {"ticket_doubtful", ticket_with(doubts[3])},
            {"ticket_planned", ticket_with(doubts[4])},
            {"ticket_noon", ticket_with(doubts[5])},
            {"ticket_planned_later", ticket_with(doubts[6])},
            {"ticket_priority", showing(issued{priority, {}, true}, language)},
            {"closed", showing(refused{refusal::closed, {}}, language)},
            {"suspended", showing(refused{refusal::suspended, {}}, language)},
            {"full", showing(refused{refusal::full, {}}, language)},
            {"unknown", showing(refused{refusal::unknown, {}}, language)},
            {"unanswered", showing(refused{refusal::unanswered, {}}, language)},
            {"other", showing(refused{refusal::other, {}}, language)},
            {"away", away},
            {"unregistered", unregistered},
            {"starting", showing(at_home{}, language, {})},
            {"nameless", nameless}};
}

std::vector<named_state> with_appointments(std::vector<named_state> screens, const std::string& language)
{
    for (auto& [name, state] : test::appointment_screens(language)) {
        screens.push_back({name, state});
    }
    return screens;
}

void check_texts(sf::Vector2u size, const std::string& language)
{
    test::picture p(size, reference);
    for (const auto& [name, state] : with_appointments(all_screens(language), language)) {
        p.draw([&state = state](ui::frame& frame) { draw(frame, state); });
        const auto file = "kiosk_" + name + "_" + language + "_" + std::to_string(size.x) + ".png";
        if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
            p.save(file);
        }
        CAPTURE(file);
        CHECK(p.complaints() == std::vector<std::string>{});
    }
}

/// The sizes of a kiosk's screen; a smaller window is for trying the program out.
const std::array sizes{sf::Vector2u(1080, 1920), sf::Vector2u(1920, 1080), sf::Vector2u(1366, 768)};

bool large_enough(const ui::target& target, float scale)
{
    return std::min(target.place.width, target.place.height) * scale > ui::touch_size - 0.5F;
}

/// What the target does as a `Touch`; null when it does something else.
template <class Touch>
const Touch* touch_of(const ui::target& target)
{
    return std::get_if<Touch>(target.action.as<event>());
}

/// Of different parts of a screen; languages lie side by side in one switch, keys 8 units apart.
bool apart(const ui::target& one, const ui::target& other)
{
    const bool languages = touch_of<tapped_language>(one) && touch_of<tapped_language>(other);
    const bool keys = one.is_key && other.is_key;
    const float gap = languages ? 0 : (keys ? ui::space::tiny : ui::space::wide) - 0.1F;
    return !one.place.inset(-gap / 2).overlaps(other.place.inset(-gap / 2));
}

} // namespace

TEST_CASE("every text of every screen fits an upright screen, in both languages")
{
    check_texts({1080, 1920}, GENERATE("vi", "en"));
}

TEST_CASE("every text of every screen fits a small upright window, in both languages")
{
    check_texts({540, 960}, GENERATE("vi", "en"));
}

TEST_CASE("every text of every screen fits a lying screen, in both languages")
{
    check_texts({1920, 1080}, GENERATE("vi", "en"));
}

TEST_CASE("every text of every screen fits a small lying screen, in both languages")
{
    check_texts({1366, 768}, GENERATE("vi", "en"));
}

TEST_CASE("every text of every screen fits an old, almost square screen, in both languages")
{
    check_texts({1280, 1024}, GENERATE("vi", "en"));
}

TEST_CASE("every target has 96 pixels for a finger and lies apart from the others, on every size of screen")
{
    const auto size = GENERATE(from_range(sizes));
    const float scale = reference.scale({static_cast<float>(size.x), static_cast<float>(size.y)});
    test::picture p(size, reference);
    for (const auto& [name, state] : with_appointments(all_screens("vi"), "vi")) {
        CAPTURE(name, size.x);
        p.draw([&state = state](ui::frame& frame) { draw(frame, state); });
        const auto& targets = p.targets();
        for (std::size_t i = 0; i < targets.size(); ++i) {
            REQUIRE(targets[i].action.as<event>());
            CAPTURE(i, targets[i].action.as<event>()->index());
            CHECK(large_enough(targets[i], scale));
            for (std::size_t j = 0; j < i; ++j) {
                CHECK(apart(targets[i], targets[j]));
            }
        }
    }
}

TEST_CASE("services are spread evenly over pages that go round, and each is on one of them")
{
    const auto size = GENERATE(from_range(sizes));
    const auto count = GENERATE(std::size_t{1}, 9, 10, 11, 12, 13, 20, 26);
    test::picture p(size, reference);
    auto m = test::ready_kiosk(test::many_services(count));
    std::vector<std::string> seen;
    std::vector<std::size_t> lengths;
    do {
        p.draw([&](ui::frame& frame) { draw(frame, m.state()); });
        lengths.push_back(0);
        std::optional<event> more;
        for (const auto& t : p.targets()) {
            if (const auto* page = touch_of<tapped_more>(t)) {
                more = *page;
            }
            if (const auto* service = touch_of<tapped_service>(t)) {
                seen.push_back(service->code);
                ++lengths.back();
            }
        }
        if (more) {
            m.handle(*more, {});
        }
    } while (m.state().page != 0 && lengths.size() < count);
    CAPTURE(size.x, count, lengths);
    std::vector<std::string> all;
    for (const auto& s : m.state().services) {
        all.push_back(s.code);
    }
    CHECK(seen == all);
    const auto [fewest, most] = std::minmax_element(lengths.begin(), lengths.end());
    CHECK(*most - *fewest <= 1);
}

TEST_CASE("twelve services stand on one page of an upright screen")
{
    test::picture p({1080, 1920}, reference);
    const auto home = showing(at_home{}, "vi", test::many_services(12));
    p.draw([&](ui::frame& frame) { draw(frame, home); });
    CHECK(std::ranges::count_if(p.targets(), [](const auto& one) { return touch_of<tapped_service>(one); }) ==
          12);
}

TEST_CASE("a page of services that is gone gives way to the first")
{
    test::picture first({540, 960}, reference), gone({540, 960}, reference);
    auto state = showing(at_home{}, "vi", test::many_services(12));
    first.draw([&](ui::frame& frame) { draw(frame, state); });
    state.page = 7;
    gone.draw([&](ui::frame& frame) { draw(frame, state); });
    CHECK(first == gone);
}

TEST_CASE("one long name makes no other name of its page smaller")
{
    const auto size = GENERATE(from_range(sizes));
    // As many as leave room for the long name, without another page.
    const std::size_t count = size.x > size.y ? 3 : 9;
    auto services = test::many_services(count);
    for (auto& s : services) {
        s.name = {{"vi", "Chứng thực"}};
    }
    const auto first_card = [&](const std::string& name_of_last) {
        services.back().name = {{"vi", name_of_last}};
        test::picture p(size, reference);
        p.draw([&](ui::frame& frame) { draw(frame, showing(at_home{}, "vi", services)); });
        const auto scale = reference.scale({static_cast<float>(size.x), static_cast<float>(size.y)});
        std::vector<sf::Uint32> pixels;
        for (const auto& t : p.targets()) {
            if (t.action != ui::action(event(tapped_service{"A"}))) {
                continue;
            }
            const auto at = [scale](float unit) { return static_cast<unsigned>(unit * scale); };
            for (auto y = at(t.place.y); y < at(t.place.bottom()); ++y) {
                for (auto x = at(t.place.x); x < at(t.place.right()); ++x) {
                    pixels.push_back(p.pixel(x, y).toInteger());
                }
            }
        }
        return pixels;
    };
    const auto alone = first_card("Hộ tịch");
    CHECK(alone == first_card("Đất đai"));
    CHECK(alone == first_card("Cấp giấy chứng nhận quyền sử dụng đất và tài sản gắn liền với đất"));
}

TEST_CASE("the home screen drawn twice has the same pixels")
{
    const auto screen = [](ui::frame& frame) { draw(frame, showing(at_home{}, "vi")); };
    test::picture one({540, 960}, reference);
    test::picture two({540, 960}, reference);
    one.draw(screen);
    two.draw(screen);
    CHECK(one == two);
}

TEST_CASE("minutes finer than a range is shown change neither card nor ticket")
{
    const auto seen = [](test::picture& picture, client::expected_wait wait, bool on_card) {
        auto services = test::demo_services();
        auto t = test::demo_ticket();
        (on_card ? services[0].forecast : t.forecast).wait = wait;
        const auto state = on_card ? showing(at_home{}, "vi", services) : showing(issued{t, {}, true}, "vi");
        picture.draw([&](ui::frame& frame) { draw(frame, state); });
    };
    using std::chrono::minutes;
    const bool on_card = GENERATE(true, false);
    test::picture one({540, 960}, reference), other({540, 960}, reference);
    seen(one, {minutes(16), minutes(20), minutes(29)}, on_card);
    seen(other, {minutes(19), minutes(27), minutes(26)}, on_card);
    CHECK(one == other);
    seen(other, {minutes(16), minutes(20), minutes(31)}, on_card);
    CHECK_FALSE(one == other);
}

TEST_CASE("the header is never empty, even before the server has said whose kiosk it is")
{
    auto state = showing(at_home{}, "vi");
    state.office = {};
    state.time.reset();
    test::picture p({1080, 1920}, reference);
    p.draw([&](ui::frame& frame) { draw(frame, state); });
    int white = 0;
    for (unsigned x = 200; x < 1000; ++x) {
        for (unsigned y = 40; y < 160; ++y) {
            white += p.pixel(x, y) == sf::Color::White ? 1 : 0;
        }
    }
    CHECK(white > 1000);
}
