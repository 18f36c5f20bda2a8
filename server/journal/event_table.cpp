#include "server/journal/event_table.hpp"

#include "server/journal/codec.hpp"

#include <cstring>

namespace motcua::journal {

namespace {

constexpr auto select_events = "SELECT seq, at_us, kind, actor, key, body, hash FROM event "
                               "WHERE site = ? AND seq > ? ORDER BY seq";

/// The row that `select_events` stands on.
event_row row_of(SQLite::Statement& statement, std::string_view site)
{
    return {.site = site,
            .seq = statement.getColumn(0).getInt64(),
            .at_us = statement.getColumn(1).getInt64(),
            .kind = text_of(statement.getColumn(2)),
            .actor = text_of(statement.getColumn(3)),
            .key = text_of(statement.getColumn(4)),
            .body = text_of(statement.getColumn(5))};
}

result<domain::event> event_of(const event_row& row)
{
    auto body = decode(row.kind, row.body);
    if (!body) {
        return journal_error{fault::corrupt, "event " + std::to_string(row.seq) + ": " + body.error().detail};
    }
    return domain::event{row.seq, instant{std::chrono::microseconds{row.at_us}}, std::string(row.actor),
                         key_from(row.key), *std::move(body)};
}

} // namespace

journal_error broken(std::int64_t seq)
{
    return {fault::corrupt,
            "event " + std::to_string(seq) + " is not what was written, or one before it is missing"};
}

bool has_hash(const SQLite::Column& column, const hash& expected)
{
    return text_of(column) ==
           std::string_view(reinterpret_cast<const char*>(expected.data()), expected.size());
}

std::int64_t last_seq_of(SQLite::Database& database, const std::string& site)
{
    SQLite::Statement last(database, "SELECT coalesce(max(seq), 0) FROM event WHERE site = ?");
    last.bind(1, site);
    last.executeStep();
    return last.getColumn(0).getInt64();
}

result<hash> hash_at(SQLite::Database& database, const std::string& site, std::int64_t seq)
{
    hash found{};
    if (seq == 0) {
        return found;
    }
    SQLite::Statement statement(database, "SELECT hash FROM event WHERE site = ? AND seq = ?");
    statement.bind(1, site);
    statement.bind(2, seq);
    if (!statement.executeStep() || statement.getColumn(0).getBytes() != static_cast<int>(found.size())) {
        return broken(seq);
    }
    std::memcpy(found.data(), statement.getColumn(0).getBlob(), found.size());
    return found;
}

result<chain_end> walk(SQLite::Database& database, const std::string& site, std::int64_t seq,
                       const hash& before, const std::function<bool(domain::event)>& visit)
{
    SQLite::Statement statement(database, select_events);
    statement.bind(1, site);
    statement.bind(2, seq);
    chain_end end{seq, before};
    bool go_on = true;
    while (go_on && statement.executeStep()) {
        const auto row = row_of(statement, site);
        const auto head = hash_of(end.head, row);
        if (row.seq != end.seq + 1 || !has_hash(statement.getColumn(6), head)) {
            return broken(end.seq + 1);
        }
        auto happened = event_of(row);
        if (!happened) {
            return happened.error();
        }
        end = {row.seq, head};
        go_on = visit(*std::move(happened));
    }
    return end;
}

event_writer::event_writer(SQLite::Database& database, const std::string& site)
    : site_(site), insert_(database, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
{}

hash event_writer::insert(const domain::event& happened, const hash& before)
{
    body_.clear();
    write_body(body_, happened.body);
    const auto key = happened.key ? bytes_of(*happened.key) : key_bytes{};
    const std::string_view key_text(reinterpret_cast<const char*>(key.data()), happened.key ? key.size() : 0);
    const event_row row{.site = site_,
                        .seq = happened.seq,
                        .at_us = microseconds_of(happened.at),
                        .kind = kind_of(happened.body),
                        .actor = happened.actor,
                        .key = key_text,
                        .body = body_};
    const auto head = hash_of(before, row);
    insert_.bindNoCopy(1, site_);
    insert_.bind(2, row.seq);
    insert_.bind(3, row.at_us);
    // The kinds are literals, which end with a zero.
    insert_.bindNoCopy(4, row.kind.data());
    insert_.bindNoCopy(5, happened.actor);
    if (happened.key) {
        insert_.bindNoCopy(6, key.data(), static_cast<int>(key.size()));
    } else {
        insert_.bind(6);
    }
    insert_.bindNoCopy(7, body_);
    insert_.bindNoCopy(8, head.data(), static_cast<int>(head.size()));
    run(insert_);
    return head;
}

} // namespace motcua::journal
