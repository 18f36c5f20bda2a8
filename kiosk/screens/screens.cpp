#include "kiosk/screens/screens.hpp"
#include "kiosk/screens/parts.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

template <class... F>
struct overloaded : F...
{
    using F::operator()...;
};
template <class... F>
overloaded(F...) -> overloaded<F...>;

/// Whether the screen shows nothing that still holds while the server is away.
bool needs_server(const screen& s)
{
    return std::holds_alternative<at_home>(s) || std::holds_alternative<choosing_class>(s) ||
           std::holds_alternative<choosing_service>(s);
}

bool is_away(const state& s) { return s.unregistered || (!s.connected && needs_server(s.screen)); }

/// Whether the screen is one on which a citizen chooses, also the language.
bool switches_language(const state& s)
{
    return is_away(s) || (needs_server(s.screen) && !s.services.empty());
}

} // namespace

void draw(frame& f, const state& s)
{
    f.speak(s.language);
    f.canvas.fill(f.area(), colour::background);
    auto area = f.area();
    draw_header(f, area.cut_top(lies(f) ? 132 : 202), s, switches_language(s));
    draw_footer(f, area.cut_bottom(lies(f) ? 56 : 104));
    area = area.inset(margin, lies(f) ? 20 : space::large);
    if (is_away(s)) {
        return draw_away(f, area, s);
    }
    if (s.services.empty()) {
        return draw_starting(f, area);
    }
    std::visit(overloaded{[&](const at_home&) { draw_home(f, area, s); },
                          [&](const choosing_class&) { draw_classes(f, area, s); },
                          [&](const choosing_service& chosen) { draw_services(f, area, s, chosen); },
                          [&](const sending&) { draw_sending(f, area, s); },
                          [&](const issued& shown) { draw_ticket(f, area, s, shown); },
                          [&](const refused& shown) { draw_refused(f, area, s, shown); }},
               s.screen);
}

std::optional<event> event_of(const action& a)
{
    if (a.verb == "take") {
        return tapped_service{a.object};
    }
    if (a.verb == "priority") {
        return tapped_priority{};
    }
    if (a.verb == "class") {
        return tapped_class{a.object};
    }
    if (a.verb == "language") {
        return tapped_language{a.object};
    }
    if (a.verb == "more") {
        return tapped_more{std::stoul(a.object)};
    }
    if (a.verb == "back") {
        return tapped_back{};
    }
    if (a.verb == "done") {
        return tapped_done{};
    }
    return std::nullopt;
}

std::vector<text_style> letter_styles()
{
    return {{weight::bold, type::clock},    {weight::bold, type::title},
            {weight::bold, type::heading},  {weight::bold, type::subheading},
            {weight::bold, type::large},    {weight::medium, type::large},
            {weight::regular, type::large}, {weight::medium, type::body},
            {weight::medium, type::small},  {weight::regular, type::small},
            {weight::medium, type::least},  {weight::display, type::ticket_number}};
}

} // namespace motcua::kiosk
