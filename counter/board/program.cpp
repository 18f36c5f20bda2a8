#include "counter/board/program.hpp"
#include "counter/board/screens/screen.hpp"

namespace motcua::counter::board {

void board_program::draw(ui::frame& f) const
{
    f.speak(language_);
    board::draw(f, model_.state());
}

bool board_program::wake(time now)
{
    const auto before = model_.revision();
    for (const auto& e : link_.take()) {
        model_.handle(e, now);
    }
    model_.handle(ticked{}, now);
    return model_.revision() != before;
}

} // namespace motcua::counter::board
