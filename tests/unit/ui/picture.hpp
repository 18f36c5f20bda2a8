#pragma once
// A picture off the screen for tests: draws frames, compares pixels, and saves what a failed test saw.

#include "ui/frame.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

#include <functional>
#include <stdexcept>

namespace motcua::test {

/// An action for pictures whose targets nobody acts on.
inline ui::action does(std::string what) { return ui::action(std::move(what)); }

/// Fonts and icons, loaded once a test program.
inline const ui::assets& shared_assets()
{
    static const ui::assets all(MOTCUA_SHARE);
    return all;
}

class picture
{
public:
    picture(sf::Vector2u pixels, const ui::layout_size& reference) : reference_(reference)
    {
        if (!texture_.create(pixels.x, pixels.y)) {
            throw std::runtime_error("no picture of that size");
        }
    }

    void draw(const std::function<void(ui::frame&)>& screen, std::optional<ui::action> pressed = {})
    {
        texture_.clear();
        ui::canvas canvas(texture_, shared_assets(), reference_);
        ui::frame frame(canvas, std::move(pressed));
        screen(frame);
        texture_.display();
        complaints_ = canvas.complaints();
        targets_ = frame.targets();
        image_ = texture_.getTexture().copyToImage();
    }

    const std::vector<std::string>& complaints() const { return complaints_; }
    const std::vector<ui::target>& targets() const { return targets_; }
    sf::Color pixel(unsigned x, unsigned y) const { return image_.getPixel(x, y); }
    void save(const std::string& file) const { image_.saveToFile(file); }

    bool operator==(const picture& other) const
    {
        const auto size = image_.getSize();
        const std::size_t bytes = std::size_t{4} * size.x * size.y;
        return size == other.image_.getSize() &&
               std::equal(image_.getPixelsPtr(), image_.getPixelsPtr() + bytes, other.image_.getPixelsPtr());
    }

private:
    sf::RenderTexture texture_;
    ui::layout_size reference_;
    sf::Image image_;
    std::vector<std::string> complaints_;
    std::vector<ui::target> targets_;
};

} // namespace motcua::test
