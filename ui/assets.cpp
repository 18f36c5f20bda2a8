#include "ui/assets.hpp"
#include "ui/text.hpp"

#include <SFML/Graphics/Image.hpp>

#include <cmath>
#include <cstdlib>

namespace motcua::ui {
namespace {

const std::filesystem::path font_folder = "/usr/share/fonts/opentype/inter";
constexpr std::array<const char*, weights> font_files{"Inter-Regular.otf", "Inter-Medium.otf",
                                                      "Inter-SemiBold.otf", "Inter-Bold.otf",
                                                      "InterDisplay-ExtraBold.otf"};

/// Half the size, each pixel the mean of four. Icons are white throughout, so only the alpha is averaged.
sf::Image halved(const sf::Image& image)
{
    const auto size = image.getSize();
    sf::Image half;
    half.create(size.x / 2, size.y / 2, sf::Color::Transparent);
    for (unsigned y = 0; y < size.y / 2; ++y) {
        for (unsigned x = 0; x < size.x / 2; ++x) {
            const int sum = image.getPixel(2 * x, 2 * y).a + image.getPixel(2 * x + 1, 2 * y).a +
                            image.getPixel(2 * x, 2 * y + 1).a + image.getPixel(2 * x + 1, 2 * y + 1).a;
            half.setPixel(x, y, {255, 255, 255, static_cast<sf::Uint8>((sum + 2) / 4)});
        }
    }
    return half;
}

/// Transparent pixels must be white too, or their black would darken the edges when the picture is scaled.
void whiten(sf::Image& image)
{
    for (unsigned y = 0; y < image.getSize().y; ++y) {
        for (unsigned x = 0; x < image.getSize().x; ++x) {
            image.setPixel(x, y, {255, 255, 255, image.getPixel(x, y).a});
        }
    }
}

} // namespace

assets::assets(const std::filesystem::path& folder) : words_(load_translations(folder / "translations"))
{
    load_fonts();
    load_icons(folder / "icons");
}

void assets::load_fonts()
{
    for (std::size_t i = 0; i < font_files.size(); ++i) {
        const auto file = font_folder / font_files[i];
        fonts_[i] = std::make_unique<sf::Font>();
        if (!std::filesystem::exists(file) || !fonts_[i]->loadFromFile(file.string())) {
            throw asset_error("font missing: " + file.string() + " (Debian package fonts-inter)");
        }
    }
}

void assets::load_icons(const std::filesystem::path& folder)
{
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".png") {
            continue;
        }
        sf::Image image;
        if (!image.loadFromFile(entry.path().string())) {
            throw asset_error("not a picture: " + entry.path().string());
        }
        whiten(image);
        for (auto& texture : icons_[entry.path().stem().string()]) {
            if (!texture.loadFromImage(image)) {
                throw asset_error("no room on the graphics card for the icons");
            }
            texture.setSmooth(true);
            image = halved(image);
        }
    }
    if (icons_.empty()) {
        throw asset_error("icons missing: " + folder.string());
    }
}

const sf::Texture* assets::icon(std::string_view name, float pixels) const
{
    const auto found = icons_.find(name);
    if (found == icons_.end()) {
        return nullptr;
    }
    const sf::Texture* best = &found->second.front();
    for (const auto& texture : found->second) {
        if (static_cast<float>(texture.getSize().x) >= pixels) {
            best = &texture;
        }
    }
    return best;
}

void assets::warm_up(const std::vector<text_style>& styles, float scale) const
{
    const sf::String all = alphabet();
    const sf::String numbers = "0123456789ABCDEGHIKLMNOPQRSTUVXY";
    for (const auto& style : styles) {
        const auto pixels = static_cast<unsigned>(std::lround(style.size * scale));
        const bool large = style.weight == weight::display;
        for (const auto letter : large ? numbers : all) {
            font(style.weight).getGlyph(letter, pixels, false);
        }
    }
}

} // namespace motcua::ui
