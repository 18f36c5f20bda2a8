#pragma once
// The kiosk as a program of the window: its model, its screens, and what lies outside of them.

#include "kiosk/model.hpp"
#include "ui/window_program.hpp"

namespace motcua::kiosk {

struct kiosk_window
{
    using model = kiosk::model;
    using event = kiosk::event;
    using effect = kiosk::effect;
    using tick = ticked;

    void draw(ui::frame& frame, const kiosk::state& state) const;
};
/// Made of what is outside, a `kiosk_window`, and the model's key prefix.
using kiosk_program = ui::window_program<kiosk_window>;

/// Everything outside the kiosk's model: requests go to the server, slips to the printer.
class server_and_printer : public ui::outside<effect, event>
{
public:
    /// Both outlive this. `server` is never asked to print.
    server_and_printer(ui::outside<effect, event>& server, ui::outside<print, event>& printer)
        : server_(server), printer_(printer)
    {}

    void perform(const effect& wanted) override;
    std::vector<event> take() override;

private:
    ui::outside<effect, event>& server_;
    ui::outside<print, event>& printer_;
};

} // namespace motcua::kiosk
