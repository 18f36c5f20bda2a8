#include "kiosk/limits.hpp"
#include "kiosk/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

constexpr float name_leading = 1.25F;

std::string wait_words(frame& f, const told_wait& wait)
{
    if (wait.hours == 0) {
        return f.words("wait.minutes", {{"n", figure_text(wait.minutes, f.language())}});
    }
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

/// Where the parts of a card lie in its cell, and how its texts look: the same for all cards of a page.
struct card_plan
{
    bool wide;
    rect tile;
    rect name;
    rect wait;
    text_style name_style;
    text_layout name_layout;
    float wait_size;
};

/// A row of its own: tile, name over queue, and the sign that a touch gives a ticket.
card_plan wide_plan(const frame& f, const rect& r, const std::vector<std::string>& titles)
{
    const bool roomy = r.height > 250;
    const float line = roomy ? 52 : 44;
    const float side = roomy ? 160 : r.height > 160 ? 128 : 96;
    card_plan p{.wide = true};
    auto inside = r.inset(space::large, roomy ? space::large : space::tiny);
    p.tile = inside.cut_left(side, space::large).middle(side, side);
    inside.cut_right(96, space::normal);
    p.name_style = {weight::bold, roomy ? type::title : type::heading};
    p.name_layout = {.lines = roomy ? 3 : 2, .smallest = type::least, .leading = name_leading};
    p.wait = inside.cut_bottom(line, space::hair);
    p.name = inside;
    p.name_style.size = f.canvas.fitting_size(p.name, titles, p.name_style, p.name_layout);
    p.wait_size = roomy ? type::subheading : type::large;
    return p;
}

/// One of several in a row: tile and name, below them the queue.
card_plan tall_plan(const frame& f, const rect& r, const std::vector<std::string>& titles)
{
    const bool tight = r.height < 160;
    const bool roomy = r.height > 190 && r.width > 560;
    card_plan p{.wide = false};
    const bool narrow = r.width < 450;
    auto inside = r.inset(narrow ? space::normal : space::wide, tight ? space::tiny : space::small);
    p.wait = inside.cut_bottom(tight ? 36 : 40, tight ? 0 : space::wide);
    const float side = std::min(tight ? 64.0F : 96.0F, inside.height);
    p.tile = inside.cut_left(side, tight ? space::normal : space::wide).middle(side, side);
    p.name = inside;
    p.name_style = {weight::bold, roomy ? type::heading : type::subheading};
    p.name_layout = {.lines = 4, .smallest = type::least, .leading = name_leading};
    p.name_style.size = f.canvas.fitting_size(p.name, titles, p.name_style, p.name_layout);
    p.wait_size = narrow ? type::least : roomy ? type::large : type::body;
    return p;
}

card_plan plan_of(const frame& f, const rect& cell, const std::vector<std::string>& titles)
{
    const rect at_origin{0, 0, cell.width, cell.height};
    return cell.width > 900 ? wide_plan(f, at_origin, titles) : tall_plan(f, at_origin, titles);
}

/// Of a wide card: name and queue stand together in the middle, however many lines the name has.
void gather(const frame& f, card_plan& p, const std::string& title)
{
    const float used = f.canvas.text_height(p.name.width, title, p.name_style, p.name_layout);
    const float spare = (p.name.height - used) / 2;
    p.name.y += spare;
    p.name.height = used;
    p.wait.y -= spare;
}

void draw_card(frame& f, const rect& r, card_plan p, const service& s, sf::Color tile)
{
    const action take{"take", s.code};
    const auto& title = name_in(s.name, f.language());
    if (p.wide) {
        gather(f, p, title);
    }
    touch_card(f, r, take, {.radius = p.wide ? radius::large : radius::normal});
    letter_tile(f, p.tile.moved(r.x, r.y), tile, s.code);
    f.canvas.text(p.name.moved(r.x, r.y), title, p.name_style, p.name_layout);
    const auto wait = p.wait.moved(r.x, r.y);
    waiting_line(f, wait, s, p.wait_size, p.wide ? across::left : across::right);
    if (p.wide) {
        const point sign{r.right() - space::large - 48, r.centre().y};
        f.canvas.disc(sign, 96, f.pressed(take) ? colour::white : colour::blue_background);
        f.canvas.icon("ticket", sign, 48, f.pressed(take) ? colour::green : colour::navy);
    } else if (r.height >= 160) {
        f.canvas.fill({wait.x, wait.y - space::tiny, wait.width, 2}, colour::line);
    }
}

/// Few services have a row each; more stand side by side.
int services_across(const frame& f, std::size_t count)
{
    if (!lies(f)) {
        return count <= 5 ? 1 : 2;
    }
    return count <= 3 ? 1 : count <= 4 ? 2 : 3;
}

std::vector<rect> cells_of(const frame& f, const rect& room, std::size_t count)
{
    const int across = services_across(f, count);
    const int down = (static_cast<int>(count) + across - 1) / across;
    const float tallest = across == 1 ? 284.0F : 264.0F;
    const float needed = static_cast<float>(down) * (tallest + space::wide) - space::wide;
    return grid({room.x, room.y, room.width, std::min(room.height, needed)}, across, down, space::wide);
}

/// Spreads the services evenly over as few pages as hold them, `most` on each.
service_page nth_page(const state& s, std::size_t most)
{
    const auto all = s.services.size();
    const auto pages = std::max<std::size_t>(1, (all + most - 1) / most);
    const auto number = s.page < pages ? s.page : 0;
    const auto each = all / pages;
    const auto fuller = all % pages; // the first pages have one more
    return {pages, number, number * each + std::min(number, fuller), each + (number < fuller ? 1 : 0)};
}

std::vector<std::string> titles_of(const frame& f, const state& s, const service_page& shown)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < shown.count; ++i) {
        all.push_back(name_in(s.services[shown.first + i].name, f.language()));
    }
    return all;
}

/// The button that turns pages takes its strip below the cards of an upright screen.
rect cards_area(const frame& f, rect area, const service_page& shown)
{
    if (!lies(f) && shown.pages > 1) {
        area.cut_bottom(touch_size, space::wide);
    }
    return area;
}

/// Whether every name on every page fits at a size that old eyes read.
bool all_names_are_large(const frame& f, const rect& room, const state& s, std::size_t most)
{
    auto turned = s;
    const auto pages = nth_page(s, most).pages;
    for (turned.page = 0; turned.page < pages; ++turned.page) {
        const auto page = nth_page(turned, most);
        const auto titles = titles_of(f, s, page);
        const auto plan = plan_of(f, cells_of(f, room, page.count)[0], titles);
        const auto fits = [&](const std::string& title) {
            return f.canvas.text_height(plan.name.width, title, plan.name_style, plan.name_layout) <=
                   plan.name.height + 1;
        };
        if (plan.name_style.size < type::small || !std::all_of(titles.begin(), titles.end(), fits)) {
            return false;
        }
    }
    return true;
}

} // namespace

void draw_more_button(frame& f, const rect& r, const service_page& shown)
{
    const auto label = f.words(
        "kiosk.more", {{"n", std::to_string(shown.number + 1)}, {"all", std::to_string(shown.pages)}});
    button(f, r, {.label = label, .icon = "chevron-right", .kind = button_kind::outlined},
           {"more", std::to_string((shown.number + 1) % shown.pages)});
}

service_page page_of_services(const frame& f, const rect& area, const state& s)
{
    const auto most = lies(f) ? limits::services_a_page_lying : limits::services_a_page_upright;
    for (auto each = most; each > limits::services_a_page_least; --each) {
        const auto page = nth_page(s, each);
        if (all_names_are_large(f, cards_area(f, area, page), s, each)) {
            return page;
        }
    }
    return nth_page(s, limits::services_a_page_least);
}

void draw_service_cards(frame& f, const rect& area, const state& s, const service_page& shown)
{
    const auto room = cards_area(f, area, shown);
    if (!lies(f) && shown.pages > 1) {
        draw_more_button(f, {room.x, area.bottom() - touch_size, room.width, touch_size}, shown);
    }
    const auto cells = cells_of(f, room, shown.count);
    const auto plan = plan_of(f, cells[0], titles_of(f, s, shown));
    for (std::size_t i = 0; i < shown.count; ++i) {
        const auto at = shown.first + i;
        draw_card(f, cells[i], plan, s.services[at], colour::tiles[at % colour::tiles.size()]);
    }
}

} // namespace motcua::kiosk
