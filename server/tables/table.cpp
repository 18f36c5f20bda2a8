#include "server/tables/table.hpp"

namespace motcua::tables {

namespace {

/// `names` with `between` between them, each followed by `after`.
template <class Names>
std::string joined(const Names& names, std::string_view between, std::string_view after = "")
{
    std::string text;
    for (const auto& name : names) {
        text.append(text.empty() ? "" : between).append(name).append(after);
    }
    return text;
}

std::string names_of(const table_shape& shape)
{
    std::string names;
    for (const auto& one : shape.columns) {
        names += (names.empty() ? "" : ", ") + one.name;
    }
    return names;
}

} // namespace

std::string create_text(const table_shape& shape)
{
    auto text = "CREATE TABLE " + shape.name + "(";
    for (const auto& one : shape.columns) {
        text.append(one.name).append(" ").append(one.type).append(one.required ? " NOT NULL, " : ", ");
    }
    return text + "PRIMARY KEY (" + joined(shape.key, ", ") + ")) WITHOUT ROWID";
}

std::string insert_text(const table_shape& shape)
{
    const std::vector<std::string> places(shape.columns.size(), "?");
    return "INSERT OR REPLACE INTO " + shape.name + "(" + names_of(shape) + ") VALUES (" +
           joined(places, ", ") + ")";
}

std::string delete_text(const table_shape& shape)
{
    return "DELETE FROM " + shape.name + " WHERE " + joined(shape.key, " AND ", " = ?");
}

std::string select_text(const table_shape& shape)
{
    return "SELECT " + names_of(shape) + " FROM " + shape.name;
}

std::string select_text(const table_shape& shape, std::string_view where)
{
    return select_text(shape) + " WHERE " + std::string(where) + " ORDER BY " + joined(shape.key, ", ");
}

} // namespace motcua::tables
