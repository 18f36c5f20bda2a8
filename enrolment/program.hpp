#pragma once
// Enrolment as a program of the window: model, screen, keys, and the network beside it.

#include "client/threaded_session.hpp"
#include "enrolment/session.hpp"
#include "ui/window_program.hpp"

namespace motcua::enrolment {

struct enrolment_window
{
    using model = enrolment::model;
    using event = enrolment::event;
    using effect = enrolment::effect;
    using tick = ticked;

    void draw(ui::frame& frame, const enrolment::state& state) const;
    std::optional<event> key(const sf::Event::KeyEvent& key) const;
    bool repeats(const sf::Event::KeyEvent& key) const { return key.code == sf::Keyboard::Backspace; }
    std::optional<event> typed(char32_t letter) const;
    bool is_over(const enrolment::state& state) const { return state.is_over; }
};
/// Made of what is outside, an `enrolment_window`, and the first state.
using enrolment_program = ui::window_program<enrolment_window>;

/// Enrols at the server that was typed. From the window's thread.
class network_enrolment : public ui::outside<effect, event>
{
public:
    /// Keeps what it gets in `file`; for `log` see client::network_thread.
    network_enrolment(std::string kind, std::filesystem::path file, logging::line_function log)
        : kind_(std::move(kind)), file_(std::move(file)), log_(std::move(log))
    {}

    void perform(const effect& wanted) override;
    std::vector<event> take() override;

private:
    std::string kind_;
    std::filesystem::path file_;
    logging::line_function log_;
    std::unique_ptr<client::threaded_session<session, event>> session_;
};

} // namespace motcua::enrolment
