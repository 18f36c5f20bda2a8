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

/// Calls without a credential, for each address: a hall's visitors share that of its Wi-Fi.
inline constexpr double anonymous_burst = 200;
inline constexpr double anonymous_per_second = 50;
/// Addresses remembered; beyond that the one not heard of for longest is forgotten.
inline constexpr std::size_t anonymous_addresses = 4096;

/// A session without a call, and at all.
inline constexpr std::chrono::minutes session_idle{15};
inline constexpr std::chrono::hours session_length{12};
inline constexpr std::size_t sessions = 1024;
/// Tokens whose hash is remembered; beyond that all are forgotten, and hashed anew.
inline constexpr std::size_t remembered_tokens = 2048;

/// Wrong passwords of one account or one address before each further one costs a growing pause.
inline constexpr int free_tries = 5;
inline constexpr std::chrono::seconds pause_first{1};
inline constexpr std::chrono::seconds pause_most{60};
/// Accounts and addresses with wrong passwords that are remembered.
inline constexpr std::size_t remembered_tries = 4096;

} // namespace motcua::api::limits
