#pragma once
// A wait-time log in a file, written by the journal itself, and gone when the test is.

#include "server/journal/sqlite_journal.hpp"
#include "server/reports/log_reader.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

namespace motcua::reports {

/// Monday, 2026-11-23.
inline constexpr domain::local_day monday{std::chrono::days{20780}};

/// 2026-11-23 08:00 at UTC+7.
inline constexpr domain::instant monday_at_8{std::chrono::days{20780} + std::chrono::hours{1}};

/// What each service wants the wait to stay within.
inline constexpr domain::seconds target{900};

/// A visit of service A, served at counter 1 after `wait` for `service_time`.
inline journal::visit_row served(domain::seconds wait, domain::seconds service_time = domain::seconds{300})
{
    journal::visit_row row{.number = "A001", .day = monday, .service = "A", .issued_at = monday_at_8};
    row.first_called_at = row.issued_at + wait;
    row.served_from = row.first_called_at;
    row.served_to = *row.served_from + service_time;
    row.counter = "1";
    row.calls = 1;
    row.wait = wait;
    row.service_time = service_time;
    row.outcome = domain::visit_outcome::served;
    row.state = domain::ticket_state::served;
    row.utc_offset = domain::minutes{420};
    row.target = target;
    return row;
}

/// A visit of service A that ended without service.
inline journal::visit_row unserved(domain::visit_outcome outcome, domain::ticket_state state)
{
    return {.number = "A001",
            .day = monday,
            .service = "A",
            .issued_at = monday_at_8,
            .outcome = outcome,
            .state = state,
            .utc_offset = domain::minutes{420},
            .target = target};
}

class log_file
{
public:
    log_file()
    {
        auto name = (std::filesystem::temp_directory_path() / "motcua-reports-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
        journal_ = journal::open_sqlite_journal(path(), "demo").value();
    }
    ~log_file()
    {
        journal_.reset();
        std::filesystem::remove_all(folder_);
    }
    log_file(const log_file&) = delete;
    log_file& operator=(const log_file&) = delete;

    std::string path() const { return (folder_ / "motcua.db").string(); }
    std::filesystem::path folder() const { return folder_; }
    journal::journal& store() { return *journal_; }

    /// The server ends in good order; the file stays.
    void close() { journal_.reset(); }

    /// Tickets count up from 1, whatever `rows` say.
    void add(std::vector<journal::visit_row> rows)
    {
        journal::batch batch;
        batch.events.push_back({.seq = journal_->last_seq() + 1,
                                .at = monday_at_8,
                                .actor = "site",
                                .key = std::nullopt,
                                .body = domain::day_opened{monday}});
        for (auto& row : rows) {
            row.ticket = domain::ticket_id{++last_ticket_};
        }
        batch.rows.assign(rows.begin(), rows.end());
        REQUIRE(append(batch));
    }

    void add_legs(const std::vector<journal::leg_row>& legs)
    {
        journal::batch batch;
        batch.events.push_back({.seq = journal_->last_seq() + 1,
                                .at = monday_at_8,
                                .actor = "site",
                                .key = std::nullopt,
                                .body = domain::day_closed{monday}});
        batch.rows.assign(legs.begin(), legs.end());
        REQUIRE(append(batch));
    }

    bool append(const journal::batch& batch)
    {
        bool stored = false;
        journal_->append(batch, [&](const auto& outcome) { stored = outcome.has_value(); });
        return stored;
    }

    log_reader open() const { return std::move(log_reader::open(path(), "demo")).value(); }

private:
    std::filesystem::path folder_;
    std::unique_ptr<journal::journal> journal_;
    std::int64_t last_ticket_ = 0;
};

} // namespace motcua::reports
