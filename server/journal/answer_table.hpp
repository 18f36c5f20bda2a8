#pragma once
// The tables `answer`, what a change was first answered with until it is forgotten, and `offline_answer`, the
// same for tickets printed offline, for ever.

#include "server/journal/many_rows.hpp"
#include "server/journal/sqlite.hpp"

#include <span>

namespace motcua::journal {

/// None when it was forgotten or never there. Throws SQLite::Exception, as all here.
std::optional<answer> find_answer_of(SQLite::Database& database, const std::string& site, std::int64_t seq);

/// None when it never came.
std::optional<offline_answer> find_offline_answer_of(SQLite::Database& database, const std::string& site,
                                                     const offline_number& number);

/// The first and the last event to which an answer is kept, 0 without one.
struct answered_events
{
    std::int64_t first{};
    std::int64_t last{};
};
answered_events find_answered_events(SQLite::Database& database, const std::string& site);

/// Calls `visit` with the seq of each answer from event `first` to event `last`, in order.
void walk_answers(SQLite::Database& database, const std::string& site, std::int64_t first, std::int64_t last,
                  const std::function<void(std::int64_t seq)>& visit);

/// Deletes the answers to changes that ended before event `before`, at most `forget_answers_max` a call.
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
