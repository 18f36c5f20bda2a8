#pragma once
// Between a window and a program: takes the window's events, draws the program's picture on any target. Tests
// drive it with sf::Event structs and look at the picture, exactly as the window does.

#include "ui/pointer.hpp"

#include <SFML/Window/Event.hpp>

#include <chrono>
#include <set>

namespace motcua::ui {

/// A program as the stage sees it. All calls come from the thread of the window.
class program
{
public:
    using time = std::chrono::steady_clock::time_point;

    virtual ~program() = default;

    /// Draws the picture of the present state and names its touch targets.
    virtual void draw(frame& f) const = 0;
    /// A target was tapped.
    virtual void act(const action& a, time now) = 0;
    /// A key went down. True when it meant something.
    virtual bool key(const sf::Event::KeyEvent&, time) { return false; }
    /// Whether `k`, held down, means the same again and again.
    virtual bool repeats(const sf::Event::KeyEvent&) const { return false; }
    /// The wheel was turned so many notches, downwards being positive. True when it meant something.
    virtual bool scrolled(int, time) { return false; }
    /// A letter was typed. True when it meant something.
    virtual bool typed(char32_t, time) { return false; }
    /// Called every few milliseconds: takes what the network brought and lets the time go on.
    /// True when the picture changes by it.
    virtual bool wake(time now) = 0;
};

class stage
{
public:
    /// `reference`: the size for which the program lays out its screens.
    stage(program& p, const ui::assets& assets, const layout_size& reference)
        : program_(p), assets_(assets), reference_(reference)
    {}

    /// Feeds one event of the window.
    void handle(const sf::Event& event, program::time now);
    /// Lets the program take messages and time.
    void wake(program::time now);

    /// Part of the picture is lost: another window lay over it.
    void uncovered() { stale_ = true; }

    /// True when the picture on the screen is no longer the present one.
    bool stale() const { return stale_; }
    /// Draws the picture.
    void draw(sf::RenderTarget& target);

    /// Of the picture drawn last.
    const std::vector<target>& targets() const { return targets_; }
    const std::vector<std::string>& complaints() const { return complaints_; }
    /// The pixel in the middle of the target of `a`, if the picture has one.
    std::optional<sf::Vector2i> pixel_of(const action& a) const;

private:
    void key_down(const sf::Event::KeyEvent& k, program::time now);
    void point_down(float x, float y, program::time now);
    void point_up(float x, float y, program::time now);
    point unit(float x, float y) const { return {x / scale_, y / scale_}; }

    program& program_;
    const ui::assets& assets_;
    layout_size reference_;
    float scale_ = 1;
    ui::pointer pointer_;
    std::set<sf::Keyboard::Key> keys_down_;
    /// The key that was heard last was down already.
    bool key_repeated_ = false;
    std::vector<target> targets_;
    std::vector<std::string> complaints_;
    bool stale_ = true;
};

} // namespace motcua::ui
