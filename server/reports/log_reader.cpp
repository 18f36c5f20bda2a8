#include "server/reports/log_reader.hpp"

#include "server/reports/database.hpp"
#include "server/reports/limits.hpp"

#include <boost/describe/enum_from_string.hpp>

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

constexpr auto visits_of_a_day =
    "SELECT ticket, number, service, procedure, channel, priority, issued_at_us, first_called_at_us, "
    "served_from_us, served_to_us, counter, staff, calls, wait_s, service_s, transfers, outcome, "
    "expected_wait_s, state FROM visit INDEXED BY visit_by_day WHERE site = ?1 AND day = ?2 AND ticket > ?3 "
    "AND (?4 IS NULL OR service = ?4) AND (?5 IS NULL OR counter = ?5) AND (?6 IS NULL OR staff = ?6) "
    "AND (?7 IS NULL OR priority = ?7) ORDER BY ticket LIMIT ?8";

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

/// Takes the columns of a row one after the other.
class row_cursor
{
public:
    explicit row_cursor(SQLite::Statement& statement) : statement_(statement) {}

    std::int64_t integer() { return statement_.getColumn(next_++).getInt64(); }

    int small_integer() { return static_cast<int>(integer()); }

    std::string text() { return statement_.getColumn(next_++).getString(); }

    domain::instant instant() { return domain::instant{std::chrono::microseconds{integer()}}; }

    domain::seconds seconds() { return domain::seconds{integer()}; }

    template <class Enum>
    Enum word()
    {
        const auto name = text();
        Enum value{};
        if (!boost::describe::enum_from_string(name.c_str(), value)) {
            throw unknown_word("the wait-time log holds the unknown word \"" + name + "\"");
        }
        return value;
    }

    /// What `read` takes, or none where the column is null.
    template <class T>
    std::optional<T> maybe(T (row_cursor::*read)())
    {
        if (statement_.getColumn(next_).isNull()) {
            ++next_;
            return std::nullopt;
        }
        return (this->*read)();
    }

private:
    SQLite::Statement& statement_;
    int next_ = 0;
};

visit visit_of(SQLite::Statement& statement, domain::local_day day)
{
    row_cursor row(statement);
    visit read;
    read.ticket = domain::ticket_id{row.integer()};
    read.number = row.text();
    read.day = day;
    read.service = row.text();
    read.procedure = row.maybe(&row_cursor::text);
    read.channel = row.word<domain::ticket_channel>();
    read.priority = row.word<domain::priority_class>();
    read.issued_at = row.instant();
    read.first_called_at = row.maybe(&row_cursor::instant);
    read.served_from = row.maybe(&row_cursor::instant);
    read.served_to = row.maybe(&row_cursor::instant);
    read.counter = row.maybe(&row_cursor::text);
    read.staff = row.maybe(&row_cursor::text);
    read.calls = row.small_integer();
    read.wait = row.maybe(&row_cursor::seconds);
    read.service_time = row.maybe(&row_cursor::seconds);
    read.transfers = row.small_integer();
    read.outcome = row.word<domain::visit_outcome>();
    read.expected_wait = row.seconds();
    read.state = row.word<domain::ticket_state>();
    return read;
}

} // namespace

result<log_reader> log_reader::open(const std::string& path, std::string site)
{
    return guarded(
        [&]() -> result<log_reader> { return log_reader(open_for_reading(path), std::move(site)); });
}

log_reader::log_reader(std::unique_ptr<SQLite::Database> database, std::string site)
    : database_(std::move(database)), site_(std::move(site)),
      select_visits_(std::make_unique<SQLite::Statement>(*database_, visits_of_a_day)),
      select_day_(std::make_unique<SQLite::Statement>(*database_, first_day_from))
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
        found.push_back(visit_of(statement, after.day));
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
