#pragma once
// A text that an officer types, in UTF-8.

#include <cstddef>
#include <string>

namespace motcua::counter::console {

/// Adds `letter` to `text` if it can stand there, and `text` has fewer than `most` letters. A text does not
/// begin with a space.
void type_into(std::string& text, char32_t letter, std::size_t most);

/// Takes the last letter of `text` away.
void erase_last(std::string& text);

} // namespace motcua::counter::console
