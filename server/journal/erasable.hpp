#pragma once
// What may have to be erased one day, such as personal data or the hash of a password. It stands in rows of
// its own, beside the events that hold only a reference to it.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace motcua::journal {

/// Written in the transaction of the event that refers to it, and replaced by a later row of the same `ref`.
/// It may be missing at any time: its readers must manage without it.
struct erasable_row
{
    /// Its name in events; unique within the site and never the data itself.
    std::string ref;
    /// What the body is: "person", "password".
    std::string kind;
    /// The event that brought it.
    std::int64_t seq{};
    /// As the caller encoded it; personal data is encrypted.
    std::vector<std::uint8_t> body;

    friend bool operator==(const erasable_row&, const erasable_row&) = default;
};
BOOST_DESCRIBE_STRUCT(erasable_row, (), (ref, kind, seq, body))

/// Erases the row of `ref`, if it is still there.
struct erasure
{
    std::string ref;
};

/// What a batch does to the erasable rows, in order.
using erasable_change = std::variant<erasable_row, erasure>;

} // namespace motcua::journal
