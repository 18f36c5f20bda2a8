#pragma once
// The named limits of the log's readers.

#include <chrono>
#include <cstddef>

namespace motcua::reports {

/// Rows are read this many at a time, so that a reader of all of them holds no more than about 300 KB.
constexpr std::size_t rows_at_once = 1000;

/// A report keeps 8 bytes a served visit: 40 MB at most, 27 years of an office with 500 visitors a day.
constexpr std::size_t report_visits_max = 5'000'000;

/// How long a read waits for a lock; the journal holds one only while it opens or closes the database.
constexpr std::chrono::milliseconds lock_wait_max{5000};

} // namespace motcua::reports
