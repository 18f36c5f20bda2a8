#pragma once
// The named limits of a client: sizes, counts and waits.

#include <chrono>
#include <cstddef>

namespace motcua::client::limits {

using std::chrono::milliseconds;
using std::chrono::seconds;

// ---- requests

inline constexpr milliseconds request_deadline = seconds{30}; ///< for a request with all its tries
inline constexpr milliseconds try_deadline = seconds{5}; ///< for one try, from connecting to the whole answer
inline constexpr std::size_t queued_requests = 64;       ///< the one under way included
inline constexpr std::size_t idempotency_key_length = 32;

// ---- session

/// The server counts as away when its first answer takes longer.
inline constexpr milliseconds first_contact = milliseconds{1800};
/// Between two questions while the server is away or does not know the token.
inline constexpr milliseconds identity_pause = seconds{1};
/// A token that the server has refused for this long is revoked.
inline constexpr milliseconds revocation = seconds{5};

// ---- reports of devices

inline constexpr milliseconds report_pace = seconds{10}; ///< from an answer to the next report
inline constexpr milliseconds report_deadline = seconds{5};
inline constexpr std::chrono::hours clock_check{1}; ///< how long a comparison with the server's clock holds

// ---- enrolment

/// A code that the server gave lives this long. By the client's steady clock: the wall clock of a new machine
/// may be wrong.
inline constexpr seconds code_life{15 * 60};
/// Between two tries to get a code.
inline constexpr milliseconds code_pause = seconds{5};
/// Between two questions whether the device is allowed, whatever the server says.
inline constexpr seconds code_interval_min{1};
inline constexpr seconds code_interval_max{60};

// ---- pauses between two tries, each drawn from the upper half of a span that doubles

inline constexpr milliseconds pause_first = milliseconds{200};
inline constexpr milliseconds pause_max = seconds{2};

/// While the server is not trusted: it takes a person to mend that.
inline constexpr milliseconds distrust_pause = seconds{10};

// ---- live feed

inline constexpr milliseconds feed_open =
    milliseconds{1800}; ///< from the request until the snapshot, or the first message that follows
inline constexpr milliseconds feed_ping = milliseconds{750}; ///< of silence, then the client sends a ping
/// Of silence, then the server counts as away: every screen says so within 2 s.
inline constexpr milliseconds feed_silence = milliseconds{1750};
/// A feed that lasted this long worked, so the pauses after it are short again.
inline constexpr milliseconds feed_proven = seconds{2};

// ---- sockets

inline constexpr milliseconds connect_deadline = milliseconds{1800}; ///< resolving included
inline constexpr std::size_t answer_header_bytes = 16 * 1024;
inline constexpr std::size_t answer_body_bytes = 1024 * 1024;
inline constexpr std::size_t read_buffer_bytes = 64 * 1024;
inline constexpr std::size_t feed_message_bytes = 1024 * 1024;

// ---- thread

/// Messages that may wait for a window, which looks every few milliseconds: a full inbox means that it hangs.
inline constexpr std::size_t inbox_messages = 4096;
inline constexpr milliseconds thread_stop =
    seconds{2}; ///< then a thread stuck in a name look-up is left behind

} // namespace motcua::client::limits
