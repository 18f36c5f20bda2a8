#pragma once
// Between a window and a program: takes the window's events, draws the program's picture on any target. Tests
// drive it with sf::Event structs and look at the picture, exactly as the window does.

#include "ui/pointer.hpp"
#include "ui/program.hpp"

#include <set>

namespace motcua::ui {

class stage
{
public:
    /// `reference`: the size for which the program lays out its screens.
    stage(program& program, const ui::assets& assets, const layout_size& reference)
        : program_(program), assets_(assets), reference_(reference)
    {}

    /// Feeds one event of the window.
    void handle(const sf::Event& event, program::time now);
    /// Lets the program take messages and time.
    void wake(program::time now);

    /// Part of the picture is lost: another window lay over it.
    void uncovered() { stale_ = true; }

    /// Whether the program has nothing more to show.
    bool is_over() const { return program_.is_over(); }

    /// True when the picture on the screen is no longer the present one.
    bool stale() const { return stale_; }
    /// Draws the picture.
    void draw(sf::RenderTarget& target);

    /// Of the picture drawn last.
    const std::vector<target>& targets() const { return targets_; }
    const std::vector<std::string>& complaints() const { return complaints_; }
    /// The pixel in the middle of the target with the action `wanted`, if the picture has one.
    std::optional<sf::Vector2i> pixel_of(const action& wanted) const;

private:
    void key_down(const sf::Event::KeyEvent& key, program::time now);
    void point_down(sf::Vector2i pixel, program::time now);
    void point_up(sf::Vector2i pixel, program::time now);
    point unit(sf::Vector2i pixel) const;

    program& program_;
    const ui::assets& assets_;
    layout_size reference_;
    float scale_ = 1;
    ui::pointer pointer_;
    std::set<sf::Keyboard::Key> keys_down_;
    /// The last key event was of a key that was down already.
    bool key_repeated_ = false;
    std::vector<target> targets_;
    std::vector<std::string> complaints_;
    bool stale_ = true;
};

} // namespace motcua::ui
