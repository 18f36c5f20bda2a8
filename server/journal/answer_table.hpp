#pragma once
// The tables `answer`, the first answer to a change until it is forgotten, and `offline_answer`, the same for
// tickets printed offline, for ever.

#include "server/journal/many_rows.hpp"
#include "server/journal/sqlite.hpp"

#include <span>

namespace motcua::journal {

/// The number that stands for `kind` in the column `status` of both tables: 200, 201 or 204, as the first
/// versions stored what they had sent over HTTP.
int status_of(answer_kind kind);

/// The kind that `status` stands for; none for a number that no version has stored.
std::optional<answer_kind> kind_of_status(int status);

/// An answer as its row holds it.
struct answer_row
{
    int status{};
    std::string body;
};

/// None when it was forgotten or never there. Throws SQLite::Exception, as all here.
std::optional<answer_row> find_answer_row(SQLite::Database& database, const std::string& site,
                                          std::int64_t seq);

/// None when it never came.
std::optional<answer_row> find_offline_answer_row(SQLite::Database& database, const std::string& site,
                                                  const offline_number& number);

/// The same as answers; a status that no version has stored throws an SQLite::Exception of a corrupt file.
std::optional<answer> find_answer_of(SQLite::Database& database, const std::string& site, std::int64_t seq);
std::optional<offline_answer> find_offline_answer_of(SQLite::Database& database, const std::string& site,
                                                     const offline_number& number);

/// The first and the last event to which an answer is kept, 0 without one.
struct answered_events
{
    std::int64_t first{};
    std::int64_t last{};
};
answered_events find_answered_events(SQLite::Database& database, const std::string& site);

/// Runs `visit` with the seq of each answer from event `first` to event `last`, in order.
void walk_answers(SQLite::Database& database, const std::string& site, std::int64_t first, std::int64_t last,
                  const std::function<void(std::int64_t seq)>& visit);

/// Deletes the answers to changes that ended before event `before`, at most `forget_answers_max` at a time.
void forget_answers_of(SQLite::Database& database, const std::string& site, std::int64_t before);

/// Adds rows. `database` and `site` must outlive it.
class answer_writer
{
public:
    answer_writer(SQLite::Database& database, const std::string& site);

    void insert(std::span<const answer> given, instant at);
    void insert(const offline_answer& given);

private:
    const std::string& site_;
    many_rows insert_;
    SQLite::Statement insert_offline_;
};

} // namespace motcua::journal
