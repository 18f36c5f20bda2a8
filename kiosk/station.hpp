#pragma once
// The kiosk's link to a real server.

#include "client/link.hpp"
#include "kiosk/conversation.hpp"
#include "kiosk/kiosk.hpp"

namespace motcua::kiosk {

class station : public server_link
{
public:
    /// Begins to talk at once.
    explicit station(client::endpoint server) : link_(std::move(server)) {}

    void issue(const request& r) override
    {
        link_.post([r](conversation& talk) { talk.ask(r); });
    }
    std::vector<event> take() override { return link_.take(); }

private:
    client::link<conversation, event> link_;
};

} // namespace motcua::kiosk
