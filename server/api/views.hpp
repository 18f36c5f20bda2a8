#pragma once
// The domain in the words of the interface: tickets, counters and the board as messages.

#include "protocol/messages.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/forecast/forecast_memory.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::api {

/// The enumerator of the same name in another list. Protocol and domain, which may not know each other, write
/// their lists in the same order.
template <class To, class From>
constexpr To same_word(From value)
{
    static_assert(boost::mp11::mp_size<boost::describe::describe_enumerators<To>>::value ==
                  boost::mp11::mp_size<boost::describe::describe_enumerators<From>>::value);
    return static_cast<To>(value);
}

/// The enumerator of the same name in a list that has all names of this one, and more.
template <class To, class From>
To wider_word(From value)
{
    return base::enum_named<To>(boost::describe::enum_to_string(value, "")).value();
}

/// When a message is made that says how long people wait, and what was worked out already.
struct view_moment
{
    domain::instant now;
    const domain::time_zone& zone;
    domain::forecast_memory& forecasts;
};

/// Makes the messages of one site.
class views
{
public:
    /// `state` must outlive the views.
    views(std::string site, const domain::site_state& state) : site_(std::move(site)), state_(state) {}

    protocol::ticket ticket(const domain::ticket& shown) const;
    protocol::ticket_with_history ticket_with_history(const domain::ticket& shown) const;
    protocol::public_ticket public_ticket(const domain::ticket& shown) const;
    /// As the holder of the ticket sees it.
    protocol::tracked_ticket tracked_ticket(const domain::ticket& shown, const view_moment& moment) const;
    protocol::counter counter(const domain::counter& shown) const;
    /// As everybody in the waiting hall sees it: with the name that the officer wears there, without the
    /// login.
    protocol::counter public_counter(const domain::counter& shown) const;
    /// What `device` keeps, with its new token.
    protocol::device_credential device_credential(const domain::device& device, std::string token) const;
    /// Which of them take tickets, and how long a newcomer would wait.
    protocol::service_list services(const view_moment& moment) const;

    /// `seq` of the last message sent on the feed.
    protocol::board board(const view_moment& moment, std::int64_t seq) const;

    base::timestamp timestamp(domain::instant at) const;
    std::optional<base::timestamp> timestamp(std::optional<domain::instant> at) const;

private:
    domain::forecast forecast_of(const domain::ticket& shown, const view_moment& moment) const;
    /// The last ticket of today with a number of `service`; null before the first.
    const domain::ticket* last_of(const domain::service_code& service) const;
    bool is_last_today(const domain::ticket& shown) const;
    /// What `service` takes: state, reason and times, and the last number.
    template <class Message>
    void show_intake(const domain::service_settings& service, const view_moment& moment,
                     Message& shown) const;
    /// Its intake and its forecast: what a newcomer finds.
    template <class Service>
    void show(const domain::service_settings& service, const view_moment& moment, Service& shown) const;
    template <class Message>
    void show(const domain::forecast& found, Message& shown) const;

    std::string site_;
    const domain::site_state& state_;
};

} // namespace motcua::api
