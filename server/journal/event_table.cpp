#include "server/journal/event_table.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <cstring>

namespace motcua::journal {

namespace {

constexpr auto event_columns = "event(site, seq, at_us, kind, actor, key, body, hash, version)";
constexpr int event_column_count = 9;

constexpr auto select_events = "SELECT seq, at_us, kind, actor, key, body, hash, version FROM event "
                               "WHERE site = ? AND seq > ? ORDER BY seq";

/// Version 1 is written as null, as before events had versions.
std::optional<std::int64_t> stored_version(const domain::event_body& body)
{
    const auto version = version_number(body);
    return version == 1 ? std::nullopt : std::optional<std::int64_t>{version};
}

bool is_zero(const hash& value)
{
    return std::ranges::all_of(value, [](std::uint8_t byte) { return byte == 0; });
}

/// The row that `select_events` stands on.
event_row row_of(SQLite::Statement& statement, std::string_view site)
{
    const auto version = statement.getColumn(7);
    return {.site = site,
            .seq = statement.getColumn(0).getInt64(),
            .at_us = statement.getColumn(1).getInt64(),
            .kind = text_of(statement.getColumn(2)),
            .actor = text_of(statement.getColumn(3)),
            .key = text_of(statement.getColumn(4)),
            .body = text_of(statement.getColumn(5)),
            .version = version.isNull() ? std::nullopt : std::optional{version.getInt64()}};
}

result<domain::event> event_of(const event_row& row)
{
    auto body = decode(row.kind, row.version.value_or(1), row.body);
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

std::string version_column(SQLite::Database& database)
{
    SQLite::Statement find(database,
                           "SELECT count(*) FROM pragma_table_info('event') WHERE name = 'version'");
    find.executeStep();
    return find.getColumn(0).getInt() == 0 ? "NULL" : "version";
}

event_writer::event_writer(SQLite::Database& database, const std::string& site)
    : site_(site), insert_(database, event_columns, event_column_count)
{}

hash event_writer::insert(std::span<const domain::event> happened, const hash& before)
{
    base::require(happened.empty() || happened.front().seq != 1 || is_zero(before),
                  "the first event follows no other");
    auto head = before;
    insert_.insert(happened.size(), [&](SQLite::Statement& statement, int bound, std::size_t row) {
        const auto& one = happened[row];
        // Of 16 rows in a row no two share a place.
        auto& kept = encoded_[row % encoded_.size()];
        kept.body.clear();
        write_body(kept.body, one.body);
        base::require(kept.body.starts_with('{') && kept.body.ends_with('}'), "an event's body is an object");
        kept.key = one.key ? bytes_of(*one.key) : key_bytes{};
        const std::string_view key(reinterpret_cast<const char*>(kept.key.data()),
                                   one.key ? kept.key.size() : 0);
        head = kept.head = hash_of(head, {.site = site_,
                                          .seq = one.seq,
                                          .at_us = microseconds_of(one.at),
                                          .kind = kind_of(one.body),
                                          .actor = one.actor,
                                          .key = key,
                                          .body = kept.body,
                                          .version = stored_version(one.body)});
        bind(statement, bound, one, kept);
    });
    base::require(happened.empty() || (!is_zero(head) && head != before), "every event moves the chain on");
    return head;
}

void event_writer::bind(SQLite::Statement& statement, int before, const domain::event& happened,
                        const encoded& row)
{
    statement.bindNoCopy(before + 1, site_);
    statement.bind(before + 2, happened.seq);
    statement.bind(before + 3, microseconds_of(happened.at));
    // The kinds are literals, which end with a zero.
    statement.bindNoCopy(before + 4, kind_of(happened.body).data());
    statement.bindNoCopy(before + 5, happened.actor);
    if (happened.key) {
        statement.bindNoCopy(before + 6, row.key.data(), static_cast<int>(row.key.size()));
    } else {
        statement.bind(before + 6);
    }
    statement.bindNoCopy(before + 7, row.body);
    statement.bindNoCopy(before + 8, row.head.data(), static_cast<int>(row.head.size()));
    bind_optional(statement, before + 9, stored_version(happened.body));
}

} // namespace motcua::journal
