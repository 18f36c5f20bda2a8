#include "kiosk/limits.hpp"
#include "kiosk/screens/card_queue.hpp"
#include "kiosk/screens/parts.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

constexpr float name_leading = 1.25F;

/// Where the parts of a card lie in its cell, and how its texts look: the same for all cards of a page, but
/// for a long name, which is smaller than the others.
struct card_plan
{
    bool wide;
    rect tile;
    rect name;
    rect wait;
    text_style name_style;
    text_layout name_layout;
    float wait_size;
    /// What is said of the queue stands in two lines.
    bool stacked;
};

/// A row of its own: tile, name over queue, and the sign that a touch gives a ticket.
card_plan wide_plan(const rect& bounds)
{
    const bool roomy = bounds.height > 250;
    const float line = roomy ? 52 : 44;
    const float side = roomy ? 160 : bounds.height > 160 ? 128 : 96;
    card_plan p{.wide = true};
    auto inside = bounds.inset(space::large, roomy ? space::large : space::tiny);
    p.tile = inside.cut_left(side, space::large).middle(side, side);
    inside.cut_right(96, space::normal);
    p.name_style = {weight::bold, roomy ? type::title : type::heading};
    p.name_layout = {.lines = roomy ? 3 : 2, .smallest = type::least, .leading = name_leading};
    p.stacked = bounds.height > 200;
    p.wait = inside.cut_bottom(p.stacked ? 2 * line : line, space::hair);
    p.name = inside;
    p.wait_size = roomy ? type::subheading : type::large;
    return p;
}

/// One of several in a row: tile and name, below them the queue.
card_plan tall_plan(const rect& bounds)
{
    const bool tight = bounds.height < 160;
    const bool roomy = bounds.height > 190 && bounds.width > 560;
    card_plan p{.wide = false};
    const bool narrow = bounds.width < 450;
    auto inside = bounds.inset(narrow ? space::normal : space::wide, tight ? space::tiny : space::small);
    p.stacked = bounds.height > 250;
    p.wait = inside.cut_bottom(p.stacked ? 80
                               : tight   ? 36
                                         : 40,
                               tight                 ? 0
                               : bounds.height < 200 ? space::normal
                                                     : space::wide);
    const float side = std::min(tight ? 64.0F : 96.0F, inside.height);
    p.tile = inside.cut_left(side, tight ? space::normal : space::wide).middle(side, side);
    p.name = inside;
    p.name_style = {weight::bold, roomy ? type::heading : type::subheading};
    p.name_layout = {.lines = 4, .smallest = type::least, .leading = name_leading};
    p.wait_size = narrow ? type::least : roomy ? type::large : type::body;
    return p;
}

card_plan plan_of(const rect& cell)
{
    const rect at_origin{0, 0, cell.width, cell.height};
    return cell.width > 900 ? wide_plan(at_origin) : tall_plan(at_origin);
}

/// Of a wide card: name and queue stand together in the middle, whatever the length of the name.
void gather(const frame& frame, card_plan& plan, const std::string& title)
{
    plan.name_style.size = frame.canvas.fitting_size(plan.name, {title}, plan.name_style, plan.name_layout);
    const float used = frame.canvas.text_height(plan.name.width, title, plan.name_style, plan.name_layout);
    const float spare = (plan.name.height - used) / 2;
    plan.name.y += spare;
    plan.name.height = used;
    plan.wait.y -= spare;
}

void draw_card(frame& frame, const rect& bounds, card_plan plan, const service& service, sf::Color tile,
               const site_time& at)
{
    const auto take = on(tapped_service{service.code});
    const auto& title = name_in(service.name, frame.language());
    const auto queue = queue_of(frame, service, at, plan.wait_size);
    if (plan.wide) {
        if (plan.stacked && !queue.first) {
            plan.name.height += plan.wait.height / 2;
            plan.wait.cut_top(plan.wait.height / 2);
        }
        gather(frame, plan, title);
    }
    touch_card(frame, bounds, take, {.radius = plan.wide ? radius::large : radius::normal});
    letter_tile(frame, plan.tile.moved(bounds.x, bounds.y), tile, service.code);
    frame.canvas.text(plan.name.moved(bounds.x, bounds.y), title, plan.name_style, plan.name_layout);
    const auto wait = plan.wait.moved(bounds.x, bounds.y);
    if (plan.stacked) {
        draw_stacked(frame, wait, queue);
    } else {
        draw_beside(frame, wait, queue, plan.wide ? across::left : across::right);
    }
    if (plan.wide) {
        const point sign{bounds.right() - space::large - 48, bounds.centre().y};
        frame.canvas.disc(sign, 96, frame.pressed(take) ? colour::white : colour::blue_background);
        frame.canvas.icon("ticket", sign, 48, frame.pressed(take) ? colour::green : colour::navy);
    } else if (bounds.height >= 160) {
        frame.canvas.fill({wait.x, wait.y - space::tiny, wait.width, 2}, colour::line);
    }
}

/// Few services have a row each; more stand side by side.
int services_across(const frame& frame, std::size_t count)
{
    if (!lies(frame)) {
        return count <= 5 ? 1 : 2;
    }
    return count <= 3 ? 1 : count <= 4 ? 2 : 3;
}

std::vector<rect> cells_of(const frame& frame, const rect& room, std::size_t count)
{
    const int across = services_across(frame, count);
    const int down = (static_cast<int>(count) + across - 1) / across;
    const float tallest = across == 1 ? 284.0F : 264.0F;
    const float needed = static_cast<float>(down) * (tallest + space::wide) - space::wide;
    return grid({room.x, room.y, room.width, std::min(room.height, needed)}, across, down, space::wide);
}

/// Spreads the services evenly over as few pages as hold them, `most` on each.
service_page nth_page(const state& state, std::size_t most)
{
    const auto all = state.services.size();
    const auto pages = std::max<std::size_t>(1, (all + most - 1) / most);
    const auto number = state.page < pages ? state.page : 0;
    const auto each = all / pages;
    const auto fuller = all % pages; // the first pages have one more
    return {pages, number, number * each + std::min(number, fuller), each + (number < fuller ? 1 : 0)};
}

std::vector<std::string> titles_of(const frame& frame, const state& state, const service_page& shown)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < shown.count; ++i) {
        all.push_back(name_in(state.services[shown.first + i].name, frame.language()));
    }
    return all;
}

/// The button that turns pages takes its strip below the cards of an upright screen.
rect cards_area(const frame& frame, rect area, const service_page& shown)
{
    if (!lies(frame) && shown.pages > 1) {
        area.cut_bottom(touch_size, space::wide);
    }
    return area;
}

/// Whether every name on every page fits at a size that old eyes read.
bool all_names_are_large(const frame& frame, const rect& room, const state& state, std::size_t most)
{
    auto turned = state;
    const auto pages = nth_page(state, most).pages;
    for (turned.page = 0; turned.page < pages; ++turned.page) {
        const auto page = nth_page(turned, most);
        const auto titles = titles_of(frame, state, page);
        const auto plan = plan_of(cells_of(frame, room, page.count)[0]);
        const auto is_large = [&](const std::string& title) {
            return frame.canvas.fitting_size(plan.name, {title}, plan.name_style, plan.name_layout) >=
                   type::small;
        };
        if (!std::ranges::all_of(titles, is_large)) {
            return false;
        }
    }
    return true;
}

} // namespace

void draw_more_button(frame& frame, const rect& bounds, const service_page& shown)
{
    const auto label = frame.words(
        "kiosk.more", {{"n", std::to_string(shown.number + 1)}, {"all", std::to_string(shown.pages)}});
    button(frame, bounds, {.label = label, .icon = "chevron-right", .kind = button_kind::outlined},
           on(tapped_more{(shown.number + 1) % shown.pages}));
}

service_page page_of_services(const frame& frame, const rect& area, const state& state)
{
    const auto most = lies(frame) ? limits::services_a_page_lying : limits::services_a_page_upright;
    for (auto each = most; each > limits::services_a_page_least; --each) {
        const auto page = nth_page(state, each);
        const auto room = cards_area(frame, area, page);
        if (cells_of(frame, room, page.count)[0].height >= touch_size &&
            all_names_are_large(frame, room, state, each)) {
            return page;
        }
    }
    return nth_page(state, limits::services_a_page_least);
}

void draw_service_cards(frame& frame, const rect& area, const state& state, const service_page& shown)
{
    const auto room = cards_area(frame, area, shown);
    if (!lies(frame) && shown.pages > 1) {
        draw_more_button(frame, {room.x, area.bottom() - touch_size, room.width, touch_size}, shown);
    }
    const auto cells = cells_of(frame, room, shown.count);
    const auto plan = plan_of(cells[0]);
    for (std::size_t i = 0; i < shown.count; ++i) {
        const auto at = shown.first + i;
        draw_card(frame, cells[i], plan, state.services[at], colour::tiles[at % colour::tiles.size()],
                  {state.time, state.hours});
    }
}

} // namespace motcua::kiosk
