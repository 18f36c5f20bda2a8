#include "client/feed_message.hpp"

namespace motcua::client {
namespace {

template <class Content, class Ticket>
feed_message<Ticket> read_as(const boost::json::value& message)
{
    auto content = base::read_json<Content>(message);
    if (!content) {
        return unknown_change{};
    }
    return *std::move(content);
}

} // namespace

template <class Ticket>
feed_message<Ticket> read_feed_message(const boost::json::value& message)
{
    const auto type = text_in(message.as_object(), "type");
    if (type.starts_with("ticket_")) {
        return read_as<protocol::feed_ticket<Ticket>, Ticket>(message);
    }
    if (type.starts_with("counter_")) {
        return read_as<protocol::feed_counter, Ticket>(message);
    }
    if (type == "day_opened") {
        return read_as<protocol::feed_day, Ticket>(message);
    }
    if (type == "site_configured") {
        return read_as<protocol::feed_settings, Ticket>(message);
    }
    return unknown_change{};
}

template feed_message<protocol::ticket> read_feed_message(const boost::json::value& message);
template feed_message<protocol::public_ticket> read_feed_message(const boost::json::value& message);

std::optional<std::int64_t> number_in(const boost::json::object& message, std::string_view name)
{
    const auto* value = message.if_contains(name);
    if (value == nullptr || !value->is_int64()) {
        return std::nullopt;
    }
    return value->get_int64();
}

std::string_view text_in(const boost::json::object& message, std::string_view name)
{
    const auto* value = message.if_contains(name);
    if (value == nullptr || !value->is_string()) {
        return {};
    }
    return value->get_string();
}

} // namespace motcua::client
