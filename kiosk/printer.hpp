#pragma once
// Where the slips go, as `--printer` names it. This version prints into files; the other places are
// understood, so that their names stay fixed.

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

/// The value of `--printer`: `none`, `file:PATH`, `device:PATH`, `tcp:HOST:PORT` or `cups:QUEUE`.
struct printer_place
{
    printer_kind kind = printer_kind::none;
    /// The text behind the first colon.
    std::string where = {};
};

/// Nothing when `text` has none of the forms above.
std::optional<printer_place> parse_printer(std::string_view text);

/// Why this version cannot print there, as the end of a sentence; empty when it can. A file must be a folder
/// or a picture by its name.
std::string why_unavailable(const printer_place& place);

} // namespace motcua::kiosk
