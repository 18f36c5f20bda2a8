#pragma once
// The kiosk as a program of the window: model, screens, printer, and a link to the server behind a seam.

#include "kiosk/model.hpp"
#include "kiosk/printer.hpp"
#include "ui/stage.hpp"

#include <vector>

namespace motcua::kiosk {

/// The server as the kiosk needs it. Both functions are called from the window's thread and never wait.
class server_link
{
public:
    virtual ~server_link() = default;

    /// Asks for a ticket; the answer comes as ticket_issued or ticket_refused with the request's key.
    virtual void issue(const request& r) = 0;
    /// What happened since the last call, oldest first.
    virtual std::vector<event> take() = 0;
};

class kiosk_program : public ui::program
{
public:
    /// `key_prefix` as for the model. The references must outlive the program.
    kiosk_program(server_link& link, const ui::assets& assets, printer_place printer, std::string key_prefix)
        : link_(link), assets_(assets), printer_(std::move(printer)), model_(std::move(key_prefix))
    {}

    void draw(ui::frame& f) const override;
    void act(const ui::action& a, time now) override;
    bool wake(time now) override;

    const kiosk::state& state() const { return model_.state(); }

private:
    void feed(const event& e, time now);

    server_link& link_;
    const ui::assets& assets_;
    printer_place printer_;
    model model_;
};

} // namespace motcua::kiosk
