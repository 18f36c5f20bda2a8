#include "tests/unit/ui/picture.hpp"
#include "ui/widgets.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;
using motcua::test::does;
using motcua::test::picture;

TEST_CASE("a disabled button cannot be touched")
{
    picture p({400, 200}, point{400, 200});
    p.draw([](frame& frame) {
        button(frame, {20, 20, 300, 100}, {.label = "Gọi lại", .enabled = false}, does("recall"));
    });
    CHECK(p.targets().empty());
}

TEST_CASE("the icon of a button stands beside its words, those of two lines too")
{
    picture p({500, 140}, point{500, 140});
    const auto widest_gap = [&](float width) {
        const rect place{20, 20, width, 100};
        p.draw([&](frame& frame) {
            button(
                frame, place,
                {.label = "Xem thêm lĩnh vực (1/3)", .icon = "chevron-right", .kind = button_kind::outlined},
                does("more"));
        });
        const auto inside = place.inset(8);
        unsigned widest = 0, run = 0;
        bool begun = false;
        for (auto x = static_cast<unsigned>(inside.x); x < static_cast<unsigned>(inside.right()); ++x) {
            bool ink = false;
            for (auto y = static_cast<unsigned>(inside.y); y < static_cast<unsigned>(inside.bottom()); ++y) {
                ink = ink || p.pixel(x, y) != colour::white;
            }
            if (ink && begun) {
                widest = std::max(widest, run);
            }
            begun = begun || ink;
            run = ink ? 0 : run + 1;
        }
        return widest;
    };
    const auto in_one_line = widest_gap(460);
    CHECK(in_one_line > 0);
    CHECK(widest_gap(330) <= in_one_line + 4); // another letter stands there, with its own side
}

TEST_CASE("a dialog makes what lies under it dead")
{
    picture p({600, 400}, point{600, 400});
    p.draw([](frame& frame) {
        button(frame, {20, 20, 300, 100}, {.label = "Gọi lại"}, does("recall"));
        auto inside = dialog(frame, frame.area(), 400, 300);
        button(frame, inside.cut_bottom(80), {.label = "Xong"}, does("done"));
    });
    REQUIRE(p.targets().size() == 1);
    CHECK(p.targets().front().action == does("done"));
}

TEST_CASE("what is pressed looks pressed")
{
    const auto screen = [](frame& frame) {
        button(frame, {20, 20, 300, 100}, {.label = "Gọi lại"}, does("recall"));
    };
    picture idle({400, 200}, point{400, 200});
    picture pressed({400, 200}, point{400, 200});
    idle.draw(screen);
    pressed.draw(screen, does("recall"));
    CHECK_FALSE(idle == pressed);
}

TEST_CASE("every widget shows Vietnamese without a complaint")
{
    picture p({1280, 800}, point{1280, 800});
    p.draw([](frame& frame) {
        frame.canvas.fill(frame.area(), colour::background);
        header(
            frame, {0, 0, 1280, 110},
            {"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Phường An Bình", "09:41", "Thứ Hai, 23/11/2026", 0.55F});
        const auto cells = grid({20, 130, 840, 240}, 3, 2, 16);
        const auto kinds = {button_kind::call, button_kind::primary, button_kind::tonal,
                            button_kind::outlined, button_kind::danger};
        std::size_t at = 0;
        for (const auto kind : kinds) {
            button(frame, cells[at++],
                   {.label = "Gọi số tiếp theo",
                    .icon = "phone-call",
                    .key = "F2",
                    .kind = kind,
                    .size = type::least},
                   does("call"));
        }
        button(frame, cells[at],
               {.label = "Chuyển quầy",
                .icon = "arrow-left-right",
                .key = "F7",
                .kind = button_kind::outlined,
                .size = type::console_large,
                .stacked = true},
               does("transfer"));
        float x = 20;
        for (const auto t : {tone::neutral, tone::information, tone::good, tone::priority, tone::alert}) {
            x = chip(frame, {x, 410}, "Đang phục vụ", t, type::console_small, true).right() + 12;
        }
        segmented(frame, {20, 450, 352, 84}, {{"Tiếng Việt", does("vi"), true}, {"English", does("en")}},
                  type::large);
        banner(frame, {20, 560, 840, 70}, tone::alert, "wifi-off", "Mất kết nối, đang thử lại", type::least);
        text_field(frame, {20, 650, 400, 64}, {.text = "Nguyễn Thị Lan", .focused = true}, does("name"));
        text_field(frame, {440, 650, 400, 64}, {.text = "bí mật", .secret = true}, does("password"));
        progress(frame, {20, 740, 400, 8}, 0.4F, colour::green);
        auto card_inside = rect{880, 130, 380, 500};
        card(frame, card_inside);
        card_inside = card_inside.inset(16);
        for (int row = 0; row < 4; ++row) {
            auto inside = list_row(frame, card_inside.cut_top(76), row == 0);
            letter_tile(frame, inside.cut_left(56, 16).middle(56, 56),
                        colour::tiles[static_cast<std::size_t>(row)], "A");
            labelled_icon(frame, inside, "users", "12 người chờ",
                          {weight::medium, type::least, colour::ink_2});
        }
        frame.canvas.timer({880, 650, 380, 80}, "04:12", {weight::bold, type::heading}, across::centre);
    });
    p.save("widgets.png");
    CHECK(p.complaints() == std::vector<std::string>{});
}
