#include "server/access/password_rules.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace motcua::access {

namespace {

/// Words that the lists of leaked passwords begin with, in English and Vietnamese, and those of this product.
/// Digits and signs around them make nothing rarer.
constexpr std::array<std::string_view, 124> common_words{"password",
                                                         "passwort",
                                                         "passw0rd",
                                                         "p@ssword",
                                                         "p@ssw0rd",
                                                         "pass",
                                                         "admin",
                                                         "admin123",
                                                         "adminadmin",
                                                         "administrator",
                                                         "root",
                                                         "toor",
                                                         "login",
                                                         "welcome",
                                                         "letmein",
                                                         "qwerty",
                                                         "qwertyuiop",
                                                         "azerty",
                                                         "asdfgh",
                                                         "asdfghjkl",
                                                         "zxcvbn",
                                                         "zxcvbnm",
                                                         "qazwsx",
                                                         "qazwsxedc",
                                                         "abc",
                                                         "abcd",
                                                         "abcdef",
                                                         "iloveyou",
                                                         "ilovevietnam",
                                                         "monkey",
                                                         "dragon",
                                                         "football",
                                                         "baseball",
                                                         "basketball",
                                                         "superman",
                                                         "batman",
                                                         "master",
                                                         "shadow",
                                                         "sunshine",
                                                         "princess",
                                                         "michael",
                                                         "jordan",
                                                         "michelle",
                                                         "jennifer",
                                                         "charlie",
                                                         "ashley",
                                                         "daniel",
                                                         "jessica",
                                                         "computer",
                                                         "internet",
                                                         "samsung",
                                                         "google",
                                                         "facebook",
                                                         "microsoft",
                                                         "windows",
                                                         "starwars",
                                                         "pokemon",
                                                         "naruto",
                                                         "liverpool",
                                                         "chelsea",
                                                         "arsenal",
                                                         "manchester",
                                                         "barcelona",
                                                         "realmadrid",
                                                         "killer",
                                                         "hunter",
                                                         "freedom",
                                                         "whatever",
                                                         "trustno",
                                                         "secret",
                                                         "changeme",
                                                         "default",
                                                         "guest",
                                                         "test",
                                                         "testing",
                                                         "user",
                                                         "system",
                                                         "server",
                                                         "office",
                                                         "kiosk",
                                                         "motcua",
                                                         "motcuadientu",
                                                         "hanhchinhcong",
                                                         "hanhchinh",
                                                         "matkhau",
                                                         "matma",
                                                         "quantri",
                                                         "quantrivien",
                                                         "vietnam",
                                                         "vietnamese",
                                                         "saigon",
                                                         "hanoi",
                                                         "danang",
                                                         "haiphong",
                                                         "cantho",
                                                         "hochiminh",
                                                         "tphcm",
                                                         "anhyeuem",
                                                         "emyeuanh",
                                                         "yeuem",
                                                         "anhyeu",
                                                         "emyeu",
                                                         "giadinh",
                                                         "hanhphuc",
                                                         "conyeu",
                                                         "bame",
                                                         "xinchao",
                                                         "chucmung",
                                                         "nguyen",
                                                         "nguyenvana",
                                                         "tran",
                                                         "khongbiet",
                                                         "khongcopass",
                                                         "khongcomatkhau",
                                                         "ubnd",
                                                         "uyban",
                                                         "congan",
                                                         "canbo",
                                                         "motcuaphuong",
                                                         "dichvucong",
                                                         "hethong",
                                                         "maytinh",
                                                         "correcthorsebatterystaple",
                                                         "thisisapassword"};

/// Rows of keys and alphabets, along which fingers walk.
constexpr std::array<std::string_view, 4> walks{
    "01234567890123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiop", "qwertyuiop[]asdfghjkl;'zxcvbnm,./"};

std::string lowercase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return lower;
}

/// Whether it is one piece, at most half as long, again and again.
bool is_repetition(std::string_view text)
{
    for (std::size_t period = 1; period <= text.size() / 2; ++period) {
        if (text.substr(period) == text.substr(0, text.size() - period)) {
            return true;
        }
    }
    return false;
}

bool is_walk(const std::string& text)
{
    const std::string back(text.rbegin(), text.rend());
    return std::ranges::any_of(walks, [&](std::string_view walk) {
        return walk.find(text) != walk.npos || walk.find(back) != walk.npos;
    });
}

/// Without the digits and signs at both ends.
std::string_view core_of(std::string_view text)
{
    const auto is_letter = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
    };
    while (!text.empty() && !is_letter(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && !is_letter(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

std::optional<password_fault> fault_of_password(std::string_view password, std::string_view login)
{
    if (base::count_characters(password) < password_characters_min) {
        return password_fault{"too_short", "A password must have at least 12 characters."};
    }
    const auto lower = lowercase(password);
    const auto core = core_of(lower);
    const auto name = lowercase(login);
    if (lower == name || core == name) {
        return password_fault{"is_login", "The password must not be the login."};
    }
    // One without a letter is a telephone number, a date or a walk.
    if (core.empty() || is_repetition(lower) || is_walk(lower) ||
        std::ranges::count(common_words, core) > 0) {
        return password_fault{"too_common", "This password is one of those that are tried first."};
    }
    return std::nullopt;
}

} // namespace motcua::access
