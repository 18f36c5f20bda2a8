#include "counter/console/program.hpp"
#include "counter/console/keys.hpp"
#include "counter/console/screens/screen.hpp"

namespace motcua::counter::console {

void console_program::draw(ui::frame& f) const
{
    f.speak(language_);
    console::draw(f, model_.state());
}

void console_program::act(const ui::action& a, time now)
{
    if (const auto e = event_of(a)) {
        feed(*e, now);
    }
}

bool console_program::key(const sf::Event::KeyEvent& k, time now)
{
    const auto e = event_of(k);
    return e && feed(*e, now);
}

bool console_program::repeats(const sf::Event::KeyEvent& k) const { return console::repeats(k); }

bool console_program::scrolled(int by, time now) { return feed(moved{by}, now); }

bool console_program::wake(time now)
{
    bool changed = false;
    for (const auto& e : link_.take()) {
        changed |= feed(e, now);
    }
    return feed(ticked{}, now) || changed;
}

/// True when the picture changes by it.
bool console_program::feed(const event& e, time now)
{
    const auto before = model_.revision();
    if (const auto order = model_.handle(e, now)) {
        link_.send(*order);
    }
    return model_.revision() != before;
}

} // namespace motcua::counter::console
