#include "ui/window.hpp"
#include "ui/limits.hpp"

#include <SFML/System/Sleep.hpp>

#include <algorithm>
#include <charconv>

namespace motcua::ui {
namespace {

std::optional<unsigned> parse_side(std::string_view text)
{
    unsigned side = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), side);
    if (error != std::errc() || end != text.data() + text.size() || side < 64 || side > 8192)
        return std::nullopt;
    return side;
}

} // namespace

std::optional<sf::Vector2u> parse_size(std::string_view text)
{
    const auto cross = text.find('x');
    if (cross == text.npos) return std::nullopt;
    const auto width = parse_side(text.substr(0, cross));
    const auto height = parse_side(text.substr(cross + 1));
    if (!width || !height) return std::nullopt;
    return sf::Vector2u(*width, *height);
}

window::window(const std::string& title, std::optional<sf::Vector2u> size)
{
    const auto desktop = sf::VideoMode::getDesktopMode();
    const auto wanted = size.value_or(sf::Vector2u(desktop.width, desktop.height));
    // Not sf::Style::Fullscreen, which would change the screen's mode; a bare window as large as the screen
    // is enough.
    const sf::Uint32 style =
        size ? sf::Style::Titlebar | sf::Style::Close | sf::Style::Resize : sf::Style::None;
    window_.create(sf::VideoMode(wanted.x, wanted.y), title, style);
    window_.setPosition({0, 0});
    window_.setKeyRepeatEnabled(false);
}

float window::scale(point reference) const
{
    const auto size = window_.getSize();
    return std::min(static_cast<float>(size.x) / reference.x, static_cast<float>(size.y) / reference.y);
}

void window::run(stage& s, const std::atomic<bool>& stop)
{
    while (window_.isOpen() && !stop) {
        const auto now = program::time::clock::now();
        for (sf::Event event; window_.pollEvent(event);) {
            if (event.type == sf::Event::Closed) window_.close();
            s.handle(event, now);
        }
        s.wake(now);
        if (s.stale() && window_.isOpen()) {
            s.draw(window_);
            window_.display();
        }
        sf::sleep(sf::milliseconds(static_cast<int>(limits::pause.count())));
    }
}

} // namespace motcua::ui
