#include "server/reports/log_reader.hpp"

#include "server/reports/database.hpp"
#include "server/reports/limits.hpp"

namespace motcua::reports {

namespace {

/// Ends the read transaction of a statement, whatever happened to it.
class reset_at_end
{
public:
    explicit reset_at_end(SQLite::Statement& statement) : statement_(statement) {}
    ~reset_at_end() { statement_.tryReset(); }
    reset_at_end(const reset_at_end&) = delete;
    reset_at_end& operator=(const reset_at_end&) = delete;

private:
    SQLite::Statement& statement_;
};

/// The index gives the visits of a day in the order of their tickets.
std::string visits_of_a_day()
{
    return tables::select_text(tables::shape_of<visit>()) +
           " INDEXED BY visit_by_day WHERE site = ?1 AND day = ?2 AND ticket > ?3 "
           "AND (?4 IS NULL OR service = ?4) AND (?5 IS NULL OR counter = ?5) AND (?6 IS NULL OR staff = ?6) "
           "AND (?7 IS NULL OR priority = ?7) ORDER BY ticket LIMIT ?8";
}

std::string visit_of_a_track()
{
    return tables::select_text(tables::shape_of<visit>()) +
           " INDEXED BY visit_by_track WHERE site = ?1 AND track = ?2 AND day >= ?3";
}

std::string legs_of_tickets()
{
    return tables::select_text(tables::shape_of<leg>()) +
           " WHERE site = ?1 AND ticket BETWEEN ?2 AND ?3 ORDER BY ticket, n";
}

constexpr auto first_day_from = "SELECT min(day) FROM visit WHERE site = ?1 AND day >= ?2";

std::int64_t count_of(domain::local_day day) { return day.time_since_epoch().count(); }

void bind_maybe(SQLite::Statement& statement, int index, const std::optional<std::string>& text)
{
    if (text) {
        statement.bind(index, *text);
    } else {
        statement.bind(index);
    }
}

} // namespace

result<log_reader> log_reader::open(const std::string& path, std::string site)
{
    return guarded(
        [&]() -> result<log_reader> { return log_reader(open_for_reading(path), std::move(site)); });
}

log_reader::log_reader(std::unique_ptr<SQLite::Database> database, std::string site)
    : database_(std::move(database)), site_(std::move(site)),
      select_visits_(std::make_unique<SQLite::Statement>(*database_, visits_of_a_day())),
      select_day_(std::make_unique<SQLite::Statement>(*database_, first_day_from)),
      select_legs_(std::make_unique<SQLite::Statement>(*database_, legs_of_tickets()))
{}

log_reader::log_reader(log_reader&&) noexcept = default;
log_reader::~log_reader() = default;

result<std::vector<visit>> log_reader::read(const visit_filter& wanted, std::optional<visit_position> after,
                                            std::size_t limit)
{
    return guarded([&]() -> result<std::vector<visit>> {
        std::vector<visit> found;
        auto position =
            after && after->day >= wanted.from ? *after : visit_position{wanted.from, domain::ticket_id{0}};
        while (position.day <= wanted.to) {
            read_day(wanted, position, limit - found.size(), found);
            if (found.size() >= limit) {
                break;
            }
            const auto next = first_day(position.day + std::chrono::days{1});
            if (!next) {
                break;
            }
            position = {*next, domain::ticket_id{0}};
        }
        return found;
    });
}

result<std::optional<visit>> log_reader::find(const domain::track_id& track, domain::local_day from)
{
    return guarded([&]() -> result<std::optional<visit>> {
        SQLite::Statement statement(*database_, visit_of_a_track());
        statement.bindNoCopy(1, site_);
        tables::stored_as<domain::track_id>::bind(statement, 2, track);
        statement.bind(3, count_of(from));
        return statement.executeStep() ? std::optional{readable_row<visit>(statement)} : std::nullopt;
    });
}

result<std::vector<leg>> log_reader::read_legs(domain::ticket_id first, domain::ticket_id last)
{
    return guarded([&]() -> result<std::vector<leg>> {
        auto& statement = *select_legs_;
        const reset_at_end reset(statement);
        statement.bindNoCopy(1, site_);
        statement.bind(2, static_cast<std::int64_t>(first));
        statement.bind(3, static_cast<std::int64_t>(last));
        std::vector<leg> found;
        while (statement.executeStep()) {
            found.push_back(readable_row<leg>(statement));
        }
        return found;
    });
}

result<void> log_reader::each(const visit_filter& wanted,
                              const std::function<result<void>(const visit&)>& take)
{
    std::optional<visit_position> after;
    while (true) {
        const auto rows = read(wanted, after, rows_at_once);
        if (!rows) {
            return rows.error();
        }
        for (const auto& row : *rows) {
            if (auto taken = take(row); !taken) {
                return taken;
            }
        }
        if (rows->size() < rows_at_once) {
            return {};
        }
        after = position_of(rows->back());
    }
}

void log_reader::read_day(const visit_filter& wanted, visit_position after, std::size_t limit,
                          std::vector<visit>& found)
{
    auto& statement = *select_visits_;
    const reset_at_end reset(statement);
    statement.bindNoCopy(1, site_);
    statement.bind(2, count_of(after.day));
    statement.bind(3, static_cast<std::int64_t>(after.ticket));
    bind_maybe(statement, 4, wanted.service);
    bind_maybe(statement, 5, wanted.counter);
    bind_maybe(statement, 6, wanted.staff);
    bind_maybe(statement, 7,
               wanted.priority ? std::optional{domain::name_of(*wanted.priority)} : std::nullopt);
    statement.bind(8, static_cast<std::int64_t>(limit));
    while (statement.executeStep()) {
        found.push_back(readable_row<visit>(statement));
    }
}

std::optional<domain::local_day> log_reader::first_day(domain::local_day from)
{
    auto& statement = *select_day_;
    const reset_at_end reset(statement);
    statement.bindNoCopy(1, site_);
    statement.bind(2, count_of(from));
    if (!statement.executeStep() || statement.getColumn(0).isNull()) {
        return std::nullopt;
    }
    return domain::local_day{std::chrono::days{statement.getColumn(0).getInt()}};
}

} // namespace motcua::reports
