#pragma once
// What the windows load at start: fonts, icons and translations, and where they lie.

#include "ui/theme.hpp"
#include "ui/translations.hpp"

#include <SFML/Graphics/Font.hpp>
#include <SFML/Graphics/Texture.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::ui {

/// A font, icon or translation is missing or broken; the message is one line for the person who installed
/// the program.
struct asset_error : std::runtime_error
{
    using runtime_error::runtime_error;
};

/// One icon, white, in the sizes 256, 128, 64 and 32 pixels.
using icon_pictures = std::array<sf::Texture, 4>;

/// Fonts, icons and translations. Needs a display, because icons live on the graphics card. Used by one
/// thread.
class assets
{
public:
    /// Loads everything in `folder`. Throws asset_error.
    explicit assets(const std::filesystem::path& folder);

    const sf::Font& font(weight weight) const { return *fonts_[static_cast<std::size_t>(weight)]; }
    const ui::translations& words() const { return words_; }

    /// The picture of the icon that is the smallest of at least `pixels`; null when there is no such icon.
    const sf::Texture* icon(std::string_view name, float pixels) const;

    /// Renders the letters of `styles` at `scale` pixels per unit, so that the first touch is as quick as the
    /// second.
    void warm_up(const std::vector<text_style>& styles, float scale) const;

private:
    void load_fonts();
    void load_icons(const std::filesystem::path& folder);

    std::array<std::unique_ptr<sf::Font>, weights> fonts_;
    std::map<std::string, icon_pictures, std::less<>> icons_;
    ui::translations words_;
};

} // namespace motcua::ui
