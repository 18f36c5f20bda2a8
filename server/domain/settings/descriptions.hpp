#pragma once
// What each setting means, in a sentence: for the manager's page, the schema of the interface and the
// settings file.

#include <span>
#include <string_view>

namespace motcua::domain {

struct setting_description
{
    /// Its path without places in lists: "services.minutes".
    std::string_view key;
    std::string_view vi;
    std::string_view en;
};

/// One for each key, in the order of the settings.
std::span<const setting_description> setting_descriptions();

/// That of `key`; null where there is no such key.
const setting_description* find_description(std::string_view key);

} // namespace motcua::domain
