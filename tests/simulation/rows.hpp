#pragma once
// A table whose rows stand in files of their own: linking one more file in is all it takes to add a row.

#include <algorithm>
#include <string_view>
#include <vector>

namespace motcua::simulation {

/// All rows of this kind that are linked in, by their `name`.
template <class Row>
std::vector<Row>& rows()
{
    static std::vector<Row> all;
    return all;
}

/// One object of this in a file puts its row into the table.
template <class Row>
struct row_in
{
    explicit row_in(const Row& row)
    {
        // In which order files are linked must not matter.
        rows<Row>().insert(std::ranges::upper_bound(rows<Row>(), row.name, {}, &Row::name), row);
    }
};

} // namespace motcua::simulation
