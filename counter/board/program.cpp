#include "counter/board/program.hpp"
#include "counter/board/screens/screen.hpp"

#include <algorithm>

namespace motcua::counter::board {

void board_window::draw(ui::frame& frame, const board::state& state) const
{
    const auto& spoken = state.languages;
    frame.speak(std::ranges::count(spoken, language) > 0 ? language : spoken.front());
    board::draw(frame, state);
}

} // namespace motcua::counter::board
