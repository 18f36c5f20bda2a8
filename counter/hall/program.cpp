#include "counter/hall/program.hpp"
#include "counter/hall/screens/screen.hpp"

namespace motcua::counter::hall {

void hall_program::draw(ui::frame& f) const
{
    f.speak(language_);
    hall::draw(f, model_.state());
}

bool hall_program::wake(time now)
{
    const auto before = model_.revision();
    for (const auto& e : link_.take())
        model_.handle(e, now);
    model_.handle(ticked{}, now);
    return model_.revision() != before;
}

} // namespace motcua::counter::hall
