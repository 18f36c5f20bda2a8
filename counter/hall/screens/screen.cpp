#include "counter/hall/screen.hpp"
#include "ui/format.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace motcua::counter::hall {

using namespace ui;

namespace {

/// Services seen at once, with room for names of three lines; more take turns.
constexpr std::size_t services_seen = 6;
/// From here on a wait is told in hours.
constexpr int minutes_told = 90;
/// Rows of calls seen at once, and of two columns when there are more.
constexpr int rows_seen = 4;
/// Messages along the bottom, each in every language in turn.
constexpr std::size_t messages = 3;
/// Columns of the services.
constexpr float people_width = 92, minutes_width = 132;
/// Left and right of everything.
constexpr float margin = 40;

/// Letters of what is over; 5:1 on the rows.
const sf::Color dimmed{0x9A, 0xAE, 0xCC};

/// A dash never begins a line; it is wrapped with the word before it.
std::string name_of(const frame& f, const service& s)
{
    auto name = f.language() == "en" ? s.name_en : s.name;
    for (const std::string dash : {" –", " -"})
        for (auto at = name.find(dash); at != name.npos; at = name.find(dash, at + 1))
            name.replace(at, 1, "\u00A0");
    return name;
}

std::string service_name(const frame& f, const state& s, const std::string& code)
{
    const auto known = std::ranges::find(s.services, code, &service::code);
    return known == s.services.end() ? code : name_of(f, *known);
}

bool is_served(const state& s, const std::string& code)
{
    return std::ranges::any_of(
        s.counters, [&](const open_counter& c) { return std::ranges::count(c.services, code) > 0; });
}

/// How long a wait is, under the heading of minutes.
std::string wait_text(frame& f, std::chrono::seconds wait)
{
    const int minutes = expected_minutes(wait);
    if (minutes == 0) return f.words("hall.soon");
    if (minutes < minutes_told) return figure_text(minutes, f.language());
    return f.words("hall.hours", {{"hours", figure_text((minutes - 1) / 60, f.language())}});
}

/// Two lines in the middle of `r`, the upper one larger.
void two_lines(frame& f, const rect& r, std::string_view upper, const text_style& upper_style,
               std::string_view lower, const text_style& lower_style, across a)
{
    auto block = r.middle(r.width, lower.empty() ? 52 : 100);
    f.canvas.text(block.cut_top(52), upper, upper_style, {.across = a, .smallest = type::least});
    if (!lower.empty()) f.canvas.text(block, lower, lower_style, {.across = a, .smallest = type::least});
}

/// The office in both languages, the day and the time.
void draw_header(frame& f, const rect& r, const state& s)
{
    constexpr float rule = 4, emblem_side = 86;
    f.canvas.gradient(r, colour::navy, colour::navy_2);
    f.canvas.fill({r.x, r.bottom() - rule, r.width, rule}, colour::gold);
    auto inside = r.inset(margin, 0);
    inside.height -= rule;
    const auto emblem = inside.cut_left(emblem_side, space::wide).centre();
    f.canvas.disc(emblem, emblem_side, colour::white);
    f.canvas.icon("landmark", emblem, 52, colour::navy);
    const text_style medium{weight::medium, type::large, colour::white};
    if (s.time) {
        const text_style clock{weight::bold, type::history_number, colour::white};
        const auto time = clock_text(*s.time);
        f.canvas.text(inside.cut_right(f.canvas.text_width(time, clock) + 1, space::large), time, clock,
                      {.leading = 1});
        f.canvas.fill(rect{inside.right(), inside.y, 2, inside.height}.middle(2, 60), colour::border);
        inside.cut_right(space::large);
        const auto weekday = f.words(weekday_key(*s.time));
        const auto date = date_text(*s.time);
        const float width = std::max(f.canvas.text_width(weekday, medium), f.canvas.text_width(date, medium));
        two_lines(f, inside.cut_right(width + 1, space::large), weekday, medium, date, medium, across::right);
    }
    const bool english = f.language() == "en";
    two_lines(f, inside, english ? s.office_en : s.office, {weight::bold, type::subheading, colour::white},
              english ? s.office : s.office_en, {weight::semibold, type::large, colour::gold_light},
              across::left);
}

void draw_number(frame& f, const rect& r, const std::string& number)
{
    const float sizes[] = {type::hall_number, type::ticket_number, type::counter_number};
    const auto* size = std::ranges::find_if(sizes, [&](float s) {
        return f.canvas.text_width(number, {weight::display, s}) <= r.width;
    });
    f.canvas.text(r, number, {weight::display, size == std::end(sizes) ? type::counter_number : *size},
                  {.leading = 1});
}

void draw_counter(frame& f, rect r, const std::string& counter)
{
    f.canvas.fill(r, colour::ink, radius::large);
    r = r.inset(space::normal);
    f.canvas.text(r.cut_top(60), f.words("hall.counter"), {weight::bold, type::heading, colour::gold},
                  {.across = across::centre});
    const bool wide = f.canvas.text_width(counter, {weight::display, type::counter_number}) > r.width;
    f.canvas.text(r, counter,
                  {weight::display, wide ? type::history_number : type::counter_number, colour::white},
                  {.across = across::centre, .leading = 1});
}

void draw_large(frame& f, const rect& r, const state& s)
{
    f.canvas.fill(r, colour::gold, radius::huge);
    auto inside = r.inset(margin, space::wide);
    if (!s.large) {
        inside = inside.middle(inside.width, 270);
        const auto emblem = inside.cut_top(120, space::wide).centre();
        f.canvas.disc(emblem, 120, colour::ink);
        f.canvas.icon("bell", emblem, 60, colour::gold);
        f.canvas.text(inside.cut_top(70), f.words("hall.nobody"), {weight::bold, type::title},
                      {.across = across::centre});
        return void(f.canvas.text(inside, f.words("hall.next"), {weight::medium, type::heading},
                                  {.across = across::centre}));
    }
    auto top = inside.cut_top(52, space::tiny);
    const auto label = f.words(s.is_calling ? "hall.calling" : "hall.called");
    const text_style heading{weight::bold, type::heading};
    f.canvas.text(top.cut_left(f.canvas.text_width(label, heading) + 1, space::large), label, heading);
    f.canvas.text(top, service_name(f, s, s.large->service), heading,
                  {.across = across::right, .smallest = type::least});
    const auto box = inside.cut_right(320, space::normal);
    const auto arrow = inside.cut_right(48, space::tiny).centre();
    f.canvas.icon("chevron-right", arrow, 76, colour::ink);
    draw_counter(f, box, s.large->counter);
    draw_number(f, inside, s.large->number);
}

/// What of a row shows whether its number is called: a mark at its edge and gold, or dimmed letters.
sf::Color number_ink(const row& one) { return one.is_calling ? colour::gold : dimmed; }

/// The ground, the mark and the counter of a row; what is left for the number.
rect draw_row_frame(frame& f, const rect& r, const row& one, sf::Color ground, bool narrow)
{
    constexpr float mark = 14;
    if (one.is_calling) f.canvas.fill({r.x, r.y, margin, r.height}, colour::gold, radius::normal);
    const float left = one.is_calling ? mark : 0;
    f.canvas.fill({r.x + left, r.y, r.width - left, r.height}, ground, radius::normal);
    auto inside = r.inset(margin, 0);
    const text_style counter{weight::bold, type::history_number, one.is_calling ? colour::white : dimmed};
    const float width = std::max(narrow ? 0 : 110.0F, f.canvas.text_width(one.call.counter, counter) + 1);
    f.canvas.text(inside.cut_right(width, space::tiny), one.call.counter, counter,
                  {.across = across::right, .leading = 1});
    const text_style label{weight::medium, narrow ? type::least : type::heading, counter.ink};
    const auto words = f.words("hall.counter");
    f.canvas.text(inside.cut_right(f.canvas.text_width(words, label) + 1, space::normal), words, label);
    return inside;
}

void draw_row(frame& f, const rect& r, const row& one, const state& s, sf::Color ground)
{
    auto inside = draw_row_frame(f, r, one, ground, false);
    f.canvas.text(inside.cut_left(290, space::normal), one.call.number,
                  {weight::bold, type::history_number, number_ink(one)}, {.leading = 1});
    const auto name = service_name(f, s, one.call.service);
    if (one.is_calling)
        two_lines(f, inside, name, {weight::medium, type::subheading, colour::white}, f.words("hall.calling"),
                  {weight::semibold, type::body, colour::gold}, across::left);
    else
        f.canvas.text(inside, name, {weight::medium, type::subheading, dimmed}, {.smallest = type::least});
}

/// A counter's number and the letters of what it serves, as many as there is room for.
void draw_open_counter(frame& f, rect r, const open_counter& one, const state& s)
{
    constexpr float side = 56;
    const text_style label{weight::medium, type::large, colour::white};
    const text_style number{weight::bold, type::clock, colour::white};
    const auto words = f.words("hall.counter");
    f.canvas.text(r.cut_left(f.canvas.text_width(words, label) + 1, space::normal), words, label);
    const float width = std::max(76.0F, f.canvas.text_width(one.code, number) + 1);
    f.canvas.text(r.cut_left(width, space::normal), one.code, number, {.leading = 1});
    for (const auto& code : one.services) {
        const auto known = std::ranges::find(s.services, code, &service::code);
        if (known == s.services.end()) continue;
        if (r.width < side) return;
        const auto nth = static_cast<std::size_t>(known - s.services.begin());
        letter_tile(f, r.cut_left(side, space::tiny).middle(side, side),
                    colour::tiles[nth % colour::tiles.size()], code);
    }
}

/// The counters that are open, where no rows are; more than there is room for take turns.
void draw_open_counters(frame& f, const rect& r, const state& s)
{
    f.canvas.outline(r, colour::hall_row_a, 3, radius::normal);
    auto inside = r.inset(margin, space::wide);
    const bool none = s.counters.empty();
    const text_style heading{weight::medium, type::subheading, colour::white};
    const auto title = inside.cut_left(none ? inside.width : 190, none ? 0 : space::large);
    f.canvas.text(title, f.words(none ? "hall.none_open" : "hall.open"), heading,
                  {.across = none ? across::centre : across::left, .lines = 2});
    if (none) return;
    constexpr float least_height = 76;
    constexpr std::size_t across = 2;
    const auto room = across * static_cast<std::size_t>(inside.height / least_height);
    const auto pages = (s.counters.size() + room - 1) / room;
    const auto first = s.turn % pages * room;
    const auto count = std::min(room, s.counters.size() - first);
    const auto lines = (count + across - 1) / across;
    const auto cells =
        grid(inside.middle(inside.width, std::min(inside.height, 110.0F * static_cast<float>(lines))), across,
             static_cast<int>(lines), 0);
    for (std::size_t i = 0; i < count; ++i)
        draw_open_counter(f, cells[i].inset(space::small, 0), s.counters[first + i], s);
}

/// Every row of more than four, in two columns; what has no room takes turns.
void draw_many_rows(frame& f, const rect& r, const state& s)
{
    constexpr std::size_t across = 2;
    const auto cells = grid(r, across, rows_seen, space::tiny);
    const auto pages = (s.rows.size() + cells.size() - 1) / cells.size();
    const auto first = s.turn % pages * cells.size();
    for (std::size_t i = first; i < std::min(s.rows.size(), first + cells.size()); ++i) {
        const auto ground = i / across % 2 ? colour::hall_row_b : colour::hall_row_a;
        f.canvas.text(draw_row_frame(f, cells[i - first], s.rows[i], ground, true), s.rows[i].call.number,
                      {weight::bold, type::history_number, number_ink(s.rows[i])}, {.leading = 1});
    }
}

/// Rows of a fixed height, and which counters are open where half of them or more are free.
void draw_rows(frame& f, rect r, const state& s)
{
    if (s.rows.size() > std::size_t{rows_seen}) return draw_many_rows(f, r, s);
    const float height = rows(r, rows_seen, space::tiny).front().height;
    for (std::size_t i = 0; i < s.rows.size(); ++i)
        draw_row(f, r.cut_top(height, space::tiny), s.rows[i], s,
                 i % 2 ? colour::hall_row_b : colour::hall_row_a);
    if (s.rows.size() * 2 <= std::size_t{rows_seen}) draw_open_counters(f, r, s);
}

void draw_service(frame& f, rect line, const service& one, std::size_t nth, const state& s)
{
    const bool roomy = line.height > 120;
    const float side = roomy ? 72 : 56;
    const float size = roomy ? type::title : type::heading;
    f.canvas.fill({line.x, line.y, line.width, 2}, colour::line);
    letter_tile(f, line.cut_left(side, space::normal).middle(side, side),
                colour::tiles[nth % colour::tiles.size()], one.code);
    const auto wait = line.cut_right(minutes_width);
    if (is_served(s, one.code))
        f.canvas.text(wait, wait_text(f, one.expected_wait), {weight::semibold, size, colour::ink_2},
                      {.across = across::right, .smallest = type::body});
    else
        f.canvas.text(wait, f.words("hall.not_served"), {weight::medium, type::least, colour::ink_2},
                      {.across = across::right, .lines = 2, .leading = 1.2F});
    f.canvas.text(line.cut_right(people_width, space::tiny), figure_text(one.waiting, f.language()),
                  {weight::bold, size, one.waiting == 0 ? colour::ink_2 : colour::ink},
                  {.across = across::right, .smallest = type::body});
    f.canvas.text(line, name_of(f, one), {weight::semibold, roomy ? type::large : type::body},
                  {.lines = 3, .smallest = type::body, .leading = 1.15F});
}

void draw_waiting(frame& f, const rect& r, const state& s)
{
    card(f, r, {.radius = radius::huge});
    auto inside = r.inset(space::large, space::wide);
    f.canvas.text(inside.cut_top(52), f.words("hall.waiting"), {weight::bold, type::subheading},
                  {.smallest = type::least});
    auto heads = inside.cut_top(44);
    const text_style small{weight::medium, type::least, colour::ink_2};
    f.canvas.text(heads.cut_right(minutes_width), f.words("hall.minutes"), small, {.across = across::right});
    f.canvas.text(heads.cut_right(people_width + space::tiny), f.words("hall.people"), small,
                  {.across = across::right});
    const auto pages = std::max<std::size_t>(1, (s.services.size() + services_seen - 1) / services_seen);
    const auto first = s.turn % pages * services_seen;
    const auto count = std::min(services_seen, s.services.size() - first);
    // Few services have more room, but not so much that they fall apart.
    const float seen = static_cast<float>(std::max<std::size_t>(count, pages > 1 ? services_seen : 1));
    const float height = std::min(inside.height / seen, 160.0F);
    for (std::size_t i = first; i < first + count; ++i)
        draw_service(f, inside.cut_top(height), s.services[i], i, s);
}

void draw_messages(frame& f, rect r, const state& s)
{
    f.canvas.fill(r, colour::white);
    const text_style style{weight::bold, type::subheading, colour::white};
    const auto& words = f.canvas.assets().words();
    const auto languages = words.languages();
    const auto& language = languages[s.turn % languages.size()];
    const auto key = "hall.message." + std::to_string(s.turn / languages.size() % messages + 1);
    const auto* label = words.find(language, "hall.message");
    const auto* text = words.find(language, key);
    if (!label || !text) return f.canvas.complain("no text " + key);
    const auto sign = r.cut_left(f.canvas.text_width(*label, style) + 160);
    f.canvas.fill(sign, colour::red);
    labelled_icon(f, sign, "bell", *label, style, across::centre);
    f.canvas.text(r.inset(space::large, 0), *text, {weight::semibold, type::subheading},
                  {.lines = 2, .smallest = type::least});
}

/// Along the bottom: messages, or what must be known of what is shown.
void draw_bottom(frame& f, const rect& r, const state& s)
{
    if (s.trust == trust::fresh || s.trust == trust::starting) return draw_messages(f, r, s);
    const bool stale = s.trust == trust::stale;
    f.canvas.fill(r, stale ? colour::red : colour::white);
    const auto time = clock_text(s.known_at);
    const auto words = stale ? f.words("hall.stale", {{"time", time}}) : f.words("connection.lost");
    labelled_icon(f, r.inset(margin, 0), "wifi-off", words,
                  {weight::bold, type::subheading, stale ? colour::white : colour::ink}, across::centre);
}

void draw_notice(frame& f, const rect& area, std::string_view icon, const std::string& words)
{
    auto inside = area.middle(std::min(area.width, 1400.0F), 380);
    const auto emblem = inside.cut_top(180, space::huge).centre();
    f.canvas.disc(emblem, 180, colour::hall_row_a);
    f.canvas.icon(icon, emblem, 90, colour::white);
    f.canvas.text(inside, words, {weight::bold, type::heading, colour::white},
                  {.across = across::centre, .lines = 2});
}

} // namespace

void draw(frame& f, const state& s)
{
    f.canvas.fill(f.area(), colour::hall);
    auto area = f.area();
    draw_header(f, area.cut_top(129), s);
    if (s.trust == trust::refused) return draw_notice(f, area, "lock", f.words("hall.token"));
    if (!s.time) {
        const bool away = s.trust == trust::away;
        return draw_notice(f, area, away ? "wifi-off" : "hourglass",
                           f.words(away ? "connection.lost" : "hall.starting"));
    }
    draw_bottom(f, area.cut_bottom(106), s);
    area = area.inset(margin, space::large);
    draw_waiting(f, area.cut_right(620, space::large), s);
    draw_large(f, area.cut_top(std::max(350.0F, area.height * 0.42F), 20), s);
    draw_rows(f, area, s);
}

std::vector<text_style> letter_styles()
{
    return {{weight::display, type::hall_number},
            {weight::display, type::ticket_number},
            {weight::display, type::counter_number},
            {weight::bold, type::history_number},
            {weight::bold, type::title},
            {weight::bold, type::heading},
            {weight::medium, type::heading},
            {weight::semibold, type::heading},
            {weight::bold, type::subheading},
            {weight::medium, type::subheading},
            {weight::semibold, type::subheading},
            {weight::medium, type::large},
            {weight::semibold, type::large},
            {weight::semibold, type::body},
            {weight::medium, type::least}};
}

} // namespace motcua::counter::hall
