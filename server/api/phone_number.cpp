#include "server/api/phone_number.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

} // namespace

std::optional<std::string> normal_phone(std::string_view written)
{
    std::string digits;
    for (const auto byte : written) {
        if (is_digit(byte) || (byte == '+' && digits.empty())) {
            digits += byte;
        } else if (std::string_view(" .-()").find(byte) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    constexpr std::string_view country = "+84";
    if (digits.starts_with(country)) {
        digits = "0" + digits.substr(country.size());
    } else if (digits.starts_with("84") && digits.size() == 11) {
        digits = "0" + digits.substr(2);
    }
    const bool is_foreign = digits.starts_with('+') && digits.size() >= 9 && digits.size() <= 16;
    const bool is_own = digits.starts_with('0') && (digits.size() == 10 || digits.size() == 11);
    return is_foreign || is_own ? std::optional{std::move(digits)} : std::nullopt;
}

std::string last_digits(std::string_view phone) { return std::string(phone.substr(phone.size() - 4)); }

} // namespace motcua::api
