#pragma once
// Parts of several of the kiosk's screens.

#include "kiosk/model.hpp"
#include "ui/widgets.hpp"

#include <utility>

namespace motcua::kiosk {

inline constexpr float margin = ui::space::huge;

/// The action of a touch target: `touched` goes to the model.
inline ui::action on(event touched) { return ui::action(std::move(touched)); }

/// Whether the screen is wider than high; its parts then stand side by side.
inline bool lies(const ui::frame& frame) { return frame.area().width > frame.area().height; }

/// `switches`: with the language switch, which stands here on a lying screen.
void draw_header(ui::frame& frame, const ui::rect& bounds, const state& state, bool switches);
void draw_footer(ui::frame& frame, const ui::rect& bounds);

/// The strip of the heading of a lying screen, high enough for buttons; cut off the top of `area`.
ui::rect cut_heading_strip(const ui::frame& frame, ui::rect& area);

/// Heading and, below it, an instruction.
void draw_title(ui::frame& frame, ui::rect bounds, std::string_view title, std::string_view hint);

/// Heading and instruction, on an upright screen beside the language switch. Cuts itself off the top of
/// `area`.
void draw_heading(ui::frame& frame, ui::rect& area, std::string_view title, std::string_view hint,
                  const state& state);

/// The services shown at once, of those that take several pages.
struct service_page
{
    std::size_t pages;
    std::size_t number; ///< from 0
    std::size_t first;
    std::size_t count;
};

/// The page to show now: as many services as leave their names large in `area`, evenly spread.
service_page page_of_services(const ui::frame& frame, const ui::rect& area, const state& state);

/// The services of a page as cards, as large as `area` allows. On an upright screen the button that turns
/// pages stands below them, on a lying one the screen places it elsewhere.
void draw_service_cards(ui::frame& frame, const ui::rect& area, const state& state,
                        const service_page& shown);
void draw_more_button(ui::frame& frame, const ui::rect& bounds, const service_page& shown);

/// The name of a priority class, with the age that the office sets.
std::string class_words(ui::frame& frame, const state& state, std::string_view priority);

/// A large icon over a heading and a paragraph on one card, for screens that only inform.
void draw_notice(ui::frame& frame, const ui::rect& bounds, std::string_view icon, sf::Color ink,
                 std::string_view title, std::string_view body);

/// The button that leads back to home.
void draw_back_button(ui::frame& frame, const ui::rect& bounds);

/// The button that ends a screen.
void draw_done_button(ui::frame& frame, const ui::rect& bounds, std::string label, std::string icon);

/// How long until the screen goes home by itself, in words and as a bar that shrinks.
void draw_countdown(ui::frame& frame, const ui::rect& bounds, const state& state);

} // namespace motcua::kiosk
