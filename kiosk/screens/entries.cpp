// The ways to booking and check-in, and the choice of the service.

#include "kiosk/screens/appointments.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

void draw_bookable_card(frame& frame, const rect& bounds, const state& state, const std::string& code)
{
    touch_card(frame, bounds, on(tapped_bookable{code}), {.radius = radius::large});
    auto inside = bounds.inset(space::wide, space::small);
    const float side = 88;
    draw_letter(frame, inside.cut_left(side, space::wide).middle(side, side), state, code);
    const auto* free = first_free(slots_of(state, code));
    const auto words = free ? frame.words("kiosk.book.first",
                                          {{"when", when_words(frame, state, base::wall_time(free->start))}})
                            : frame.words("kiosk.book.none");
    const text_style name_style{weight::bold, type::heading};
    const text_layout name_layout{.lines = 3, .smallest = type::least, .leading = 1.25F};
    const auto name = service_words(frame, state, code);
    const float taken = frame.canvas.text_height(inside.width, name, name_style, name_layout);
    inside = inside.middle(inside.width, std::min(inside.height, taken + space::hair + 38));
    frame.canvas.text(inside.cut_bottom(38, space::hair), words,
                      {weight::medium, type::body, free ? colour::green : colour::ink_2},
                      {.smallest = type::console});
    frame.canvas.text(inside, name, name_style, name_layout);
}

} // namespace

void draw_appointment_entries(frame& frame, rect& area, const state& state)
{
    if (bookable_services(state).empty()) {
        return;
    }
    const auto two = columns(area.cut_bottom(lies(frame) ? 96 : 112, space::wide), 2, space::wide);
    button(frame, two[0],
           {.label = frame.words("kiosk.book"), .icon = "calendar-plus", .size = type::subheading},
           on(tapped_book{}));
    button(frame, two[1],
           {.label = frame.words("kiosk.check_in"), .icon = "calendar-check", .size = type::subheading},
           on(tapped_check_in{}));
}

bool draw_booking_offer(frame& frame, rect& area, const state& state, const refused& shown)
{
    const bool is_known = std::ranges::count(bookable_services(state), shown.service) > 0;
    const bool is_for_now =
        shown.why == refusal::closed || shown.why == refusal::full || shown.why == refusal::suspended;
    if (!find_service(state.services, shown.service) || !(shown.first_free || (is_known && is_for_now))) {
        return false;
    }
    const auto label =
        shown.first_free
            ? frame.words("kiosk.book.instead",
                          {{"when", when_words(frame, state, base::wall_time(*shown.first_free))}})
            : frame.words("kiosk.book");
    button(frame, area.cut_bottom(button_height(frame), space::wide),
           {.label = label, .icon = "calendar-plus", .size = type::subheading, .radius = radius::large},
           on(tapped_bookable{shown.service}));
    return true;
}

void draw_bookable(frame& frame, rect area, const state& state)
{
    const auto title = frame.words("kiosk.book");
    const auto hint = frame.words("kiosk.book.service");
    const auto codes = bookable_services(state);
    const std::size_t most = lies(frame) ? 4 : 6;
    const auto pages = std::max<std::size_t>(1, (codes.size() + most - 1) / most);
    const auto page = state.page % pages;
    const service_page turned{pages, page, 0, 0};
    if (lies(frame)) {
        auto strip = cut_heading_strip(frame, area);
        draw_back_button(frame, strip.cut_right(240, space::wide));
        if (pages > 1) {
            draw_more_button(frame, strip.cut_right(316, space::wide), turned);
        }
        draw_title(frame, strip, title, hint);
    } else {
        draw_heading(frame, area, title, hint, state);
        draw_back_button(frame, area.cut_bottom(button_height(frame), space::wide));
        if (pages > 1) {
            draw_more_button(frame, area.cut_bottom(touch_size, space::wide), turned);
        }
    }
    const int down = lies(frame) ? 2 : 6;
    const float tallest = static_cast<float>(down) * (200 + space::wide) - space::wide;
    area.height = std::min(area.height, tallest);
    const auto cells = grid(area, lies(frame) ? 2 : 1, down, space::wide);
    for (std::size_t i = 0; i < most && page * most + i < codes.size(); ++i) {
        draw_bookable_card(frame, cells[i], state, codes[page * most + i]);
    }
}

} // namespace motcua::kiosk
