#pragma once
// The board as a program of the window: model and screen. It is looked at, never touched.

#include "counter/board/model.hpp"
#include "ui/window_program.hpp"

namespace motcua::counter::board {

struct board_window
{
    using model = board::model;
    using event = board::event;
    using effect = board::effect;
    using tick = ticked;

    /// The code of the screen's language; one that the office does not want on its boards gives way to the
    /// first of those that it does.
    std::string language;
    /// Ends when its token is revoked, so that the device can get another.
    bool ends_when_revoked = false;

    void draw(ui::frame& frame, const board::state& state) const;
    bool is_over(const board::state& state) const { return ends_when_revoked && state.is_revoked; }
};
/// Made of what is outside and a `board_window`.
using board_program = ui::window_program<board_window>;

} // namespace motcua::counter::board
