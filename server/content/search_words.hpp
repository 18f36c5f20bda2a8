#pragma once
// Vietnamese words made comparable: as people type them, with or without marks, composed or decomposed.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::content {

/// Further words of a query are ignored.
constexpr std::size_t query_words_max = 16;

/// "Hoà" and "hòa" give the same: where the tone is written within the word is a matter of taste
/// (hoà/hòa, uỷ/ủy), so it is kept apart from the letters.
struct search_word
{
    std::string plain;   ///< "dat": no marks, no case, đ as d, "ky" as "ki"
    std::string letters; ///< "đât": with the marks that make another letter (NFD)
    std::string tone;    ///< the tone's mark, empty for the level tone
    bool letters_marked = false;

    bool marked() const { return letters_marked || !tone.empty(); }
};

/// The words of `text`, split at everything that is neither letter nor digit. None if it is not UTF-8.
std::optional<std::vector<search_word>> search_words(std::string_view text);

} // namespace motcua::content
