#pragma once
// The limits of the interface above HTTP.

#include <chrono>
#include <cstddef>

namespace motcua::api::limits {

/// Items of a page: as delivered, and at most.
inline constexpr std::size_t page = 100;
inline constexpr std::size_t page_max = 1000;

/// Messages kept for feeds that come back: of a rush of 10 changes a second, the last 6 minutes.
inline constexpr std::size_t feed_history = 4096;
/// Messages sent to a feed that comes back, in bytes; who missed more gets a snapshot, which is shorter. Half
/// of what a connection may be behind, so that it can come back while the hall goes on.
inline constexpr std::size_t feed_resume_bytes = std::size_t{512} * 1024;
/// Without a feed for so long, no messages are made for it any more.
inline constexpr std::chrono::minutes feed_memory{10};
/// Feeds of one ticket; a family follows with a few phones.
inline constexpr std::size_t feeds_of_a_ticket = 8;

} // namespace motcua::api::limits
