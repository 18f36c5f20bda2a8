#pragma once
// What several of the kiosk's screens have in common.

#include "kiosk/model.hpp"
#include "ui/widgets.hpp"

namespace motcua::kiosk {

inline constexpr float margin = ui::space::huge;

void draw_header(ui::frame& f, const ui::rect& r, const state& s);
void draw_footer(ui::frame& f, const ui::rect& r);

/// Heading and what to do, beside the language switch. Cuts itself off the top of `area`.
void draw_heading(ui::frame& f, ui::rect& area, std::string_view title, std::string_view hint,
                  const state& s);

/// All services as cards, as large as the room allows, page by page when they are many.
void draw_service_cards(ui::frame& f, ui::rect area, const state& s);

/// A large icon over a heading and a paragraph on one card, for screens that only tell.
void draw_notice(ui::frame& f, const ui::rect& r, std::string_view icon, sf::Color ink,
                 std::string_view title, std::string_view body);

/// A wide button along the bottom; cuts itself off `area`.
void draw_bottom_button(ui::frame& f, ui::rect& area, const ui::button_look& look, const ui::action& a);

/// The wide button that leads back to home; cuts itself off `area`.
void draw_back_button(ui::frame& f, ui::rect& area);

/// How long until the screen goes home by itself, in words and as a bar that shrinks.
void draw_countdown(ui::frame& f, const ui::rect& r, const state& s);

} // namespace motcua::kiosk
