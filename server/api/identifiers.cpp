#include "server/api/identifiers.hpp"

#include "base/numbers.hpp"

namespace motcua::api {

namespace {

constexpr std::string_view url_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t track_digits = 22;

} // namespace

std::string format_ticket_id(const std::string& site, domain::ticket_id id)
{
    return site + "-" + std::to_string(static_cast<std::int64_t>(id));
}

std::optional<ticket_address> parse_ticket_id(std::string_view text)
{
    const auto dash = text.rfind('-');
    if (dash == std::string_view::npos || dash == 0 || dash + 1 == text.size() || text[dash + 1] == '0') {
        return std::nullopt;
    }
    const auto number = base::read_number(text.substr(dash + 1));
    if (!number || *number <= 0) {
        return std::nullopt;
    }
    return ticket_address{std::string(text.substr(0, dash)), domain::ticket_id{*number}};
}

std::string format_track(const domain::track_id& track)
{
    std::string text;
    std::uint32_t bits = 0;
    int pending = 0;
    for (const auto byte : track) {
        bits = (bits << 8U) | byte;
        pending += 8;
        while (pending >= 6) {
            pending -= 6;
            text += url_digits[(bits >> static_cast<unsigned>(pending)) & 63U];
        }
    }
    text += url_digits[(bits << 4U) & 63U];
    return text;
}

std::optional<domain::track_id> parse_track(std::string_view text)
{
    if (text.size() != track_digits) {
        return std::nullopt;
    }
    domain::track_id track{};
    std::uint32_t bits = 0;
    int pending = 0;
    std::size_t filled = 0;
    for (const char digit : text) {
        const auto value = url_digits.find(digit);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        pending += 6;
        if (pending >= 8) {
            pending -= 8;
            track[filled++] = static_cast<std::uint8_t>(bits >> static_cast<unsigned>(pending));
        }
    }
    // Four bits of the last digit have no meaning: a track has one spelling only.
    if ((bits & 15U) != 0) {
        return std::nullopt;
    }
    return track;
}

} // namespace motcua::api
