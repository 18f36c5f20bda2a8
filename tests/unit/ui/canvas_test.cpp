#include "tests/unit/ui/picture.hpp"
#include "ui/widgets.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;
using motcua::test::does;
using motcua::test::picture;

TEST_CASE("a text that does not fit is a complaint and is shortened")
{
    picture p({400, 200}, point{400, 200});
    p.draw([](frame& frame) { frame.canvas.text({0, 0, 100, 60}, "Giấy chứng nhận quyền sử dụng đất", {}); });
    REQUIRE(p.complaints().size() == 1);
    CHECK_THAT(p.complaints().front(), Catch::Contains("does not fit"));
}

TEST_CASE("a text may be wrapped or shrink before it is a complaint")
{
    picture p({400, 200}, point{400, 200});
    p.draw([](frame& frame) {
        const std::string words = "Đăng ký kinh doanh";
        frame.canvas.text({0, 0, 180, 90}, words, {}, {.lines = 2});
        frame.canvas.text({0, 0, 240, 60}, words, {weight::bold, type::subheading},
                          {.smallest = type::least});
    });
    CHECK(p.complaints().empty());
}

TEST_CASE("a name that may end early fills its lines, ends with an ellipsis and is not a complaint")
{
    picture p({1000, 200}, point{1000, 200});
    p.draw([](frame& frame) {
        const std::string name =
            "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười";
        const auto taken = frame.canvas.text({0, 0, 500, 200}, name, {weight::regular, type::large},
                                             {.lines = 2, .ends_early = true});
        CHECK(taken.width > 450);
        CHECK(taken.width <= 500);
    });
    CHECK(p.complaints().empty());
}

TEST_CASE("a no-break space leaves no mark")
{
    picture tied({400, 100}, point{400, 100}), apart({400, 100}, point{400, 100});
    tied.draw([](frame& frame) { frame.canvas.text(frame.area(), "Hộ tịch\u00A0–", {}); });
    apart.draw([](frame& frame) { frame.canvas.text(frame.area(), "Hộ tịch –", {}); });
    CHECK(tied == apart);
}

TEST_CASE("lines of one text are about equally long")
{
    picture p({1000, 200}, point{1000, 200});
    p.draw([](frame& frame) {
        const auto taken =
            frame.canvas.text({0, 0, 700, 200}, "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn",
                              {weight::regular, type::large}, {.lines = 2});
        CHECK(taken.width < 560);
    });
}

TEST_CASE("an unknown icon and an unknown text are complaints")
{
    picture p({100, 100}, point{100, 100});
    p.draw([](frame& frame) {
        frame.canvas.icon("no such icon", {50, 50}, 40, colour::ink);
        CHECK(frame.words("no.such.key") == "no.such.key");
    });
    CHECK(p.complaints().size() == 2);
}

TEST_CASE("a picture drawn twice has the same pixels")
{
    const auto draw = [](frame& frame) {
        card(frame, {20, 20, 300, 160});
        frame.canvas.text({40, 40, 260, 60}, "Kính chào ông/bà", {weight::bold, type::body});
        button(frame, {40, 110, 200, 56}, {.label = "Xong", .icon = "check"}, does("done"));
    };
    picture one({400, 200}, point{400, 200});
    picture two({400, 200}, point{400, 200});
    one.draw(draw);
    two.draw(draw);
    CHECK(one == two);
    CHECK(one.pixel(200, 30) == colour::card);
}

TEST_CASE("a target with more room on one axis gets more units there")
{
    picture p({720, 1000}, point{1080, 1920});
    p.draw([](frame& frame) {
        CHECK(frame.area().height == Approx(1920));
        CHECK(frame.area().width == Approx(1382.4F));
    });
}
