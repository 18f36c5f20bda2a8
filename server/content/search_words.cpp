#include "server/content/search_words.hpp"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace motcua::content {
namespace {

constexpr utf8proc_int32_t d_with_stroke = 0x0111;

bool is_tone(utf8proc_int32_t mark)
{
    constexpr std::u32string_view tones = U"\u0300\u0301\u0303\u0309\u0323"; // grave, acute, tilde, hook, dot
    return tones.find(static_cast<char32_t>(mark)) != tones.npos;
}

bool is_mark(utf8proc_int32_t point) { return utf8proc_category(point) == UTF8PROC_CATEGORY_MN; }

bool is_letter_or_digit(utf8proc_int32_t point)
{
    const auto category = utf8proc_category(point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

void append(std::string& out, utf8proc_int32_t point)
{
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(point, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

/// Both spellings are taught: đăng ký, đăng kí. After a vowel (thay, thai) they are two words.
void fold_last_y(std::string& plain)
{
    constexpr std::string_view vowels = "aeiouy";
    if (plain.size() >= 2 && plain.back() == 'y' && vowels.find(plain[plain.size() - 2]) == vowels.npos) {
        plain.back() = 'i';
    }
}

void add(search_word& word, utf8proc_int32_t point)
{
    if (is_mark(point)) {
        append(is_tone(point) ? word.tone : word.letters, point);
        word.letters_marked = word.letters_marked || !is_tone(point);
        return;
    }
    append(word.letters, point);
    append(word.plain, point == d_with_stroke ? 'd' : point);
    word.letters_marked = word.letters_marked || point == d_with_stroke;
}

} // namespace

std::optional<std::vector<search_word>> search_words(std::string_view text)
{
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                                                    UTF8PROC_COMPAT | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0) {
        return std::nullopt;
    }
    std::vector<search_word> words;
    bool inside = false;
    for (utf8proc_ssize_t at = 0; at < length;) {
        utf8proc_int32_t point = 0;
        at += utf8proc_iterate(mapped + at, length - at, &point);
        const bool belongs = is_letter_or_digit(point) || (inside && is_mark(point));
        if (belongs && !inside) {
            words.emplace_back();
        }
        if (belongs) {
            add(words.back(), point);
        }
        inside = belongs;
    }
    for (auto& word : words) {
        fold_last_y(word.plain);
    }
    return words;
}

} // namespace motcua::content
