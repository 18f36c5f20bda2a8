#pragma once
// The table `erasable`: rows that can be erased, while the events that refer to them stay.

#include "server/journal/journal.hpp"
#include "server/tables/table.hpp"

#include <functional>
#include <span>

namespace motcua {

template <>
struct tables::table_of<journal::erasable_row>
{
    static constexpr std::string_view name = "erasable";
    static constexpr std::array<std::string_view, 1> key{"ref"};
    static constexpr std::array<renamed_column, 0> renamed{};
};

namespace journal {

/// The row of `ref`; none when it was erased or never there. A row that this program cannot have written
/// is an error. Throws SQLite::Exception, as all here.
result<std::optional<erasable_row>> find_erasable_of(SQLite::Database& database, const std::string& site,
                                                     const std::string& ref);

/// Calls `visit` with each row of `site` in the order of `ref`, and with none in place of an unreadable one.
void walk_erasable(SQLite::Database& database, const std::string& site,
                   const std::function<void(const std::optional<erasable_row>&)>& visit);

/// Writes and erases. What is erased or replaced is overwritten in its page; older copies of that page go
/// when the write-ahead log is written over. `database` and `site` must outlive it.
class erasable_writer
{
public:
    erasable_writer(SQLite::Database& database, const std::string& site);

    void write(std::span<const erasable_change> changes);

private:
    void write(const erasable_row& row) { insert_.write(row); }
    void write(const erasure& wanted);

    SQLite::Database& database_;
    const std::string& site_;
    tables::row_writer<erasable_row> insert_;
    SQLite::Statement delete_;
};

} // namespace journal

} // namespace motcua
