#pragma once
// The kiosk's link to a real server: a conversation on the network's thread, an inbox to the window's.

#include "kiosk/conversation.hpp"
#include "kiosk/kiosk.hpp"
#include "protocol/client/client_thread.hpp"
#include "ui/inbox.hpp"

#include <memory>

namespace motcua::kiosk {

class station : public server_link
{
public:
    /// Begins to talk at once.
    explicit station(client::endpoint server);
    ~station() override;

    void issue(const request& r) override;
    std::vector<event> take() override { return inbox_->take(); }

private:
    /// Shared with the network's thread, which may outlive this when it is stuck.
    std::shared_ptr<ui::inbox<event>> inbox_ = std::make_shared<ui::inbox<event>>();
    /// What is inside belongs to the network's thread, and begins and ends there.
    std::shared_ptr<std::unique_ptr<conversation>> talk_ = std::make_shared<std::unique_ptr<conversation>>();
    client::client_thread network_;
};

} // namespace motcua::kiosk
