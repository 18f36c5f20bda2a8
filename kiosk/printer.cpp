#include "kiosk/printer.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>

namespace motcua::kiosk {
namespace {

bool is_host_and_port(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == text.npos || colon == 0) {
        return false;
    }
    unsigned port = 0;
    const auto* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data() + colon + 1, last, port);
    return error == std::errc() && end == last && port >= 1 && port <= 65535;
}

/// The picture formats that SFML writes, by the ending of the name.
bool is_picture(const std::filesystem::path& path)
{
    auto ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return ending == ".png" || ending == ".jpg" || ending == ".jpeg" || ending == ".bmp" || ending == ".tga";
}

} // namespace

std::optional<printer_place> parse_printer(std::string_view text)
{
    if (text == "none") {
        return printer_place{};
    }
    const auto colon = text.find(':');
    if (colon == text.npos || colon + 1 == text.size()) {
        return std::nullopt;
    }
    const auto scheme = text.substr(0, colon);
    std::string where(text.substr(colon + 1));
    if (scheme == "file") {
        return printer_place{printer_kind::file, std::move(where)};
    }
    if (scheme == "device" && where.front() == '/') {
        return printer_place{printer_kind::device, std::move(where)};
    }
    if (scheme == "tcp" && is_host_and_port(where)) {
        return printer_place{printer_kind::tcp, std::move(where)};
    }
    if (scheme == "cups") {
        return printer_place{printer_kind::cups, std::move(where)};
    }
    return std::nullopt;
}

std::string why_unavailable(const printer_place& place)
{
    if (place.kind == printer_kind::none) {
        return {};
    }
    if (place.kind != printer_kind::file) {
        return "is not available in this version";
    }
    std::error_code error;
    if (is_picture(place.where) || std::filesystem::is_directory(place.where, error)) {
        return {};
    }
    return "names neither a folder nor a picture (.png, .jpg, .bmp, .tga)";
}

} // namespace motcua::kiosk
