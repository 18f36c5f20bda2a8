#pragma once
// What a described struct does not say itself of the table that its values are the rows of. It stands beside
// the struct and knows nothing of SQLite, so that a row can be passed on without it.

#include <array>
#include <string_view>

namespace motcua::tables {

/// A column whose name does not follow from its member.
struct renamed_column
{
    std::string_view member;
    std::string_view column;
};

/// A specialization has `name`, the table; `key`, the members that form the primary key after `site`; and
/// `renamed`, an array of renamed_column.
template <class Row>
struct table_of;

} // namespace motcua::tables
