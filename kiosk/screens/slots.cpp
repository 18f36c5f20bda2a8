// A week of days, and the times of one of them.

#include "kiosk/screens/appointments.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr float least_cell = 96, tallest_cell = 124;
const sf::Color grey{0xE3, 0xE9, 0xF1};

std::string short_date(local_days day) { return date_text(wall_time{day}).substr(0, 5); }

/// A day or a time: chosen, free to touch, or grey.
struct cell_look
{
    std::string head = {};
    std::string title;
    std::string foot;
    bool is_free = false;
    bool is_chosen = false;
};

void draw_cell(frame& frame, const rect& bounds, const cell_look& look, const event& touched)
{
    const auto ink = look.is_chosen ? colour::white : look.is_free ? colour::ink : colour::ink_2;
    if (look.is_chosen) {
        frame.canvas.fill(bounds, colour::navy, radius::small);
    } else if (look.is_free) {
        touch_card(frame, bounds, on(touched), {.edge = colour::border, .radius = radius::small});
    } else {
        frame.canvas.fill(bounds, grey, radius::small);
    }
    const bool three = !look.head.empty();
    auto inside = bounds.inset(space::hair, 0);
    inside = inside.middle(inside.width, three ? 96.0F : 84.0F);
    const text_layout middle{.across = across::centre, .smallest = type::console_small, .leading = 1.2F};
    if (three) {
        frame.canvas.text(inside.cut_top(29), look.head, {weight::medium, type::least, ink}, middle);
    }
    frame.canvas.text(inside.cut_top(three ? 38.0F : 48.0F), look.title,
                      {weight::bold, three ? type::large : type::subheading, ink}, middle);
    frame.canvas.text(inside, look.foot, {weight::medium, type::least, ink}, middle);
}

void draw_turn(frame& frame, const rect& bounds, std::string_view icon, bool is_there, local_days monday)
{
    if (is_there) {
        touch_card(frame, bounds, on(tapped_week{monday}), {.edge = colour::border, .radius = radius::small});
    } else {
        frame.canvas.fill(bounds, grey, radius::small);
    }
    frame.canvas.icon(icon, bounds.centre(), 44, is_there ? colour::ink : colour::border);
}

std::string places_words(frame& frame, int free)
{
    return frame.words("kiosk.book.places", {{"n", std::to_string(free)}});
}

void draw_day(frame& frame, const rect& bounds, const std::vector<slot>& slots, local_days day,
              bool is_chosen)
{
    const auto here = slots_on(slots, day);
    int free = 0;
    for (const auto& each : here) {
        free += each.free;
    }
    draw_cell(frame, bounds,
              {.head = frame.words(weekday_key(wall_time{day})),
               .title = short_date(day),
               .foot = free > 0 ? places_words(frame, free)
                                : frame.words(here.empty() ? "kiosk.book.no_times" : "kiosk.book.day_full"),
               .is_free = free > 0,
               .is_chosen = is_chosen && free > 0},
              tapped_day{day});
}

/// Five where nothing can be booked at the weekend of that week.
int days_shown(const std::vector<slot>& slots, local_days monday)
{
    const bool weekend =
        !slots_on(slots, monday + days{5}).empty() || !slots_on(slots, monday + days{6}).empty();
    return weekend ? 7 : 5;
}

/// The first `count` days of the week, each into its cell.
void draw_week(frame& frame, const std::vector<rect>& cells, const std::vector<slot>& slots,
               const choosing_slot& shown, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto day = shown.week + days{i};
        draw_day(frame, cells[static_cast<std::size_t>(i)], slots, day, day == shown.day);
    }
}

void draw_turns(frame& frame, const rect& back, const rect& forth, const state& state,
                const std::vector<slot>& slots, local_days monday)
{
    const bool is_later = state.time && monday > week_of(std::chrono::floor<days>(*state.time));
    draw_turn(frame, back, "chevron-left", is_later, monday - days{7});
    const auto next = monday + days{7};
    draw_turn(frame, forth, "chevron-right", next <= day_of(slots.back().start), next);
}

void draw_time(frame& frame, const rect& bounds, const slot& one, const std::string& service)
{
    draw_cell(frame, bounds,
              {.title = clock_text(base::wall_time(one.start)),
               .foot = one.free > 0 ? places_words(frame, one.free) : frame.words("kiosk.book.time_full"),
               .is_free = one.free > 0},
              tapped_slot{service, one.start});
}

bool is_of_morning(const slot& one)
{
    const auto wall = base::wall_time(one.start);
    return wall - std::chrono::floor<days>(wall) < std::chrono::hours{12};
}

constexpr float part_heading = 44;
constexpr std::size_t times_across = 4;

int rows_for(const std::vector<slot>& times)
{
    return static_cast<int>((times.size() + times_across - 1) / times_across);
}

/// Morning and afternoon, each under its heading, where the room takes them all; false where it does not.
bool draw_parts_of_day(frame& frame, rect room, const std::vector<slot>& times, const std::string& service)
{
    const auto noon = std::ranges::partition_point(times, is_of_morning);
    const std::vector<std::vector<slot>> parts{{times.begin(), noon}, {noon, times.end()}};
    float lines = 0, headings = 0;
    for (const auto& part : parts) {
        lines += static_cast<float>(rows_for(part));
        headings += part.empty() ? 0.0F : part_heading + space::small;
    }
    const float each = (room.height - headings) / lines - space::wide;
    if (each < least_cell) {
        return false;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty()) {
            continue;
        }
        frame.canvas.text(room.cut_top(part_heading, space::small),
                          frame.words(i == 0 ? "kiosk.book.morning" : "kiosk.book.afternoon"),
                          {weight::bold, type::body}, {.down = down::bottom});
        const int down = rows_for(parts[i]);
        const float height = static_cast<float>(down) * (std::min(each, tallest_cell) + space::wide);
        const auto cells = grid(room.cut_top(height - space::wide, space::wide),
                                static_cast<int>(times_across), down, space::wide);
        for (std::size_t at = 0; at < parts[i].size(); ++at) {
            draw_time(frame, cells[at], parts[i][at], service);
        }
    }
    return true;
}

/// As many times as the room takes; more of them on further pages.
void draw_times(frame& frame, rect room, const std::vector<slot>& slots, const choosing_slot& shown)
{
    const auto times = slots_on(slots, shown.day);
    if (!lies(frame) && !times.empty() && draw_parts_of_day(frame, room, times, shown.service)) {
        return;
    }
    const auto fitting = static_cast<int>((room.height + space::wide) / (least_cell + space::wide));
    const int down = std::clamp(fitting, 1, 8);
    room.height =
        std::min(room.height, static_cast<float>(down) * (tallest_cell + space::wide) - space::wide);
    const auto cells = grid(room, static_cast<int>(times_across), down, space::wide);
    const bool fits = times.size() <= cells.size();
    const auto each = fits ? cells.size() : cells.size() - 1;
    const auto pages = std::max<std::size_t>(1, (times.size() + each - 1) / each);
    const auto page = shown.page % pages;
    for (std::size_t i = 0; i < each && page * each + i < times.size(); ++i) {
        draw_time(frame, cells[i], times[page * each + i], shown.service);
    }
    if (!fits) {
        button(frame, cells.back(),
               {.label = frame.words("kiosk.book.more"), .kind = button_kind::tonal, .size = type::body},
               on(tapped_times{(page + 1) % pages}));
    }
}

void draw_first_free(frame& frame, const rect& bounds, const state& state, const std::vector<slot>& slots,
                     const std::string& service)
{
    const auto* free = first_free(slots);
    if (!free) {
        return banner(frame, bounds, tone::priority, "info", frame.words("kiosk.book.none"), type::body);
    }
    const auto when = when_words(frame, state, base::wall_time(free->start));
    button(frame, bounds, {.label = frame.words("kiosk.book.first", {{"when", when}}), .size = type::body},
           on(tapped_slot{service, free->start}));
}

void draw_slots_lying(frame& frame, rect area, const state& state, const choosing_slot& shown)
{
    const auto& slots = slots_of(state, shown.service);
    auto strip = cut_heading_strip(frame, area);
    draw_back_button(frame, strip.cut_right(240, space::wide));
    draw_first_free(frame, strip.cut_right(430, space::wide), state, slots, shown.service);
    frame.canvas.text(strip.cut_top(38), frame.words("kiosk.book.when"), {weight::bold, type::large},
                      {.smallest = type::least, .leading = 1.25F});
    frame.canvas.text(strip, service_words(frame, state, shown.service),
                      {weight::regular, type::least, colour::ink_2},
                      {.lines = 2, .smallest = type::console_small, .leading = 1.2F});
    area.height = std::min(area.height, 3 * (tallest_cell + space::wide) - space::wide);
    const auto cells = grid(area.cut_left(498, space::huge), 3, 3, space::wide);
    draw_week(frame, cells, slots, shown, 7);
    draw_turns(frame, cells[7], cells[8], state, slots, shown.week);
    draw_times(frame, area, slots, shown);
}

void draw_slots_upright(frame& frame, rect area, const state& state, const choosing_slot& shown)
{
    const auto& slots = slots_of(state, shown.service);
    draw_heading(frame, area, frame.words("kiosk.book.when"), "", state);
    draw_back_button(frame, area.cut_bottom(button_height(frame), space::wide));
    auto service = area.cut_top(88, space::wide);
    draw_letter(frame, service.cut_left(88, space::wide), state, shown.service);
    frame.canvas.text(service, service_words(frame, state, shown.service), {weight::semibold, type::large},
                      {.lines = 2, .smallest = type::least, .leading = 1.25F});
    draw_first_free(frame, area.cut_top(112, space::wide), state, slots, shown.service);
    auto strip = area.cut_top(touch_size, space::wide);
    const auto back = strip.cut_left(120, space::wide);
    const auto forth = strip.cut_right(120, space::wide);
    draw_turns(frame, back, forth, state, slots, shown.week);
    const int count = days_shown(slots, shown.week);
    const auto last = shown.week + days{count - 1};
    frame.canvas.text(
        strip, frame.words("kiosk.book.week", {{"from", short_date(shown.week)}, {"to", short_date(last)}}),
        {weight::bold, type::subheading}, {.across = across::centre, .smallest = type::least});
    const auto cells = count == 5
                           ? columns(area.cut_top(132, space::normal), count, space::wide)
                           : grid(area.cut_top(2 * 116 + space::wide, space::normal), 4, 2, space::wide);
    draw_week(frame, cells, slots, shown, count);
    draw_times(frame, area, slots, shown);
}

} // namespace

void draw_slots(frame& frame, rect area, const state& state, const choosing_slot& shown)
{
    if (!shown.is_known || slots_of(state, shown.service).empty()) {
        draw_back_button(frame, area.cut_bottom(button_height(frame), space::wide));
        return draw_notice(frame, area, "hourglass", colour::navy, frame.words("kiosk.book.finding"),
                           frame.words("kiosk.sending.wait"));
    }
    lies(frame) ? draw_slots_lying(frame, area, state, shown) : draw_slots_upright(frame, area, state, shown);
}

} // namespace motcua::kiosk
