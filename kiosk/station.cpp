#include "kiosk/station.hpp"

#include <future>

namespace motcua::kiosk {

station::station(client::endpoint server) : network_(std::move(server))
{
    network_.post([talk = talk_, inbox = inbox_](client::connection& link) {
        // A full inbox means that the window hangs; it has worse troubles then than a lost message.
        *talk = std::make_unique<conversation>(link, [inbox](event e) { inbox->push(std::move(e)); });
        (*talk)->start();
    });
}

station::~station()
{
    const auto ended = std::make_shared<std::promise<void>>();
    network_.post([talk = talk_, ended](client::connection&) {
        talk->reset();
        ended->set_value();
    });
    ended->get_future().wait_for(client::limits::thread_stop);
}

void station::issue(const request& r)
{
    network_.post([talk = talk_, r](client::connection&) { (*talk)->ask(r); });
}

} // namespace motcua::kiosk
