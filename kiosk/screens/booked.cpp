// What became of a booking: the code, or why there is none and what is free instead.

#include "kiosk/screens/appointments.hpp"
#include "kiosk/screens/qr.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

/// For a phone; where no phone reaches the office, for the scanner of the kiosk.
std::string qr_text(const state& state, const std::string& code)
{
    auto address = state.office.public_url;
    if (address.ends_with('/')) {
        address.pop_back();
    }
    return address.empty() ? code : address + "/book#" + code;
}

void draw_code_card(frame& frame, const rect& bounds, const state& state, const appointment& one)
{
    card(frame, bounds, {.edge = colour::green, .radius = radius::huge});
    auto inside = bounds.inset(space::large, space::wide);
    const text_layout middle{.across = across::centre, .smallest = type::least, .leading = 1.25F};
    labelled_icon(frame, inside.cut_top(48, space::tiny), "check", frame.words("kiosk.booked"),
                  {weight::bold, type::large, colour::green}, across::centre);
    frame.canvas.text(inside.cut_top(56), when_words(frame, state, one.start),
                      {weight::bold, type::heading, colour::navy}, middle);
    frame.canvas.text(inside.cut_bottom(lies(frame) ? 68 : 96), service_words(frame, state, one.service),
                      {weight::semibold, type::large},
                      {.across = across::centre, .lines = 2, .smallest = type::least, .leading = 1.25F});
    frame.canvas.text(inside.cut_top(40), frame.words("kiosk.booked.code"),
                      {weight::medium, type::body, colour::ink_2}, middle);
    const bool is_low = inside.height < 200;
    frame.canvas.text(inside, one.code,
                      {weight::display, is_low ? type::history_number : type::counter_number, colour::navy},
                      {.across = across::centre, .leading = 1.1F});
}

void draw_what_to_do(frame& frame, const rect& bounds, const state& state, const appointment& one)
{
    card(frame, bounds, {.radius = radius::huge});
    auto inside = bounds.inset(space::normal);
    const float side = std::min(inside.height, 220.0F);
    draw_qr(frame, inside.cut_left(side, space::normal).middle(side, side), qr_text(state, one.code));
    auto upper = inside.cut_top(one.check_in_from ? inside.height * 0.6F : inside.height);
    frame.canvas.text(upper, frame.words("kiosk.booked.come"), {weight::bold, type::body},
                      {.lines = 4, .smallest = type::console_small, .leading = 1.2F});
    if (one.check_in_from) {
        frame.canvas.text(inside,
                          frame.words("kiosk.booked.from", {{"time", clock_text(*one.check_in_from)}}),
                          {weight::regular, type::small, colour::ink_2},
                          {.lines = 3, .smallest = type::console_small, .leading = 1.2F});
    }
}

struct booking_refusal_words
{
    std::string_view title;
    std::string_view body;
};

booking_refusal_words words_of(booking_refusal why)
{
    switch (why) {
    case booking_refusal::full:
        return {"kiosk.not_booked.full", "kiosk.not_booked.full.calm"};
    case booking_refusal::expired:
        return {"kiosk.not_booked.expired", "kiosk.not_booked.expired.calm"};
    case booking_refusal::too_many:
        return {"kiosk.not_booked.too_many", "kiosk.not_booked.too_many.calm"};
    case booking_refusal::not_bookable:
        return {"kiosk.not_booked.gone", "kiosk.not_booked.gone.calm"};
    case booking_refusal::suspended:
        return {"kiosk.not_booked", "kiosk.not_booked.suspended"};
    case booking_refusal::unanswered:
        return {"kiosk.not_booked", "kiosk.refused.busy"};
    case booking_refusal::other:
        break;
    }
    return {"kiosk.not_booked", "kiosk.refused.other"};
}

/// The same request again, or the next free time.
void draw_way_on(frame& frame, rect& area, const state& state, const not_booked& shown)
{
    if (!shown.unanswered && !shown.next) {
        return;
    }
    const auto place = area.cut_bottom(button_height(frame), space::wide);
    if (shown.unanswered) {
        return button(frame, place,
                      {.label = frame.words("kiosk.retry"), .icon = "refresh-cw", .size = type::subheading},
                      on(tapped_retry{}));
    }
    const auto when = when_words(frame, state, base::wall_time(*shown.next));
    button(frame, place,
           {.label = frame.words("kiosk.book.next", {{"when", when}}),
            .icon = "calendar-plus",
            .size = type::subheading},
           on(tapped_slot{shown.service, *shown.next}));
}

} // namespace

void draw_booked(frame& frame, rect area, const state& state, const booked& shown)
{
    const bool low = lies(frame);
    auto end = low ? area.cut_right(540, space::wide) : area;
    draw_countdown(frame, end.cut_bottom(56, space::normal), state);
    draw_done_button(frame, end.cut_bottom(button_height(frame), space::wide), frame.words("kiosk.done"),
                     "check");
    if (low) {
        draw_what_to_do(frame, end.middle(end.width, std::min(end.height, 360.0F)), state, shown.appointment);
        return draw_code_card(frame, area.middle(area.width, std::min(area.height, 600.0F)), state,
                              shown.appointment);
    }
    area = end.middle(end.width, std::min(end.height, 960.0F));
    draw_what_to_do(frame, area.cut_bottom(280, space::large), state, shown.appointment);
    draw_code_card(frame, area, state, shown.appointment);
}

void draw_not_booked(frame& frame, rect area, const state& state, const not_booked& shown)
{
    const auto words = words_of(shown.why);
    draw_countdown(frame, area.cut_bottom(56, space::normal), state);
    const auto two = columns(area.cut_bottom(button_height(frame), space::wide), 2, space::wide);
    button(frame, two[0],
           {.label = frame.words("kiosk.home"), .icon = "arrow-left", .kind = button_kind::outlined},
           on(tapped_done{}));
    button(frame, two[1],
           {.label = frame.words("kiosk.book.other"), .icon = "calendar-plus", .kind = button_kind::outlined},
           on(tapped_bookable{shown.service}));
    draw_way_on(frame, area, state, shown);
    draw_notice(frame, area, "circle-alert", colour::navy, frame.words(words.title), frame.words(words.body));
}

} // namespace motcua::kiosk
