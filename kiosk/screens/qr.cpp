#include "kiosk/screens/qr.hpp"

#include <algorithm>
#include <memory>
#include <qrencode.h>

namespace motcua::kiosk {

void draw_qr(ui::frame& frame, const ui::rect& bounds, const std::string& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code) {
        return frame.canvas.complain("no QR code: " + text);
    }
    constexpr int quiet = 4;
    const float side = std::min(bounds.width, bounds.height);
    const auto place = bounds.middle(side, side);
    const float module = side / static_cast<float>(code->width + 2 * quiet);
    frame.canvas.fill(place, ui::colour::white);
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const bool is_dark = code->data[row * code->width + column] & 1;
            if (is_dark) {
                frame.canvas.fill({place.x + static_cast<float>(column + quiet) * module,
                                   place.y + static_cast<float>(row + quiet) * module, module, module},
                                  sf::Color::Black);
            }
        }
    }
}

} // namespace motcua::kiosk
