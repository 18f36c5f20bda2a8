#pragma once
// The sign-in's screen, laid out for 1280 x 800 units like the console's: a function of the state that names
// its touch targets.

#include "counter/sign_in/model.hpp"
#include "ui/frame.hpp"

namespace motcua::counter::sign_in {

/// Draws the screen in the frame's language.
void draw(ui::frame& frame, const state& state);

/// The action of a touch target: `touched` goes to the model.
inline ui::action on(event touched) { return ui::action(std::move(touched)); }

// The parts.

/// The names to choose from.
void draw_names(ui::frame& frame, ui::rect bounds, const state& state);

/// Password, counter, services, and the button that signs in.
void draw_form(ui::frame& frame, ui::rect bounds, const state& state);

/// A secret that is typed, with a switch that shows it.
void draw_secret(ui::frame& frame, const ui::rect& bounds, const state& state, const std::string& text,
                 field which);

/// What went wrong, in `bounds`.
void draw_problem(ui::frame& frame, ui::rect bounds, const state& state);

/// The question over the screen.
void draw_question(ui::frame& frame, const ui::rect& area, const state& state);

} // namespace motcua::counter::sign_in
