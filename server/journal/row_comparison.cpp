#include "server/journal/row_comparison.hpp"

#include "base/overloaded.hpp"
#include "base/require.hpp"

#include <limits>
#include <utility>

namespace motcua::journal {

namespace {

using row_key = row_comparison::row_key;

row_key key_of(const visit_row& row) { return {static_cast<std::int64_t>(row.ticket), 0}; }

row_key key_of(const leg_row& row) { return {static_cast<std::int64_t>(row.ticket), row.n}; }

row_key key_of(const settings_row& row) { return {row.version, 0}; }

row_key key_of(const audit_row& row) { return {row.seq, 0}; }

row_key key_of(const appointment_row& row) { return {static_cast<std::int64_t>(row.appointment), 0}; }

row_key key_of(const rating_row& row) { return {static_cast<std::int64_t>(row.ticket), 0}; }

/// The column that says which part of the events a row belongs to.
template <class Row>
constexpr std::string_view part_column = "seq";
template <>
constexpr std::string_view part_column<visit_row> = "ticket";
template <>
constexpr std::string_view part_column<leg_row> = "ticket";
template <>
constexpr std::string_view part_column<appointment_row> = "appointment";
template <>
constexpr std::string_view part_column<rating_row> = "ticket";

/// The stored rows of the tickets or events after `first` up to `last`, in the order of their key.
template <class Row>
class stored_rows
{
public:
    stored_rows(SQLite::Database& database, const std::string& site, std::int64_t first, std::int64_t last)
        : rows_(database, tables::select_text(tables::shape_of<Row>(), where()))
    {
        rows_.bind(1, site);
        rows_.bind(2, first);
        rows_.bind(3, last);
        next();
    }

    void next() { there_ = rows_.executeStep(); }

    bool there() const { return there_; }

    /// The columns of the key are the first after `site`.
    row_key key()
    {
        const bool is_numbered = tables::table_of<Row>::key.size() > 1;
        return {rows_.getColumn(1).getInt64(), is_numbered ? rows_.getColumn(2).getInt64() : 0};
    }

    std::string difference_from(const Row& expected) { return difference(expected, rows_); }

private:
    static std::string where()
    {
        const std::string part(part_column<Row>);
        return "site = ? AND " + part + " > ? AND " + part + " <= ?";
    }

    SQLite::Statement rows_;
    bool there_ = false;
};

template <class Row>
std::string name(const row_key& key)
{
    auto text = "the row of " + std::string(tables::table_of<Row>::key[0]) + " " + std::to_string(key.first) +
                " in " + std::string(tables::table_of<Row>::name);
    return key.second == 0 ? text : text + ", n " + std::to_string(key.second) + ",";
}

/// Walks both in step.
template <class Row>
void compare_rows(std::vector<std::string>& found, const std::map<row_key, Row>& expected,
                  stored_rows<Row> stored)
{
    auto next = expected.begin();
    while (next != expected.end() || stored.there()) {
        const bool both = next != expected.end() && stored.there();
        if (both && next->first == stored.key()) {
            if (const auto columns = stored.difference_from(next->second); !columns.empty()) {
                found.push_back(name<Row>(next->first) + " differs from the events in " + columns);
            }
            ++next;
            stored.next();
        } else if (!stored.there() || (both && next->first < stored.key())) {
            found.push_back(name<Row>(next->first) + " is missing");
            ++next;
        } else {
            found.push_back(name<Row>(stored.key()) + " follows from no event");
            stored.next();
        }
    }
}

} // namespace

void row_comparison::expect(const row_change& change)
{
    std::visit(base::overloaded{[&](const visit_row& row) { visits_[key_of(row)] = row; },
                                [&](const leg_row& row) { legs_[key_of(row)] = row; },
                                [&](const settings_row& row) { settings_[key_of(row)] = row; },
                                [&](const audit_row& row) { audit_[key_of(row)] = row; },
                                [&](const appointment_row& row) { appointments_[key_of(row)] = row; },
                                [&](const rating_row& row) { ratings_[key_of(row)] = row; },
                                [&](const visit_reopened& row) {
                                    visits_.erase({static_cast<std::int64_t>(row.ticket), 0});
                                }},
               change);
}

std::vector<std::string> row_comparison::compare(std::int64_t first, std::int64_t last)
{
    base::require(first <= last, "rows are compared in the order of their tickets");
    const auto visits = std::exchange(visits_, {});
    const auto legs = std::exchange(legs_, {});
    std::vector<std::string> found;
    compare_rows<visit_row>(found, visits, {database_, site_, first, last});
    compare_rows<leg_row>(found, legs, {database_, site_, first, last});
    return found;
}

std::vector<std::string> row_comparison::compare_site(std::int64_t first, std::int64_t last)
{
    const auto settings = std::exchange(settings_, {});
    const auto audit = std::exchange(audit_, {});
    std::vector<std::string> found;
    compare_rows<settings_row>(found, settings, {database_, site_, first, last});
    compare_rows<audit_row>(found, audit, {database_, site_, first, last});
    return found;
}

std::vector<std::string> row_comparison::compare_slow_rows()
{
    const auto appointments = std::exchange(appointments_, {});
    const auto ratings = std::exchange(ratings_, {});
    std::vector<std::string> found;
    constexpr auto all = std::numeric_limits<std::int64_t>::max();
    compare_rows<appointment_row>(found, appointments, {database_, site_, 0, all});
    compare_rows<rating_row>(found, ratings, {database_, site_, 0, all});
    return found;
}

} // namespace motcua::journal
