#include "counter/console/screens/parts.hpp"
#include "counter/letters.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;

namespace {

struct sign
{
    std::string_view words;
    ui::tone tone;
};

sign sign_of(const state& s)
{
    if (s.contact != contact::connected) {
        return {"console.away", tone::alert};
    }
    switch (s.counter.state) {
    case protocol::counter_state::open:
        return {"console.open", tone::good};
    case protocol::counter_state::paused:
        return {"console.paused", tone::priority};
    case protocol::counter_state::closed:
        break;
    }
    return {"console.closed", tone::neutral};
}

/// Whoever signed in, else the office. Cut off the right of `r`.
void draw_officer(frame& f, rect& r, const state& s)
{
    constexpr float most = 330;
    const text_style style{weight::semibold, type::desk_small, colour::white};
    if (!s.officer.empty()) {
        const float width = std::min(most, f.canvas.text_width(s.officer, style) + 1);
        f.canvas.text(r.cut_right(width, space::tiny), s.officer, style, {.ends_early = true});
        return f.canvas.icon("user", r.cut_right(24, space::wide).centre(), 24, colour::white);
    }
    f.canvas.text(r.cut_right(most, space::wide), f.language() == "en" ? s.office_en : s.office,
                  {weight::medium, type::desk_small, colour::white},
                  {.across = across::right, .lines = 2, .leading = 1.25F, .ends_early = true});
}

/// The names of the services, or their letters where the names need more than two lines.
void draw_served(frame& f, const rect& r, const state& s)
{
    std::string names;
    std::vector<letter> letters;
    for (std::size_t nth = 0; nth < s.services.size(); ++nth) {
        const auto& code = s.services[nth].code;
        if (std::ranges::count(s.counter.services, code) == 0) {
            continue;
        }
        names += (names.empty() ? "" : ", ") + service_name(f, s, code);
        letters.push_back({code, nth});
    }
    const text_style style{weight::medium, type::desk_small, colour::white};
    // Lines are filled only so far.
    const bool fits = f.canvas.text_width(names, style) < r.width * 1.75F;
    if (fits) {
        return void(f.canvas.text(r, names, style, {.lines = 2, .leading = 1.25F, .ends_early = true}));
    }
    draw_letters(f, r.middle(r.width, 36), letters, 36, colour::white);
}

} // namespace

void draw_header(frame& f, rect r, const state& s)
{
    f.canvas.fill(r, colour::navy);
    r = r.inset(margin, 0);
    const auto emblem = r.cut_left(40, space::small).centre();
    f.canvas.disc(emblem, 40, colour::white);
    f.canvas.icon("landmark", emblem, 24, colour::navy);
    if (s.time) {
        const text_style style{weight::bold, type::large, colour::white};
        f.canvas.text(r.cut_right(92, space::normal), clock_text(*s.time), style, {.across = across::right});
    }
    if (!s.counter.code.empty()) {
        const auto name = f.words("console.counter", {{"n", s.counter.code}});
        const text_style style{weight::bold, type::large, colour::white};
        const float width = f.canvas.text_width(name, style);
        f.canvas.text(r.cut_left(width + 1, space::wide), name, style);
        const auto state = sign_of(s);
        const auto placed =
            chip(f, {r.x, r.centre().y}, f.words(state.words), state.tone, type::desk_small, true);
        r.cut_left(placed.width, space::wide);
    }
    draw_officer(f, r, s);
    draw_served(f, r, s);
}

} // namespace motcua::counter::console
