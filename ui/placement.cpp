#include "ui/placement.hpp"

#include <algorithm>
#include <charconv>

namespace motcua::ui {
namespace {

std::optional<unsigned> parse_length(std::string_view text, unsigned least)
{
    unsigned length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size() || length < least || length > 8192) {
        return std::nullopt;
    }
    return length;
}

/// Two lengths with `between` between them.
std::optional<sf::Vector2u> parse_pair(std::string_view text, char between, unsigned least)
{
    const auto middle = text.find(between);
    if (middle == text.npos) {
        return std::nullopt;
    }
    const auto first = parse_length(text.substr(0, middle), least);
    const auto second = parse_length(text.substr(middle + 1), least);
    return first && second ? std::optional(sf::Vector2u(*first, *second)) : std::nullopt;
}

} // namespace

std::optional<placement> parse_placement(std::string_view text)
{
    const auto plus = std::min(text.find('+'), text.size());
    const auto size = parse_pair(text.substr(0, plus), 'x', 64);
    const auto position =
        plus == text.size() ? std::optional(sf::Vector2u()) : parse_pair(text.substr(plus + 1), '+', 0);
    return size && position ? std::optional(placement{*size, *position}) : std::nullopt;
}

} // namespace motcua::ui
