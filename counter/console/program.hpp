#pragma once
// The console as a program of the window: model, screen and keys.

#include "counter/console/model.hpp"
#include "ui/window_program.hpp"

namespace motcua::counter::console {

struct console_window
{
    using model = console::model;
    using event = console::event;
    using effect = console::effect;
    using tick = ticked;

    /// The code of the screen's language.
    std::string language;

    void draw(ui::frame& frame, const console::state& state) const;
    std::optional<event> key(const sf::Event::KeyEvent& key) const;
    bool repeats(const sf::Event::KeyEvent& key) const;
    std::optional<event> scrolled(int notches) const;
};
/// Made of what is outside, a `console_window`, and the model's key prefix.
using console_program = ui::window_program<console_window>;

} // namespace motcua::counter::console
