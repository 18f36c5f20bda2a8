#include "kiosk/limits.hpp"
#include "kiosk/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

/// Up to so many services have a whole row each.
constexpr std::size_t rows_alone = 5;

std::string wait_words(frame& f, const told_wait& wait)
{
    if (wait.hours == 0) return f.words("wait.minutes", {{"n", figure_text(wait.minutes, f.language())}});
    return f.words("wait.hours", {{"n", hours_text(wait, f.language())}});
}

/// `second`: where the expected wait stands beside the people.
void waiting_line(frame& f, rect r, const service& s, float size, across second)
{
    const text_style style{weight::medium, size, colour::ink_2};
    const auto wait = told(s.expected_wait);
    const bool at_once = wait == told_wait{};
    // However short the queue is, nobody calls it.
    if (!s.is_served) {
        labelled_icon(f, r, "info", f.words("wait.unserved"), style);
        return;
    }
    if (s.waiting == 0 && at_once) {
        labelled_icon(f, r, "check", f.words("wait.nobody"), {weight::bold, size, colour::green});
        return;
    }
    const auto words = at_once ? f.words("wait.soon") : wait_words(f, wait);
    if (s.waiting == 0) {
        labelled_icon(f, r, "clock", words, style);
        return;
    }
    const auto people = f.words("wait.people", {{"n", figure_text(s.waiting, f.language())}});
    const float taken = labelled_icon(f, r, "users", people, style).width + space::small;
    r.cut_left(second == across::left ? std::max(taken, r.width * 0.54F) : taken);
    labelled_icon(f, r, "clock", words, style, second);
}

void wide_card(frame& f, const rect& r, const service& s, sf::Color tile)
{
    const action take{"take", s.code};
    touch_card(f, r, take, {.radius = radius::large});
    auto inside = r.inset(space::large, space::normal);
    const bool roomy = r.height > 250;
    const float side = roomy ? 160 : 128;
    letter_tile(f, inside.cut_left(side, space::large).middle(side, side), tile, s.code);
    const auto sign = inside.cut_right(96, space::normal).centre();
    f.canvas.disc(sign, 96, f.pressed(take) ? colour::white : colour::blue_background);
    f.canvas.icon("ticket", sign, 48, f.pressed(take) ? colour::green : colour::navy);
    const float middle = inside.centre().y + 8;
    f.canvas.text({inside.x, inside.y, inside.width, middle - inside.y}, name_in(s.name, f.language()),
                  {weight::bold, roomy ? type::title : type::heading},
                  {.down = down::bottom, .lines = 2, .smallest = type::least, .leading = 1.25F});
    waiting_line(f, {inside.x, middle + space::tiny, inside.width, 56}, s,
                 roomy ? type::subheading : type::large, across::left);
}

void tall_card(frame& f, const rect& r, const service& s, sf::Color tile)
{
    const action take{"take", s.code};
    touch_card(f, r, take);
    auto inside = r.inset(space::wide, space::normal);
    const auto line = inside.cut_bottom(44, space::tiny);
    f.canvas.fill({inside.x, inside.bottom() - 2, inside.width, 2}, colour::line);
    inside.cut_bottom(space::small);
    const float side = std::min(96.0F, inside.height);
    letter_tile(f, inside.cut_left(side, space::wide).middle(side, side), tile, s.code);
    f.canvas.text(inside, name_in(s.name, f.language()), {weight::bold, type::subheading},
                  {.lines = 3, .smallest = type::least, .leading = 1.25F});
    waiting_line(f, line, s, type::body, across::right);
}

} // namespace

void draw_service_cards(frame& f, rect area, const state& s)
{
    if (pages(s) > 1) {
        const auto label =
            f.words("kiosk.more", {{"n", std::to_string(s.page + 1)}, {"all", std::to_string(pages(s))}});
        button(f, area.cut_bottom(96, space::wide),
               {.label = label, .icon = "chevron-right", .kind = button_kind::outlined}, {"more"});
    }
    const auto first = s.page * limits::services_a_page;
    const auto count = std::min(s.services.size() - first, limits::services_a_page);
    const bool alone = count <= rows_alone && pages(s) == 1;
    const auto screens_wide =
        std::max<std::size_t>(1, static_cast<std::size_t>(area.width / 1600)); // 2 on a lying screen
    const auto across = alone ? screens_wide : 2 * screens_wide;
    const auto down = (count + across - 1) / across;
    const float tallest = alone ? 284.0F : 264.0F;
    const float needed = static_cast<float>(down) * (tallest + space::wide) - space::wide;
    const auto cells = grid({area.x, area.y, area.width, std::min(area.height, needed)},
                            static_cast<int>(across), static_cast<int>(down), space::wide);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& service = s.services[first + i];
        const auto tile = colour::tiles[(first + i) % colour::tiles.size()];
        alone ? wide_card(f, cells[i], service, tile) : tall_card(f, cells[i], service, tile);
    }
}

} // namespace motcua::kiosk
