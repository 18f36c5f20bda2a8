#pragma once
// One picture while it is drawn: the canvas, the words of its language, and the touch targets that it will
// have. A screen is a function that takes a frame and its state.

#include "ui/action.hpp"
#include "ui/canvas.hpp"
#include "ui/translations.hpp"

#include <optional>
#include <string>
#include <vector>

namespace motcua::ui {

/// A place that can be touched.
struct target
{
    rect place;
    ui::action action;
    /// Of a keyboard on the screen: it is tapped as quickly as people type.
    bool is_key = false;
};

class frame
{
public:
    /// `pressed`: the action under the finger now, drawn as pressed.
    frame(ui::canvas& on, std::optional<action> pressed) : canvas(on), pressed_(std::move(pressed)) {}

    ui::canvas& canvas;

    rect area() const { return canvas.area(); }

    /// Chooses the language of `words`, by its code.
    void speak(std::string language) { language_ = std::move(language); }
    const std::string& language() const { return language_; }
    /// The text of `key`; a missing one is a complaint and shows the key.
    std::string words(std::string_view key, values given = {});

    /// Makes `place` a touch target. Of overlapping targets the last one counts.
    void touch(const rect& place, action action, bool is_key = false);
    /// Makes all earlier targets dead: a dialog lies over them.
    void cover() { targets_.clear(); }
    bool pressed(const action& action) const { return pressed_ == action; }

    const std::vector<target>& targets() const { return targets_; }

private:
    std::string language_ = "vi";
    std::optional<action> pressed_;
    std::vector<target> targets_;
};

} // namespace motcua::ui
