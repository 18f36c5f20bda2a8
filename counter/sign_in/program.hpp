#pragma once
// The sign-in as a program of the window: model, screen, keys, and its session on the network thread.

#include "client/threaded_session.hpp"
#include "counter/sign_in/session.hpp"
#include "ui/window_program.hpp"

namespace motcua::counter::sign_in {

struct sign_in_window
{
    using model = sign_in::model;
    using event = sign_in::event;
    using effect = sign_in::effect;
    using tick = ticked;

    /// Ends when its token is revoked, so that the device can get another.
    bool ends_when_revoked = false;

    void draw(ui::frame& frame, const sign_in::state& state) const;
    std::optional<event> key(const sf::Event::KeyEvent& key) const;
    bool repeats(const sf::Event::KeyEvent& key) const;
    std::optional<event> typed(char32_t letter) const;
    bool is_over(const sign_in::state& state) const
    {
        return state.entered || (ends_when_revoked && state.is_revoked);
    }
};
/// Made of what is outside, a `sign_in_window`, and the first state.
using sign_in_program = ui::window_program<sign_in_window>;

/// From the window's thread.
class network_session : public ui::outside<effect, event>
{
public:
    /// Starts the session with the token of `server`; for `log` see client::network_thread.
    network_session(client::server_address server, logging::line_function log)
        : session_{std::move(server), std::move(log)}
    {}

    void perform(const effect& wanted) override
    {
        session_.post([wanted](session& of_sign_in) {
            std::visit([&](const auto& known) { of_sign_in.send(known); }, wanted);
        });
    }

    std::vector<event> take() override { return session_.take(); }

private:
    client::threaded_session<session, event> session_;
};

} // namespace motcua::counter::sign_in
