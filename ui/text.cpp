#include "ui/text.hpp"
#include "ui/limits.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace motcua::ui {
namespace {

const sf::String one_space = " ";

/// One paragraph in as few lines, but as narrow as these allow.
std::vector<sf::String> balanced(const face& face, const sf::String& text, float most)
{
    auto best = filled(face, text, most);
    if (best.size() < 2) {
        return best;
    }
    float narrow = most / 2;
    float wide = most;
    for (int step = 0; step < 8; ++step) {
        const float middle = (narrow + wide) / 2;
        auto lines = filled(face, text, middle);
        const bool same = lines.size() == best.size() &&
                          std::all_of(lines.begin(), lines.end(),
                                      [&](const auto& line) { return width(face, line) <= middle; });
        (same ? wide : narrow) = middle;
        if (same) {
            best = std::move(lines);
        }
    }
    return best;
}

} // namespace

std::string normalised(std::string_view utf8)
{
    utf8proc_uint8_t* composed = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                     static_cast<utf8proc_ssize_t>(utf8.size()), &composed,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    if (length < 0) {
        return "?";
    }
    return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

sf::String letters(std::string_view utf8)
{
    const auto clean = normalised(utf8);
    const auto all = sf::String::fromUtf8(clean.begin(), clean.end());
    return all.substring(0, limits::text_characters);
}

sf::String alphabet()
{
    return letters(" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;~–-/()·%?…"
                   "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
                   "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ");
}

float width(const face& face, const sf::String& line)
{
    float sum = 0;
    sf::Uint32 before = 0;
    for (const auto letter : line) {
        sum += face.font->getKerning(before, letter, face.pixels) +
               face.font->getGlyph(letter, face.pixels, false).advance;
        before = letter;
    }
    return sum;
}

std::vector<sf::String> filled(const face& face, const sf::String& text, float most)
{
    std::vector<sf::String> lines;
    sf::String line;
    std::size_t from = 0;
    while (from <= text.getSize()) {
        const auto to = std::min(text.find(one_space, from), text.getSize());
        const auto word = text.substring(from, to - from);
        const auto longer = line.isEmpty() ? word : line + one_space + word;
        if (line.isEmpty() || width(face, longer) <= most) {
            line = longer;
        } else {
            lines.push_back(line);
            line = word;
        }
        from = to + 1;
    }
    lines.push_back(line);
    return lines;
}

std::vector<sf::String> wrapped(const face& face, const sf::String& text, float most)
{
    std::vector<sf::String> lines;
    std::size_t from = 0;
    while (from <= text.getSize()) {
        const auto to = std::min(text.find("\n", from), text.getSize());
        for (auto& line : balanced(face, text.substring(from, to - from), most)) {
            lines.push_back(std::move(line));
        }
        from = to + 1;
    }
    return lines;
}

sf::String shortened(const face& face, const sf::String& line, float most)
{
    const sf::String ellipsis(static_cast<sf::Uint32>(U'…'));
    for (auto length = line.getSize(); length > 0; --length) {
        const auto cut = line.substring(0, length) + ellipsis;
        if (width(face, cut) <= most) {
            return cut;
        }
    }
    return ellipsis;
}

} // namespace motcua::ui
