#include "ui/frame.hpp"
#include "ui/limits.hpp"

namespace motcua::ui {

std::string frame::words(std::string_view key, values given)
{
    if (const auto* text = canvas.assets().words().find(language_, key)) {
        return filled_in(*text, given);
    }
    canvas.complain("no text " + std::string(key) + " in " + language_);
    return std::string(key);
}

void frame::touch(const rect& place, action action, bool is_key)
{
    if (targets_.size() == limits::targets) {
        return canvas.complain("too many touch targets");
    }
    targets_.push_back({place, std::move(action), is_key});
}

} // namespace motcua::ui
