#pragma once
// The named limits of the store.

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace motcua::journal {

/// A file up to this size is checked whole at start: 64 MiB take about a third of a second.
constexpr std::uintmax_t check_whole_bytes_max = 64U << 20U;

/// The write-ahead log is written back into the database when it has grown by this many pages of 4 KiB.
constexpr int checkpoint_pages = 4000;

/// At start the log is rewritten in pieces of this size; SQLite on Unix takes less than 128 KiB at once.
constexpr std::int64_t rewrite_bytes = 64 << 10;

/// Answers are forgotten this many at a time, so that no commit waits for it.
constexpr int forget_answers_max = 1000;

/// How long a reader waits for a lock that SQLite holds for a moment.
constexpr std::chrono::milliseconds reader_wait_max{500};

/// A verification reports this many faults at most; more of them say no more.
constexpr std::size_t findings_max = 100;

/// A verification checks the whole state after this many events, and at the end of each day.
constexpr std::int64_t events_between_checks = 256;

/// A rebuild reports its progress after this many events, which take about a second.
constexpr std::int64_t events_between_reports = 50'000;

} // namespace motcua::journal
