#pragma once
// Where the slips go. This version prints into files; the other places are understood, so that their names
// stay fixed.

#include "kiosk/model.hpp"
#include "ui/assets.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::kiosk {

enum class printer_kind
{
    none,
    file,
    device,
    tcp,
    cups
};

/// What `--printer` says: `none`, `file:PATH`, `device:PATH`, `tcp:HOST:PORT` or `cups:QUEUE`.
struct printer_place
{
    printer_kind kind = printer_kind::none;
    /// What stands behind the first colon.
    std::string where = {};
};

/// Nothing when `text` has none of the forms above.
std::optional<printer_place> parse_printer(std::string_view text);

/// Why this version cannot print there, as the end of a sentence; empty when it can. A file must be a folder
/// or a picture by its name.
std::string why_unavailable(const printer_place& place);

/// Draws `t` as a slip into the place. With a folder as path each ticket is a file of its own, named by its
/// number, otherwise the file holds the last slip. False when no paper came: no printer, or the file cannot
/// be written. From the window's thread.
bool print_slip(const printer_place& place, const ui::assets& assets, const state& s, const ticket& t);

} // namespace motcua::kiosk
