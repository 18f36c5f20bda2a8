#include "server/journal/answer_table.hpp"

#include "server/journal/limits.hpp"

#include <sqlite3.h>

namespace motcua::journal {

namespace {

answer_kind kind_in(const answer_row& row)
{
    const auto kind = kind_of_status(row.status);
    if (!kind) {
        throw SQLite::Exception("an answer has the status " + std::to_string(row.status), SQLITE_CORRUPT);
    }
    return *kind;
}

} // namespace

int status_of(answer_kind kind)
{
    switch (kind) {
    case answer_kind::created:
        return 201;
    case answer_kind::nothing:
        return 204;
    case answer_kind::done:
        break;
    }
    return 200;
}

std::optional<answer_kind> kind_of_status(int status)
{
    for (const auto kind : {answer_kind::done, answer_kind::created, answer_kind::nothing}) {
        if (status_of(kind) == status) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<answer> find_answer_of(SQLite::Database& database, const std::string& site, std::int64_t seq)
{
    auto found = find_answer_row(database, site, seq);
    if (!found) {
        return std::nullopt;
    }
    return answer{.seq = seq, .kind = kind_in(*found), .body = std::move(found->body)};
}

std::optional<offline_answer> find_offline_answer_of(SQLite::Database& database, const std::string& site,
                                                     const offline_number& number)
{
    auto found = find_offline_answer_row(database, site, number);
    if (!found) {
        return std::nullopt;
    }
    return offline_answer{.number = number, .kind = kind_in(*found), .body = std::move(found->body)};
}

std::optional<answer_row> find_answer_row(SQLite::Database& database, const std::string& site,
                                          std::int64_t seq)
{
    SQLite::Statement find(database, "SELECT status, body FROM answer WHERE site = ? AND seq = ?");
    find.bind(1, site);
    find.bind(2, seq);
    if (!find.executeStep()) {
        return std::nullopt;
    }
    return answer_row{.status = find.getColumn(0).getInt(), .body = std::string(text_of(find.getColumn(1)))};
}

std::optional<answer_row> find_offline_answer_row(SQLite::Database& database, const std::string& site,
                                                  const offline_number& number)
{
    SQLite::Statement find(database, "SELECT status, body FROM offline_answer "
                                     "WHERE site = ? AND kiosk = ? AND block = ? AND number = ?");
    find.bind(1, site);
    find.bind(2, number.kiosk);
    find.bind(3, static_cast<std::int64_t>(number.block));
    find.bind(4, number.number);
    if (!find.executeStep()) {
        return std::nullopt;
    }
    return answer_row{.status = find.getColumn(0).getInt(), .body = std::string(text_of(find.getColumn(1)))};
}

answered_events find_answered_events(SQLite::Database& database, const std::string& site)
{
    // Each alone is one look at the index, both at once a walk through it.
    SQLite::Statement find(database, "SELECT coalesce((SELECT min(seq) FROM answer WHERE site = ?1), 0), "
                                     "coalesce((SELECT max(seq) FROM answer WHERE site = ?1), 0)");
    find.bind(1, site);
    find.executeStep();
    return {find.getColumn(0).getInt64(), find.getColumn(1).getInt64()};
}

void walk_answers(SQLite::Database& database, const std::string& site, std::int64_t first, std::int64_t last,
                  const std::function<void(std::int64_t seq)>& visit)
{
    SQLite::Statement answers(database,
                              "SELECT seq FROM answer WHERE site = ? AND seq BETWEEN ? AND ? ORDER BY seq");
    answers.bind(1, site);
    answers.bind(2, first);
    answers.bind(3, last);
    while (answers.executeStep()) {
        visit(answers.getColumn(0).getInt64());
    }
}

void forget_answers_of(SQLite::Database& database, const std::string& site, std::int64_t before)
{
    SQLite::Statement forget(database,
                             "DELETE FROM answer WHERE site = ?1 AND seq IN (SELECT seq FROM answer "
                             "WHERE site = ?1 AND seq < ?2 ORDER BY seq LIMIT ?3)");
    forget.bind(1, site);
    forget.bind(2, before);
    forget.bind(3, forget_answers_max);
    forget.exec();
}

answer_writer::answer_writer(SQLite::Database& database, const std::string& site)
    : site_(site), insert_(database, "answer", 5),
      insert_offline_(database, "INSERT INTO offline_answer VALUES (?, ?, ?, ?, ?, ?)")
{}

void answer_writer::insert(std::span<const answer> given, instant at)
{
    insert_.insert(given.size(), [&](SQLite::Statement& statement, int before, std::size_t row) {
        statement.bindNoCopy(before + 1, site_);
        statement.bind(before + 2, given[row].seq);
        statement.bind(before + 3, microseconds_of(at));
        statement.bind(before + 4, status_of(given[row].kind));
        statement.bindNoCopy(before + 5, given[row].body);
    });
}

void answer_writer::insert(const offline_answer& given)
{
    insert_offline_.bindNoCopy(1, site_);
    insert_offline_.bindNoCopy(2, given.number.kiosk);
    insert_offline_.bind(3, static_cast<std::int64_t>(given.number.block));
    insert_offline_.bind(4, given.number.number);
    insert_offline_.bind(5, status_of(given.kind));
    insert_offline_.bindNoCopy(6, given.body);
    run(insert_offline_);
}

} // namespace motcua::journal
