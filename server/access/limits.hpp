#pragma once
// The limits of access: requests without a credential, sessions, wrong passwords.

#include <chrono>
#include <cstddef>

namespace motcua::access {

/// How many at once, and how many a second for good.
struct pace
{
    double burst;
    double per_second;
};

} // namespace motcua::access

namespace motcua::access::limits {

/// Requests without a credential per address: all visitors share the address of the Wi-Fi of the site.
inline constexpr pace anonymous{.burst = 200, .per_second = 50};
/// Tickets among them: more than any hall's visitors take by phone, few enough to be cancelled by hand.
inline constexpr pace anonymous_tickets{.burst = 10, .per_second = 0.1};
/// Bookings, and places held for them.
inline constexpr pace anonymous_bookings{.burst = 30, .per_second = 0.2};
/// Wrong digits for one code of an appointment, and how long nobody can try again after them.
inline constexpr int code_tries = 10;
inline constexpr std::chrono::minutes code_pause{15};
/// Addresses remembered; beyond that the one that was silent for longest is forgotten.
inline constexpr std::size_t anonymous_addresses = 4096;

/// The longest pause between two requests of a browser's session.
inline constexpr std::chrono::minutes session_idle{30};
/// Tokens whose hash is remembered; beyond that all are forgotten, and hashed again.
inline constexpr std::size_t remembered_tokens = 2048;

/// Wrong passwords of one account or address before each further one costs a growing pause. The right
/// password gets in within a minute of any number of wrong ones.
inline constexpr int free_tries = 5;
inline constexpr std::chrono::seconds pause_first{1};
inline constexpr std::chrono::seconds pause_most{30};
/// Accounts and addresses with wrong passwords that are remembered.
inline constexpr std::size_t remembered_tries = 4096;

/// Devices that show a code and wait to be allowed: how long, and how many per address and in all.
inline constexpr std::chrono::minutes enrolment_length{15};
inline constexpr std::size_t enrolments_per_address = 20;
inline constexpr std::size_t enrolments = 200;
/// How often such a device should ask.
inline constexpr std::chrono::seconds enrolment_interval{2};

} // namespace motcua::access::limits
