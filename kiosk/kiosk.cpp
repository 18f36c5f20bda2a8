#include "kiosk/kiosk.hpp"
#include "kiosk/screens/screens.hpp"

namespace motcua::kiosk {

void kiosk_program::draw(ui::frame& f) const { kiosk::draw(f, model_.state()); }

void kiosk_program::act(const ui::action& a, time now)
{
    if (const auto e = event_of(a)) {
        feed(*e, now);
    }
}

bool kiosk_program::wake(time now)
{
    const auto before = model_.revision();
    for (const auto& e : link_.take()) {
        feed(e, now);
    }
    feed(ticked{}, now);
    return model_.revision() != before;
}

void kiosk_program::feed(const event& e, time now)
{
    for (const auto& todo : model_.handle(e, now)) {
        if (const auto* wish = std::get_if<issue>(&todo)) {
            link_.issue(wish->request);
        }
        if (const auto* slip = std::get_if<print>(&todo)) {
            feed(slip_printed{print_slip(printer_, assets_, model_.state(), slip->ticket)}, now);
        }
    }
}

} // namespace motcua::kiosk
