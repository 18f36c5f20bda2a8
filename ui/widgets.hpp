#pragma once
// The parts that screens are made of, as functions of what they show. Those that can be touched name their
// action.

#include "ui/frame.hpp"

#include <string>
#include <vector>

namespace motcua::ui {

/// A white, rounded, softly shadowed surface; with an action it can be touched and lights up green under the
/// finger.
struct card_look
{
    sf::Color ground = colour::card;
    sf::Color edge = colour::line;
    float radius = radius::normal;
    bool shadow = true;
    /// See target.
    bool is_key = false;
};
void card(frame& frame, const rect& bounds, const card_look& look = {});
void touch_card(frame& frame, const rect& bounds, const action& action, const card_look& look = {});

/// A rounded square with a white icon in it.
void icon_tile(frame& frame, const rect& bounds, sf::Color ground, std::string_view icon,
               sf::Color ink = colour::white);
/// The same with a letter, for services.
void letter_tile(frame& frame, const rect& bounds, sf::Color ground, std::string_view letter);

enum class button_kind
{
    call,     ///< green: the one thing to do next
    primary,  ///< navy
    tonal,    ///< light blue
    outlined, ///< white with an edge
    danger    ///< red
};

struct button_look
{
    std::string label;
    std::string icon = {};
    /// The key that does the same, shown as a chip.
    std::string key = {};
    button_kind kind = button_kind::primary;
    bool enabled = true;
    float size = type::large;
    float radius = radius::normal;
    /// Icon and key above, label below, as in the console's small buttons.
    bool stacked = false;
};
/// A disabled button is grey and has no target.
void button(frame& frame, const rect& bounds, const button_look& look, const action& action);

/// The least width at which the words of a button without an icon, not stacked, stand on one line.
float button_width(const frame& frame, const button_look& look);

/// A key's name in a small box at the right end of `bounds`.
void key_chip(frame& frame, const rect& bounds, std::string_view key, sf::Color ground, sf::Color ink,
              float size);

enum class tone
{
    neutral,
    information,
    good,
    priority,
    alert
};

/// A pill with a word, its left edge and vertical middle at `at`; returns its rectangle. `dot` puts a dot
/// before the word, so that the state does not depend on colour alone.
rect chip(frame& frame, point at, std::string_view text, tone tone, float size, bool dot = false);

/// Width of the icon and the gap before a text of this size.
float labelled_icon_width(float size);

/// Icon (or none) and text on one line, left to right from `bounds`'s left edge; returns what they take.
rect labelled_icon(frame& frame, const rect& bounds, std::string_view icon, std::string_view text,
                   const text_style& style, across side = across::left);

struct choice
{
    std::string label;
    ui::action action;
    bool chosen = false;
};
/// One of several, side by side in one pill.
void segmented(frame& frame, const rect& bounds, const std::vector<choice>& choices, float size);

/// A strip with a message that stays until its cause is gone.
void banner(frame& frame, const rect& bounds, tone tone, std::string_view icon, std::string_view text,
            float size);

struct header_look
{
    std::string title;
    std::string subtitle = {};
    std::string clock = {};
    std::string date = {};
    /// Width kept free between title and clock.
    float reserved = 0;
    /// Sizes relative to the kiosk's.
    float scale = 1;
};
/// The navy bar over a public screen, with its gold rule. Returns the place that was kept free.
rect header(frame& frame, const rect& bounds, const header_look& look);

/// Dims everything so far and makes it dead, then draws a sheet of the given size in the middle of `area`.
/// Returns the sheet's inside.
rect dialog(frame& frame, const rect& area, float width, float height);

/// One line that is being typed; `focused` shows where the next letter goes.
struct field_look
{
    std::string text;
    std::string placeholder = {};
    bool focused = false;
    /// Shown as dots.
    bool secret = false;
    float size = type::body;
};
void text_field(frame& frame, const rect& bounds, const field_look& look, const action& action);

/// A row of a list: highlighted or not, a hairline below. Returns its inside.
rect list_row(frame& frame, const rect& bounds, bool highlighted, float padding = space::normal);

/// A bar filled to `share` (0 to 1).
void progress(frame& frame, const rect& bounds, float share, sf::Color tint);

} // namespace motcua::ui
