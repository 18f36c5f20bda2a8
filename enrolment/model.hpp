#pragma once
// A device that the server does not know yet: it asks for the server's address if need be, and shows its code
// until an administrator allows it. A pure state machine without window, network, file or clock.

#include "client/enrolment.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace motcua::enrolment {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

// What happens outside.
struct code_came
{
    std::string code;
    bool operator==(const code_came&) const = default;
};
struct trouble_changed
{
    client::enrolment_trouble trouble{};
    bool operator==(const trouble_changed&) const = default;
};
/// Token and server are kept.
struct allowed
{
    std::string token;
    std::string name;
    /// Of the https server's certificate, in hex; else empty.
    std::string fingerprint;
    bool operator==(const allowed&) const = default;
};
/// The file for the token cannot be written; `why` is one line.
struct not_kept
{
    std::string why;
    bool operator==(const not_kept&) const = default;
};

// What the person in front of it does.
struct typed
{
    char letter{};
    bool operator==(const typed&) const = default;
};
struct erased
{
    bool operator==(const erased&) const = default;
};
struct confirmed
{
    bool operator==(const confirmed&) const = default;
};
/// Wants to type another address.
struct changes_server
{
    bool operator==(const changes_server&) const = default;
};
struct chose_language
{
    std::string code;
    bool operator==(const chose_language&) const = default;
};

struct ticked
{
    bool operator==(const ticked&) const = default;
};

using event = std::variant<code_came, trouble_changed, allowed, not_kept, typed, erased, confirmed,
                           changes_server, chose_language, ticked>;

/// Begins the enrolment at this server, in place of the one before.
struct enrol_at
{
    std::string url;
    /// In hex; empty: the first https server that answers there is trusted, and no other afterwards.
    std::string fingerprint;
    bool operator==(const enrol_at&) const = default;
};
using effect = std::variant<enrol_at>;

struct state
{
    /// On the wire: "kiosk", "console", "board".
    std::string kind;
    std::string language = "vi";
    /// A keyboard is drawn, because there may be no other.
    bool draws_keyboard = false;
    /// The address may be changed here.
    bool may_change_server = true;
    /// The device has a token and lacks nothing but the address.
    bool has_token = false;
    /// The server no longer knew the token that the device had.
    bool was_revoked = false;

    bool is_typing = false;
    std::string text;
    /// What was typed is not an address.
    bool is_wrong = false;
    /// A URL; empty: not known yet.
    std::string server;
    /// Of the server's certificate, in hex; empty: not known.
    std::string fingerprint;
    /// Only a server with this fingerprint will do.
    bool is_pinned = false;

    /// Empty: none came yet.
    std::string code;
    /// That the code lives on, rounded up.
    std::chrono::minutes left{};
    bool is_renewed = false;
    client::enrolment_trouble trouble = client::enrolment_trouble::none;
    /// Why nothing can be kept; empty: it can.
    std::string why_not_kept;

    std::optional<enrolment::allowed> allowed;
    /// The address was the last that was missing, or the device is allowed.
    bool is_over = false;
};

class model
{
public:
    /// `first`: what is known at the start.
    explicit model(enrolment::state first);

    /// Takes one event that happens `now` and returns what it asks of the outside, if anything.
    std::optional<effect> handle(const event& input, moment now);

    const enrolment::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    std::optional<effect> on(const code_came& input, moment now);
    std::optional<effect> on(const trouble_changed& input, moment now);
    std::optional<effect> on(const allowed& input, moment now);
    std::optional<effect> on(const not_kept& input, moment now);
    std::optional<effect> on(const typed& input, moment now);
    std::optional<effect> on(const erased& input, moment now);
    std::optional<effect> on(const confirmed& input, moment now);
    std::optional<effect> on(const changes_server& input, moment now);
    std::optional<effect> on(const chose_language& input, moment now);
    std::optional<effect> on(const ticked& input, moment now);

    std::optional<effect> begin();

    enrolment::state state_;
    unsigned revision_ = 0;
    bool has_begun_ = false;
    moment code_came_{};
};

} // namespace motcua::enrolment
