#include "counter/hall/screen.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::hall;
using namespace std::chrono_literals;

TEST_CASE("every text of the hall board fits, in both languages")
{
    const std::string language = GENERATE("vi", "en");
    model m;
    test::picture p({1920, 1080}, reference);
    const auto fits = [&](const std::string& name) {
        p.draw([&](ui::frame& f) {
            f.speak(language);
            draw(f, m.state());
        });
        if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES"))
            p.save("hall_" + name + "_" + language + ".png");
        CHECK(p.complaints() == std::vector<std::string>{});
    };
    m.handle(office_known{"Trung tâm phục vụ hành chính công phường An Bình"}, {});
    fits("starting");
    const auto time = std::chrono::local_seconds(1795426860s);
    m.handle(
        board_arrived{
            {{"A013", "1", "A", time}, {"B047", "3", "B", time + 1s}, {"A1013", "4", "A", time + 2s}},
            {{"A", "Hộ tịch – Chứng thực", "Civil status – Certification", 12, 25min},
             {"B", "Đất đai – Xây dựng", "Land – Construction", 15, 40min}},
            time},
        moment(0s));
    m.handle(ticked{}, moment(6s));
    fits("calling");
    m.handle(ticked{}, moment(12s));
    fits("stale");
}
