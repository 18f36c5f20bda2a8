#pragma once
// The domain in the words of the interface: what a ticket, a counter, the board look like from outside.

#include "protocol/messages.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::api {

/// The enumerator of the same name in another list; protocol and domain, which may not know each other, write
/// their lists of words in the same order.
template <class To, class From>
constexpr To same_word(From value)
{
    static_assert(boost::mp11::mp_size<boost::describe::describe_enumerators<To>>::value ==
                  boost::mp11::mp_size<boost::describe::describe_enumerators<From>>::value);
    return static_cast<To>(value);
}

/// The enumerator of the same name in a list that has all words of this one, and more.
template <class To, class From>
To wider_word(From value)
{
    return base::enum_named<To>(boost::describe::enum_to_string(value, "")).value();
}

/// "demo-1842": a ticket's id names its site, since paths like /tickets/{id} do not.
std::string format_ticket_id(const std::string& site, domain::ticket_id id);

struct ticket_address
{
    std::string site;
    domain::ticket_id ticket;
};

/// None when `text` is not of that form.
std::optional<ticket_address> parse_ticket_id(std::string_view text);

/// 128 bits as 22 characters that a URL takes as they are (RFC 4648, section 5, without padding).
std::string format_track(const domain::track_id& track);
std::optional<domain::track_id> parse_track(std::string_view text);

/// Makes the messages of one site.
class views
{
public:
    /// `state` must outlive the views.
    views(std::string site, const domain::site_state& state) : site_(std::move(site)), state_(state) {}

    protocol::ticket ticket(const domain::ticket& shown) const;
    protocol::ticket_with_history ticket_with_history(const domain::ticket& shown) const;
    protocol::public_ticket public_ticket(const domain::ticket& shown) const;
    /// What the holder of the ticket sees at `now`.
    protocol::tracked_ticket tracked_ticket(const domain::ticket& shown, domain::instant now) const;
    protocol::counter counter(const domain::counter& shown) const;
    /// As the hall sees it: not who sits there.
    protocol::counter public_counter(const domain::counter& shown) const;
    protocol::service_list services() const;

    /// `seq` is that of the last message sent on the feed.
    protocol::board board(domain::instant now, std::int64_t seq) const;

    base::timestamp timestamp(domain::instant at) const;
    std::optional<base::timestamp> timestamp(std::optional<domain::instant> at) const;

private:
    int ahead_of(const domain::ticket& shown) const;

    std::string site_;
    const domain::site_state& state_;
};

} // namespace motcua::api
