#pragma once
// The audit chain: each event's hash covers all its columns and the hash before it, so that a changed,
// removed or inserted event shows.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace motcua::journal {

using hash = std::array<std::uint8_t, 32>;

/// The columns of one row of the table `event`, as they are stored.
struct event_row
{
    std::string_view site;
    std::int64_t seq;
    std::int64_t at_us;
    std::string_view kind;
    std::string_view actor;
    /// Empty for an event without a key.
    std::string_view key;
    std::string_view body;
    /// Null stands for version 1, in which events were written before they had versions.
    std::optional<std::int64_t> version;
};

/// BLAKE2b-256 over `before` and the columns, each text with its length before it, so that no two rows read
/// alike. The version comes last and only where it is not null: the hashes of older rows stay as they were.
hash hash_of(const hash& before, const event_row& row);

} // namespace motcua::journal
