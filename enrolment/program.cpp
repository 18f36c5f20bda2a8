#include "enrolment/program.hpp"

#include "enrolment/screen.hpp"

namespace motcua::enrolment {

void enrolment_window::draw(ui::frame& frame, const enrolment::state& state) const
{
    enrolment::draw(frame, state);
}

std::optional<event> enrolment_window::key(const sf::Event::KeyEvent& key) const
{
    switch (key.code) {
    case sf::Keyboard::Backspace:
        return erased{};
    case sf::Keyboard::Enter:
        return confirmed{};
    default:
        return std::nullopt;
    }
}

std::optional<event> enrolment_window::typed(char32_t letter) const
{
    // Addresses are ASCII; the rest are control characters, whose keys have a meaning of their own.
    if (letter <= U' ' || letter >= 0x7F) {
        return std::nullopt;
    }
    return enrolment::typed{static_cast<char>(letter)};
}

void network_enrolment::perform(const effect& wanted)
{
    const auto& [url, fingerprint] = std::get<enrol_at>(wanted);
    auto address = client::parse_server_address(url, "", fingerprint).value();
    address.trusts_first_use = address.is_encrypted;
    session_.reset();
    session_ = std::make_unique<client::threaded_session<session, event>>(std::move(address), log_);
    session_->post(
        [kind = kind_, url = url, file = file_](session& of_device) { of_device.enrol(kind, url, file); });
}

std::vector<event> network_enrolment::take() { return session_ ? session_->take() : std::vector<event>(); }

} // namespace motcua::enrolment
