#pragma once
// The messages of a site's live feed, read by their `type`. A type begins with the noun that the message
// carries: `ticket_called` carries the ticket, `counter_paused` the counter, `day_opened` the day;
// `site_configured` the version of the settings.

#include "protocol/messages.hpp"

#include <variant>

namespace motcua::client {

/// A message of a type that this program does not know, or whose content it cannot read: something changed.
struct unknown_change
{};

/// What a message says. `Ticket` is protocol::ticket in the feed of staff, and protocol::public_ticket in the
/// feed of everybody else.
template <class Ticket>
using feed_message = std::variant<unknown_change, protocol::feed_ticket<Ticket>, protocol::feed_counter,
                                  protocol::feed_day, protocol::feed_settings>;

/// Reads a message that live_feed handed on; never fails.
template <class Ticket>
feed_message<Ticket> read_feed_message(const boost::json::value& message);

/// The integer `name` of `message`; empty: it has none.
std::optional<std::int64_t> number_in(const boost::json::object& message, std::string_view name);

/// The text `name` of `message`; empty: it has none. Valid while `message` is.
std::string_view text_in(const boost::json::object& message, std::string_view name);

} // namespace motcua::client
