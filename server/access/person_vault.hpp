#pragma once
// Personal data under the office's key: sealed for the store, and as tags that can be compared and tell
// nothing.

#include "server/access/randomness.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::access {

/// 256 bits. Who has them can read every name and phone number that is stored.
using office_key = std::array<std::uint8_t, 32>;

/// A key of this process alone, for an office that keeps nothing.
office_key new_office_key();

class person_vault
{
public:
    explicit person_vault(const office_key& key = new_office_key());

    /// `text` encrypted (XChaCha20-Poly1305), readable only under the same name `ref`.
    std::vector<std::uint8_t> seal(std::string_view ref, std::string_view text, random_bits& random) const;

    /// What was sealed; none for anything else, or under another key.
    std::optional<std::string> open(std::string_view ref, const std::vector<std::uint8_t>& sealed) const;

    /// 128 bits that are the same for the same texts under the same key (keyed BLAKE2b). `purpose` keeps tags
    /// of different things apart.
    std::array<std::uint8_t, 16> tag(std::string_view purpose, std::string_view scope,
                                     std::string_view text) const;

private:
    office_key sealing_{};
    office_key tagging_{};
};

} // namespace motcua::access
