#pragma once
// A described struct as the row of an SQL table: its members are the columns after `site`, their types the
// rules, as with JSON. Create, insert, select, delete and comparison follow from it.

#include "base/json.hpp"
#include "base/require.hpp"
#include "server/tables/stored_as.hpp"
#include "server/tables/table_of.hpp"

#include <algorithm>
#include <array>
#include <boost/mp11.hpp>
#include <optional>
#include <SQLiteCpp/Database.h>
#include <string>
#include <vector>

namespace motcua::tables {

struct column
{
    std::string name;
    std::string_view type;
    bool required{};
};

/// A table as SQL needs it. The first column is `site`.
struct table_shape
{
    std::string name;
    std::vector<column> columns;
    /// The columns of the primary key, `site` first.
    std::vector<std::string> key;
};

/// Statements for the table of `shape`. Their parameters are numbered: one per column for an insert, one per
/// column of the key for a delete.
std::string create_text(const table_shape& shape);
std::string insert_text(const table_shape& shape);
std::string delete_text(const table_shape& shape);

/// All rows, in the order in which read_row() takes their columns; the caller adds which, and their order.
std::string select_text(const table_shape& shape);

/// Rows in the order of their key; `where` is a condition on the columns.
std::string select_text(const table_shape& shape, std::string_view where);

template <class Row, class Member>
using stored_member = stored_as<std::remove_cvref_t<decltype(std::declval<Row&>().*Member::pointer)>>;

template <class Row, class Member>
std::string column_name(Member member)
{
    for (const auto& one : table_of<Row>::renamed) {
        if (one.member == member.name) {
            return std::string(one.column);
        }
    }
    return member.name + std::string(stored_member<Row, Member>::suffix);
}

template <class Row>
constexpr bool is_in_key(std::string_view member)
{
    return std::ranges::find(table_of<Row>::key, member) != table_of<Row>::key.end();
}

template <class Row>
table_shape shape_of()
{
    table_shape shape{std::string(table_of<Row>::name), {{"site", "TEXT", true}}, {"site"}};
    boost::mp11::mp_for_each<base::members_of<Row>>([&]<class Member>(Member member) {
        using member_type = std::remove_cvref_t<decltype(std::declval<Row&>().*Member::pointer)>;
        const auto name = column_name<Row>(member);
        shape.columns.push_back({name, stored_as<member_type>::type, !base::is_optional<member_type>::value});
        if (is_in_key<Row>(member.name)) {
            shape.key.push_back(name);
        }
    });
    return shape;
}

/// Binds every column of an insert. `site` and `row` must live until `statement` has run.
template <class Row>
void bind_row(SQLite::Statement& statement, const std::string& site, const Row& row)
{
    int index = 1;
    statement.bindNoCopy(index, site);
    boost::mp11::mp_for_each<base::members_of<Row>>([&]<class Member>(Member member) {
        stored_member<Row, Member>::bind(statement, ++index, row.*member.pointer);
    });
}

/// The row on which a statement of select_text() stands; none when a column holds what our program
/// cannot have written.
template <class Row>
std::optional<Row> read_row(SQLite::Statement& statement)
{
    Row row{};
    bool readable = true;
    int index = 0;
    boost::mp11::mp_for_each<base::members_of<Row>>([&]<class Member>(Member member) {
        auto value = stored_member<Row, Member>::read(statement.getColumn(++index));
        readable = readable && value;
        if (value) {
            row.*member.pointer = *std::move(value);
        }
    });
    return readable ? std::optional{std::move(row)} : std::nullopt;
}

/// The columns, with commas, in which the row on which a statement of select_text() stands is not `expected`.
template <class Row>
std::string difference(const Row& expected, SQLite::Statement& statement)
{
    std::string names;
    int index = 0;
    boost::mp11::mp_for_each<base::members_of<Row>>([&]<class Member>(Member member) {
        const auto value = stored_member<Row, Member>::read(statement.getColumn(++index));
        if (!value || *value != expected.*member.pointer) {
            names += (names.empty() ? "" : ", ") + column_name<Row>(member);
        }
    });
    return names;
}

/// Adds rows to the table of `Row`; one with the key of another takes its place. `database` and `site` must
/// outlive it.
template <class Row>
class row_writer
{
public:
    row_writer(SQLite::Database& database, const std::string& site)
        : site_(site), insert_(database, insert_text(shape_of<Row>()))
    {
        base::require(insert_.getBindParameterCount() ==
                          1 + static_cast<int>(boost::mp11::mp_size<base::members_of<Row>>::value),
                      "an insert has a parameter for the site and each member of its row");
    }

    /// Throws SQLite::Exception.
    void write(const Row& row)
    {
        bind_row(insert_, site_, row);
        run(insert_);
    }

private:
    const std::string& site_;
    SQLite::Statement insert_;
};

} // namespace motcua::tables
