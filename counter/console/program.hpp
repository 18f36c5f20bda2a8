#pragma once
// The console as a program of the window: model, screen and keys.

#include "counter/console/model.hpp"
#include "ui/window_program.hpp"

namespace motcua::counter::console {

/// The model as the window takes it: orders, what the appointments ask and the notes to read come out in one
/// list.
class window_model : public model
{
public:
    using model::model;

    std::vector<effect> handle(const event& input, moment now)
    {
        std::vector<effect> wanted;
        if (auto sent = model::handle(input, now)) {
            wanted.emplace_back(*std::move(sent));
        }
        for (auto& asked : take_appointment_requests()) {
            wanted.emplace_back(std::move(asked));
        }
        for (auto& asked : take_note_requests()) {
            wanted.emplace_back(std::move(asked));
        }
        return wanted;
    }
};

struct console_window
{
    using model = console::window_model;
    using event = console::event;
    using effect = console::effect;
    using tick = ticked;

    /// The code of the screen's language.
    std::string language;
    /// Ends when its token is revoked, so that the device can get another.
    bool ends_when_revoked = false;

    bool is_over(const console::state& state) const
    {
        const bool is_session_over =
            state.is_session && (state.is_signed_out || state.contact == contact::refused);
        return is_session_over || state.needs_sign_in || (ends_when_revoked && state.is_revoked);
    }
    void draw(ui::frame& frame, const console::state& state) const;
    std::optional<event> key(const sf::Event::KeyEvent& key) const;
    bool repeats(const sf::Event::KeyEvent& key) const;
    std::optional<event> typed(char32_t letter) const;
    std::optional<event> scrolled(int notches) const;
};
/// Made of what is outside, a `console_window`, and the model's key prefix.
using console_program = ui::window_program<console_window>;

} // namespace motcua::counter::console
