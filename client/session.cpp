#include "client/session.hpp"

#include "client/target.hpp"

namespace motcua::client {

void session::start(std::string token)
{
    server_.forget();
    pause_.reset();
    site_.clear();
    server_.use_token(std::move(token));
    ask_identity();
}

void session::ask_identity()
{
    server_.send<protocol::identity>(
        verb::get, "/api/v1/whoami", [this](const auto& who) { answered(who); },
        request_options{.deadline = limits::first_contact});
}

void session::answered(const answer<protocol::identity>& who)
{
    if (who) {
        site_ = who->site;
        if (events_.on_known(*who)) {
            follow_feed();
        }
        return;
    }
    const auto status = who.error().status;
    if (status == 401 || status == 403) {
        events_.on_refused();
    } else {
        events_.on_connected(false);
    }
    pause_ = server_.clock().after(limits::identity_pause, [this] { ask_identity(); });
}

void session::follow_feed()
{
    server_.follow(path("/live"), {.on_snapshot = events_.on_snapshot,
                                   .on_message = events_.on_message,
                                   .on_state = [this](server_state state, boost::system::error_code why) {
                                       if (why == error::token_refused) {
                                           return events_.on_refused();
                                       }
                                       events_.on_connected(state == server_state::connected);
                                   }});
}

std::string session::path(std::string_view rest) const
{
    return "/api/v1/sites/" + percent_encoded(site_) + std::string{rest};
}

} // namespace motcua::client
