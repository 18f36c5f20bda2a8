#pragma once
// What is measured. Each part starts its own servers in folders of its own and adds its figures to the
// report.

#include "tests/bench/report.hpp"

#include <filesystem>

namespace motcua::bench {

struct surroundings
{
    /// The program motcua-server.
    std::filesystem::path server;
    /// The program motcua-bench-bare.
    std::filesystem::path bare_server;
    /// An empty folder on a disk.
    std::filesystem::path folder;
    /// Shorter and fewer rounds.
    bool quick{};
};

/// Durable tickets a second, against redis in the same run.
void measure_tickets(const surroundings& around, report& results);

/// From call_next until the feeds have it.
void measure_feed(const surroundings& around, report& results);

/// What administration costs, and what a flood of wrong passwords costs the hall.
void measure_administration(const surroundings& around, report& results);

/// What a look at the slots and a booking cost among many, and who wins a race for the last place.
void measure_appointments(const surroundings& around, report& results);

/// Start with a long journal.
void measure_start(const surroundings& around, report& results);

/// Memory of an open feed.
void measure_memory(const surroundings& around, report& results);

} // namespace motcua::bench
