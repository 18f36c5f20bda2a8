#pragma once
// The kiosk as a program of the window: its model, its screens, and what lies outside of them.

#include "kiosk/model.hpp"
#include "protocol/words.hpp"
#include "ui/window_program.hpp"

#include <functional>
#include <optional>
#include <string>

namespace motcua::kiosk {

struct kiosk_window
{
    using model = kiosk::model;
    using event = kiosk::event;
    using effect = kiosk::effect;
    using tick = ticked;

    /// Ends when its token is revoked, so that the device can get another.
    bool ends_when_revoked = false;

    void draw(ui::frame& frame, const kiosk::state& state) const;
    /// Of a scanner, or a keyboard.
    std::optional<event> typed(char32_t letter) const { return event(typed_letter{letter}); }
    bool is_over(const kiosk::state& state) const { return ends_when_revoked && state.is_revoked; }
};
/// Made of what is outside, a `kiosk_window`, and the model's key prefix.
using kiosk_program = ui::window_program<kiosk_window>;

/// Takes the state of the printer, for the next report to the server.
using printer_report = std::function<void(protocol::printer_state)>;

/// Everything outside the kiosk's model: requests go to the server, slips to the printer.
class server_and_printer : public ui::outside<effect, event>
{
public:
    /// Both outlive this. `server` is never asked to print. `report` is told after each slip.
    server_and_printer(
        ui::outside<effect, event>& server, ui::outside<print, event>& printer,
        printer_report report = [](protocol::printer_state) {})
        : server_(server), printer_(printer), report_(std::move(report))
    {}

    void perform(const effect& wanted) override;
    std::vector<event> take() override;

private:
    ui::outside<effect, event>& server_;
    ui::outside<print, event>& printer_;
    printer_report report_;
};

} // namespace motcua::kiosk
