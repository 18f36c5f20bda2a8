#include "client/introduction.hpp"

namespace motcua::client {

void introduction::start()
{
    server_.call<protocol::identity>(verb::get, "/api/v1/whoami", [this](const auto& who) { answered(who); },
                                     {limits::first_contact, {}});
}

void introduction::answered(const answer<protocol::identity>& who)
{
    if (who) {
        return events_.on_known(*who);
    }
    const auto status = who.error().status;
    if (status == 401 || status == 403) {
        events_.on_refused();
    } else {
        events_.on_away();
    }
    again_ = server_.clock().after(limits::identity_pause, [this] { start(); });
}

} // namespace motcua::client
