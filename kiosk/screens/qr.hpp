#pragma once
// A QR code on a screen.

#include "ui/frame.hpp"

#include <string>

namespace motcua::kiosk {

/// Draws `text` as a QR code, as large as `bounds` allows: level M, dark on white, with the quiet zone of
/// four modules that ISO/IEC 18004 asks for. A text that is too long for a code is a complaint.
void draw_qr(ui::frame& frame, const ui::rect& bounds, const std::string& text);

} // namespace motcua::kiosk
