#include "counter/board/program.hpp"
#include "counter/board/screens/screen.hpp"

namespace motcua::counter::board {

void board_window::draw(ui::frame& frame, const board::state& state) const
{
    frame.speak(language);
    board::draw(frame, state);
}

} // namespace motcua::counter::board
