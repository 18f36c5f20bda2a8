#pragma once
// The limits of the interface, above those of HTTP.

#include <chrono>
#include <cstddef>

namespace motcua::api::limits {

/// Items of a page: the default, and the most.
inline constexpr std::size_t page = 100;
inline constexpr std::size_t page_max = 1000;

/// Of each service on the board: those who are called next.
inline constexpr std::size_t next_numbers = 3;

/// Days of the calendar in one answer.
inline constexpr int calendar_days = 400;

/// For this time a track answers what became of its ticket.
inline constexpr std::chrono::days track_days{7};

/// Messages kept for feeds that come back: the last 6 minutes of a rush of 10 changes per second.
inline constexpr std::size_t feed_history = 4096;
/// Bytes of messages sent to a feed that comes back; one that missed more gets a snapshot, which is shorter.
/// Half of what a connection may be behind, so that it can come back while the site goes on.
inline constexpr std::size_t feed_resume_bytes = std::size_t{512} * 1024;
/// After this time without a feed no messages are made.
inline constexpr std::chrono::minutes feed_memory{10};
/// Feeds of one ticket: a family follows it on a few phones.
inline constexpr std::size_t feeds_of_a_ticket = 8;

/// After this time without a feed of its console a counter is paused.
inline constexpr std::chrono::seconds console_absence{60};
/// After this time without a sign of life a device is lost: while it runs it sends something every few
/// seconds.
inline constexpr std::chrono::seconds device_silence{30};

} // namespace motcua::api::limits
