#include "counter/board/screens/screen.hpp"
#include "counter/letters.hpp"
#include "tests/unit/counter/board/offices.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

#include <set>

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
    auto unserved = demo_services();
    for (auto& one : unserved) {
        one.is_served = false;
    }
    quiet.handle(board_arrived{{}, unserved, morning}, moment(0s));
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
    REQUIRE((busy.state().calls.large->number == "A1013" && !busy.state().calls.is_calling));
    all.push_back({"called", busy.state()});
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
    auto waits = demo_services();
    waits[0].expected_wait = 0s;
    waits[1].expected_wait = 90min;
    waits[3].expected_wait = 121min;
    for (const std::size_t rows : {1U, 2U, 3U}) {
        auto s = calling().state();
        s.calls.rows.resize(rows);
        all.push_back({"rows_" + std::to_string(rows), s});
    }
    auto wide = quiet.state();
    for (int n = 10; n < 30; ++n) {
        wide.counters.push_back({"Z" + std::to_string(n), {"A", "B", "C", "D", "E"}});
    }
    wide.services = many_services();
    all.push_back({"wide", wide});
    wide.counters.resize(1);
    for (const auto& one : wide.services) {
        wide.counters.front().services.push_back(one.code);
    }
    all.push_back({"serves_all", wide});
    all.push_back({"waits", calling(waits).state()});
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

/// Whether any pixel of a column of the rows' area has this colour.
bool has_in_rows(const test::picture& picture, unsigned column, sf::Color tint)
{
    for (unsigned y = 540; y < 940; ++y) {
        if (picture.pixel(column, y) == tint) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("a row shows by a mark, not by colour alone, that its number is called")
{
    test::picture p({1920, 1080}, reference);
    const unsigned edge = 45;
    auto busy = calling();
    p.draw([&](ui::frame& frame) { draw(frame, busy.state()); });
    CHECK(has_in_rows(p, edge, ui::colour::gold));
    busy.handle(board_arrived{{}, demo_services(), morning + 60s}, moment(60s));
    p.draw([&](ui::frame& frame) { draw(frame, busy.state()); });
    CHECK_FALSE(has_in_rows(p, edge, ui::colour::gold));
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

TEST_CASE("the name of a service is as large in every row, whatever its length")
{
    test::picture p({1920, 1080}, reference);
    auto s = calling().state();
    s.calls.rows.resize(1);
    s.counters.clear();
    // The stem of an H, from the names alone: the numbers are gold.
    const auto longest_stem = [&](const std::string& name) {
        for (auto& one : s.services) {
            one.name = name;
        }
        p.draw([&](ui::frame& frame) { draw(frame, s); });
        unsigned longest = 0;
        for (unsigned x = 400; x < 930; ++x) {
            for (unsigned y = 535, run = 0; y < 625; ++y) {
                run = p.pixel(x, y) == ui::colour::white ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        return longest;
    };
    const auto stem = longest_stem("HHH");
    CHECK(stem > 20);
    std::string name = "HHH";
    for (int words = 1; words < 40; ++words) {
        name += " HHH";
    }
    CHECK(longest_stem(name) == stem);
    CHECK(p.complaints().empty());
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

TEST_CASE("the figure of those waiting is as large in every row, whatever the other figures")
{
    test::picture p({1920, 1080}, reference);
    auto four = long_services();
    four.resize(4);
    p.draw([&](ui::frame& frame) { draw(frame, calling(four).state()); });
    const auto lines = hairlines(p);
    REQUIRE(lines.size() == 4);
    // The stem of a 1.
    std::set<unsigned> stems;
    for (const unsigned line : lines) {
        unsigned longest = 0;
        for (unsigned x = 1620; x < 1700; ++x) {
            for (unsigned y = line + 4, run = 0; y < line + 140; ++y) {
                run = p.pixel(x, y) == ui::colour::ink ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        stems.insert(longest);
    }
    CHECK(stems.size() == 1);
    CHECK(*stems.begin() > 20);
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

TEST_CASE("no row is drawn without a number")
{
    test::picture p({1920, 1080}, reference);
    auto s = calling().state();
    s.calls.rows.clear();
    p.draw([&](ui::frame& frame) { draw(frame, s); });
    CHECK_FALSE(has_in_rows(p, 60, ui::colour::board_row_b));
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
    s.services.front().is_served = false;
    show(without);
    s.services.front().expected_wait += 5min;
    show(longer);
    CHECK_FALSE(with == without);
    CHECK(without == longer);
}

TEST_CASE("every text of the board fits, in both languages and on screens of several shapes")
{
    const auto size = GENERATE(sf::Vector2u(1920, 1080), sf::Vector2u(1366, 768), sf::Vector2u(1280, 1024),
                               sf::Vector2u(1080, 1920));
    const std::string language = GENERATE("vi", "en");
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
