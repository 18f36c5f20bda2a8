#pragma once
// A program as the window sees it: it draws its present picture, and takes touches, keys and time.

#include "ui/frame.hpp"

#include <SFML/Window/Event.hpp>

#include <chrono>

namespace motcua::ui {

/// Used by the thread of the window only. Most programs are a `window_program` over a model.
class program
{
public:
    using time = std::chrono::steady_clock::time_point;

    virtual ~program() = default;

    /// Draws the picture of the present state and names its touch targets.
    virtual void draw(frame& into) const = 0;
    /// A target was tapped.
    virtual void act(const action& tapped, time now) = 0;
    /// A key went down. True when it meant something.
    virtual bool key(const sf::Event::KeyEvent&, time) { return false; }
    /// Whether a key, held down, means the same again and again.
    virtual bool repeats(const sf::Event::KeyEvent&) const { return false; }
    /// The wheel was turned by that many notches, downwards being positive. True when it meant something.
    virtual bool scrolled(int, time) { return false; }
    /// A letter was typed. True when it meant something.
    virtual bool typed(char32_t, time) { return false; }
    /// Runs every few milliseconds: takes what came from outside and lets the time go on. True when the
    /// picture changes by it.
    virtual bool wake(time now) = 0;
    /// Whether it has nothing more to show: the window then goes on to what follows it.
    virtual bool is_over() const { return false; }
};

} // namespace motcua::ui
