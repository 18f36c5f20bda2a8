#include "ui/stage.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::ui {

void stage::handle(const sf::Event& event, program::time now)
{
    switch (event.type) {
    case sf::Event::MouseButtonPressed:
        if (event.mouseButton.button == sf::Mouse::Left) {
            point_down({event.mouseButton.x, event.mouseButton.y}, now);
        }
        break;
    case sf::Event::MouseButtonReleased:
        if (event.mouseButton.button == sf::Mouse::Left) {
            point_up({event.mouseButton.x, event.mouseButton.y}, now);
        }
        break;
    case sf::Event::MouseMoved:
        stale_ |= pointer_.move(unit({event.mouseMove.x, event.mouseMove.y}), targets_);
        break;
    case sf::Event::TouchBegan:
        if (event.touch.finger == 0) {
            point_down({event.touch.x, event.touch.y}, now);
        }
        break;
    case sf::Event::TouchMoved:
        if (event.touch.finger == 0) {
            stale_ |= pointer_.move(unit({event.touch.x, event.touch.y}), targets_);
        }
        break;
    case sf::Event::TouchEnded:
        if (event.touch.finger == 0) {
            point_up({event.touch.x, event.touch.y}, now);
        }
        break;
    case sf::Event::LostFocus:
        keys_down_.clear(); // they are released unheard
        stale_ |= pointer_.cancel();
        break;
    case sf::Event::MouseLeft:
        stale_ |= pointer_.cancel();
        break;
    case sf::Event::KeyPressed:
        key_down(event.key, now);
        break;
    case sf::Event::KeyReleased:
        keys_down_.erase(event.key.code);
        break;
    case sf::Event::MouseWheelScrolled:
        stale_ |= program_.scrolled(-static_cast<int>(std::lround(event.mouseWheelScroll.delta)), now);
        break;
    case sf::Event::TextEntered:
        if (!key_repeated_) {
            stale_ |= program_.typed(static_cast<char32_t>(event.text.unicode), now);
        }
        break;
    case sf::Event::Resized:
        stale_ = true;
        break;
    default:
        break;
    }
}

void stage::wake(program::time now) { stale_ |= program_.wake(now); }

void stage::draw(sf::RenderTarget& target)
{
    canvas on(target, assets_, reference_);
    frame f(on, pointer_.pressed());
    program_.draw(f);
    scale_ = on.scale();
    targets_ = f.targets();
    complaints_ = on.complaints();
    stale_ = false;
}

std::optional<sf::Vector2i> stage::pixel_of(const action& wanted) const
{
    const auto found = std::ranges::find(targets_, wanted, &target::action);
    if (found == targets_.end()) {
        return std::nullopt;
    }
    const auto centre = found->place.centre();
    return sf::Vector2i(static_cast<int>(std::lround(centre.x * scale_)),
                        static_cast<int>(std::lround(centre.y * scale_)));
}

point stage::unit(sf::Vector2i pixel) const
{
    return {static_cast<float>(pixel.x) / scale_, static_cast<float>(pixel.y) / scale_};
}

/// A key that is held down comes again and again: most keys mean one deed, and that once.
void stage::key_down(const sf::Event::KeyEvent& key, program::time now)
{
    key_repeated_ = !keys_down_.insert(key.code).second;
    if (!key_repeated_ || program_.repeats(key)) {
        stale_ |= program_.key(key, now);
    }
}

void stage::point_down(sf::Vector2i pixel, program::time now)
{
    stale_ |= pointer_.press(unit(pixel), targets_, now);
}

void stage::point_up(sf::Vector2i pixel, program::time now)
{
    stale_ |= pointer_.pressed().has_value();
    if (const auto tapped = pointer_.release(unit(pixel), targets_, now)) {
        program_.act(*tapped, now);
    }
}

} // namespace motcua::ui
