#include "counter/board/screens/screen.hpp"
#include "counter/letters.hpp"
#include "counter/limits.hpp"
#include "tests/unit/counter/board/offices.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::board;
using namespace std::chrono_literals;

namespace {

const auto morning = std::chrono::local_seconds(1795426860s);

struct named_state
{
    std::string name;
    counter::board::state state;
};

model calling(std::vector<service> services = demo_services())
{
    model m;
    m.handle(office_known{"Trung tâm phục vụ hành chính công phường An Bình",
                          "Public administration service centre of An Binh ward"},
             moment(0s));
    m.handle(connection_changed{true}, moment(0s));
    m.handle(board_arrived{{{"D023", "1", "D", morning},
                            {"C1031", "12", "C", morning + 1s},
                            {"A112", "2", "A", morning + 2s},
                            {"B009", "3", "B", morning + 3s},
                            {"B047", "4", "B", morning + 4s}},
                           std::move(services),
                           morning,
                           demo_counters()},
             moment(0s));
    for (int second = 1; second < 40; ++second) {
        m.handle(ticked{}, moment(std::chrono::seconds(second)));
    }
    return m;
}

std::vector<named_state> all_states()
{
    std::vector<named_state> all;
    model m;
    all.push_back({"first", m.state()});
    m.handle(connection_changed{false}, moment(0s));
    m.handle(office_known{"An Bình", "An Binh"}, moment(0s));
    m.handle(ticked{}, moment(0s));
    all.push_back({"first_away", m.state()});
    m.handle(device_refused{}, moment(0s));
    all.push_back({"refused", m.state()});
    model quiet;
    quiet.handle(office_known{"An Bình", "An Binh"}, moment(0s));
    quiet.handle(connection_changed{true}, moment(0s));
    quiet.handle(board_arrived{{}, without_minutes(morning), morning}, moment(0s));
    all.push_back({"quiet", quiet.state()});
    quiet.handle(board_arrived{{}, closed_services(), morning}, moment(0s));
    all.push_back({"closed", quiet.state()});
    quiet.handle(board_arrived{{}, demo_services(), morning, demo_counters()}, moment(1s));
    all.push_back({"open", quiet.state()});
    model back;
    back.handle(board_arrived{{{"D023", "1", "D", morning}, {"C1031", "12", "C", morning + 1s}},
                              demo_services(),
                              morning + 60s},
                moment(0s));
    all.push_back({"back", back.state()});
    auto busy = calling();
    all.push_back({"calling", busy.state()});
    for (std::size_t turn = 0; turn < 6; ++turn) {
        auto s = busy.state();
        s.turn = turn;
        all.push_back({"message_" + std::to_string(turn), s});
    }
    busy.handle(called{{"A1013", "Z12", "A", morning + 49s}}, moment(50s));
    busy.handle(ended{"A1013"}, moment(50s));
    REQUIRE(busy.state().calls.large->number == "B047");
    all.push_back({"called", busy.state()});
    auto recalled = calling();
    recalled.handle(called{{"B047", "4", "B", morning + 4s, 2}}, moment(50s));
    REQUIRE(recalled.state().is_pale);
    all.push_back({"recalled_pale", recalled.state()});
    recalled.handle(ticked{}, moment(50s + counter::limits::blink));
    all.push_back({"recalled", recalled.state()});
    busy.handle(connection_changed{false}, moment(52s));
    all.push_back({"away", busy.state()});
    busy.handle(ticked{}, moment(70s));
    all.push_back({"stale", busy.state()});
    auto many = calling();
    for (int n = 10; n < 20; ++n) {
        many.handle(called{{"A10" + std::to_string(n), "Z" + std::to_string(n), "A", morning + 49s}},
                    moment(50s));
    }
    for (std::size_t turn = 0; turn < 2; ++turn) {
        auto s = many.state();
        s.turn = turn;
        all.push_back({"many_" + std::to_string(turn), s});
    }
    busy = calling();
    busy.handle(ended{"A112"}, moment(50s));
    busy.handle(ended{"D023"}, moment(50s));
    all.push_back({"ended", busy.state()});
    auto long_waits = demo_services();
    long_waits[0].forecast = waits(0s);
    long_waits[1].forecast = waits(90min);
    long_waits[3].forecast = waits(600min + 25min);
    all.push_back({"next", calling(with_next(demo_services())).state()});
    all.push_back({"next_long", calling(with_next(long_services())).state()});
    auto few = calling().state();
    few.counters.resize(4);
    all.push_back({"few_counters", few});
    auto wide = quiet.state();
    for (int n = 10; n < 30; ++n) {
        wide.counters.push_back({"Z" + std::to_string(n), "A10" + std::to_string(n)});
    }
    wide.services = many_services();
    all.push_back({"wide", wide});
    auto notices = calling().state();
    notices.notices = {{.vi =
                            "Thứ Bảy tuần này bộ phận một cửa làm việc buổi sáng, từ 7 giờ 30 đến 11 giờ 30, "
                            "để trả kết quả hồ sơ đất đai",
                        .en = "Open on Saturday morning"}};
    all.push_back({"notice", notices});
    all.push_back({"waits", calling(long_waits).state()});
    all.push_back({"long_names", calling(long_services()).state()});
    auto crowded = calling(many_services());
    for (std::size_t turn = 0; turn < 3; ++turn) {
        auto s = crowded.state();
        s.turn = turn;
        all.push_back({"crowded_" + std::to_string(turn), s});
    }
    return all;
}

/// Tops of the hairlines between who waits, on a screen of 1920 x 1080.
std::vector<unsigned> hairlines(const test::picture& picture)
{
    std::vector<unsigned> all;
    for (unsigned y = 200; y < 920; ++y) {
        if (picture.pixel(1500, y) == ui::colour::line && picture.pixel(1300, y) == ui::colour::line &&
            picture.pixel(1840, y) == ui::colour::line && (all.empty() || y - all.back() > 2)) {
            all.push_back(y);
        }
    }
    return all;
}

} // namespace

TEST_CASE("a counter whose number is called has an edge, not a colour alone")
{
    test::picture p({1920, 1080}, reference);
    auto s = calling().state();
    s.counters = {{"4", "B047"}, {"3", "B009"}, {"2", "X001"}};
    p.draw([&](ui::frame& frame) { draw(frame, s); });
    const auto edge = [&](unsigned from, unsigned to) {
        for (unsigned y = from; y < to; ++y) {
            if (p.pixel(600, y) == ui::colour::gold) {
                return true;
            }
        }
        return false;
    };
    CHECK(edge(540, 740));
    CHECK_FALSE(edge(755, 840));
}

TEST_CASE("a notice and its label are in one language, whatever that of the board")
{
    test::picture vi({1920, 1080}, reference), en({1920, 1080}, reference);
    const auto busy = calling();
    const auto show = [&](test::picture& picture, const std::string& language) {
        picture.draw([&](ui::frame& frame) {
            frame.speak(language);
            draw(frame, busy.state());
        });
    };
    show(vi, "vi");
    show(en, "en");
    std::size_t different = 0;
    for (unsigned x = 0; x < 1920; ++x) {
        for (unsigned y = 980; y < 1080; y += 4) {
            different += vi.pixel(x, y) != en.pixel(x, y);
        }
    }
    CHECK(different == 0);
}

TEST_CASE("the board shows who is next")
{
    test::picture without({1920, 1080}, reference), with({1920, 1080}, reference);
    without.draw([](ui::frame& frame) { draw(frame, calling(demo_services()).state()); });
    with.draw([](ui::frame& frame) { draw(frame, calling(with_next(demo_services())).state()); });
    CHECK_FALSE(without == with);
}

TEST_CASE("a long name of a service is wrapped with its dash behind the word before it")
{
    test::picture plain({1920, 1080}, reference), tied({1920, 1080}, reference);
    auto s = calling().state();
    const auto show = [&](test::picture& picture, const std::string& name) {
        s.services.front().name = name;
        picture.draw([&](ui::frame& frame) { draw(frame, s); });
    };
    show(plain, "Chứng thực bản sao – Hộ tịch");
    show(tied, "Chứng thực bản sao\u00A0– Hộ tịch");
    CHECK(plain == tied);
}

TEST_CASE("no name of a service comes near the hairline above or below it")
{
    test::picture p({1920, 1080}, reference);
    p.draw([](ui::frame& frame) { draw(frame, calling(long_services()).state()); });
    const auto lines = hairlines(p);
    REQUIRE(lines.size() == 6);
    bool clear = true;
    for (const unsigned y : lines) {
        for (unsigned x = 1362; x < 1610; ++x) {
            for (unsigned away = 2; away < 6; ++away) {
                clear = clear && p.pixel(x, y + 1 + away) == ui::colour::card &&
                        (y == lines.front() || p.pixel(x, y - away) == ui::colour::card);
            }
        }
    }
    CHECK(clear);
}

TEST_CASE("an open counter with more letters than there is room for shows how many more")
{
    const auto shown = [](std::size_t count) {
        test::picture p({400, 60}, ui::point{400, 60});
        std::vector<counter::letter> all;
        for (std::size_t nth = 0; nth < count; ++nth) {
            all.push_back({std::string(1, static_cast<char>('A' + nth)), nth});
        }
        p.draw([&](ui::frame& frame) {
            counter::draw_letters(frame, frame.area(), all, 48, ui::colour::white);
        });
        CHECK(p.complaints().empty());
        std::vector<sf::Uint32> last_place;
        for (unsigned x = 336; x < 384; ++x) {
            for (unsigned y = 6; y < 54; ++y) {
                last_place.push_back(p.pixel(x, y).toInteger());
            }
        }
        return last_place;
    };
    CHECK(shown(6) == std::vector<sf::Uint32>(48 * 48, sf::Color::Black.toInteger()));
    CHECK(shown(7) != shown(6));
    CHECK(shown(8) != shown(7));
    CHECK(shown(9) != shown(8));
}

TEST_CASE("on an upright screen the calls lie above those who wait, each as wide as the screen")
{
    test::picture p({1080, 1920}, reference);
    p.draw([&](ui::frame& frame) { draw(frame, calling().state()); });
    for (const unsigned x : {70U, 1010U}) {
        CHECK(p.pixel(x, 220) == ui::colour::gold);
        CHECK(p.pixel(x, 1770) == ui::colour::card);
    }
}

TEST_CASE("a wait is promised only where a counter is open")
{
    test::picture without({1920, 1080}, reference), with({1920, 1080}, reference),
        longer({1920, 1080}, reference);
    auto s = calling().state();
    const auto show = [&](test::picture& picture) {
        picture.draw([&](ui::frame& frame) { draw(frame, s); });
    };
    show(with);
    s.services.front().forecast.state = client::forecast_state::planned;
    show(without);
    s.services.front().forecast.wait->expected += 5min;
    show(longer);
    CHECK_FALSE(with == without);
    CHECK(without == longer);
}

TEST_CASE("a wait is shown to the nearest 5 minutes")
{
    const auto seen = [](test::picture& picture, std::chrono::seconds wait) {
        auto s = calling().state();
        s.services.front().forecast = waits(wait);
        picture.draw([&](ui::frame& frame) { draw(frame, s); });
    };
    test::picture one({1920, 1080}, reference), other({1920, 1080}, reference);
    seen(one, 25min);
    seen(other, 27min + 29s);
    CHECK(one == other);
    seen(other, 27min + 30s);
    CHECK_FALSE(one == other);
    seen(one, 0s);
    seen(other, 2min + 29s);
    CHECK(one == other);
}

namespace {

/// Draws every state on a screen of this size, and keeps the pictures of those that complain.
void check_texts(sf::Vector2u size, const std::string& language)
{
    test::picture p(size, reference);
    for (const auto& [name, state] : all_states()) {
        p.draw([&, &state = state](ui::frame& frame) {
            frame.speak(language);
            draw(frame, state);
        });
        const auto file = "board_" + name + "_" + language + "_" + std::to_string(size.x) + ".png";
        if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
            p.save(file);
        }
        CAPTURE(file);
        CHECK(p.complaints() == std::vector<std::string>{});
    }
}

} // namespace

TEST_CASE("every text of the board fits a wide screen, in both languages")
{
    const auto size = GENERATE(sf::Vector2u(1920, 1080), sf::Vector2u(1366, 768));
    const std::string language = GENERATE("vi", "en");
    check_texts(size, language);
}

TEST_CASE("every text of the board fits a narrow and an upright screen, in both languages")
{
    const auto size = GENERATE(sf::Vector2u(1280, 1024), sf::Vector2u(1080, 1920));
    const std::string language = GENERATE("vi", "en");
    check_texts(size, language);
}
