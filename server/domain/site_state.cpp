#include "server/domain/site_state.hpp"

#include "base/require.hpp"

namespace motcua::domain {

using base::require;

namespace {

/// Whether `Part` has an `on` for these arguments.
template <class Part, class... Arguments>
concept takes = requires(Part& part, const Arguments&... arguments)
{
    part.on(arguments...);
};

/// Hands an event to `part` if it concerns it.
template <class Part, class... Arguments>
void offer(Part& part, const Arguments&... arguments)
{
    if constexpr (takes<Part, Arguments...>) {
        part.on(arguments...);
    }
}

} // namespace

site_state::site_state(site_image image)
    : seq_(image.seq), at_(image.at), settings_(std::move(image.settings)),
      settings_version_(image.settings_version), calendar_(image.calendar),
      tickets_(std::move(image.tickets)), counters_(std::move(image.counters)),
      blocks_(std::move(image.blocks)), suspensions_(std::move(image.suspensions)),
      staff_(std::move(image.staff)), devices_(std::move(image.devices)),
      appointments_(std::move(image.appointments)), ratings_(std::move(image.ratings)),
      numbers_(std::move(image.numbers)), known_(std::move(image.learned)), keys_(image.keys)
{}

site_image site_state::image() const
{
    return {.seq = seq_,
            .at = at_,
            .settings = settings_,
            .settings_version = settings_version_,
            .calendar = calendar_,
            .tickets = tickets_.image(),
            .counters = counters_.all(),
            .blocks = blocks_.image(),
            .suspensions = suspensions_.all(),
            .staff = staff_.image(),
            .devices = devices_.all(),
            .appointments = appointments_.image(),
            .ratings = ratings_.image(),
            .numbers = numbers_.all(),
            .learned = known_,
            .keys = {keys_.all().begin(), keys_.all().end()}};
}

void site_state::apply(const event& happened)
{
    require(happened.seq == seq_ + 1, "the next event has the next seq");
    require(happened.at >= at_ || std::holds_alternative<clock_anchored>(happened.body),
            "time runs back only where the clock is set");
    learn(known_, happened, *this);
    std::visit([&](const auto& body) { hand_out(body, happened); }, happened.body);
    keys_.note(happened);
    seq_ = happened.seq;
    at_ = happened.at;
    require(!happened.key || find_key(happened.key->key) != nullptr, "the key of a change is remembered");
}

template <class Body>
void site_state::hand_out(const Body& body, const event& happened)
{
    if constexpr (changes_a_ticket<Body>) {
        return change_ticket(body, happened);
    } else if constexpr (adds_a_ticket<Body>) {
        tickets_.on(body, happened, calendar_, settings_);
    } else {
        static_assert(takes<site_calendar, Body> || takes<ticket_list, Body> || takes<counter_list, Body> ||
                          takes<counter_list, Body, event> || takes<block_list, Body> ||
                          takes<suspension_list, Body> || takes<staff_list, Body> ||
                          takes<staff_list, Body, event> || takes<device_list, Body> ||
                          takes<device_list, Body, event> || takes<appointment_list, Body> ||
                          takes<appointment_list, Body, event> || takes<rating_list, Body> ||
                          takes<rating_list, Body, event>,
                      "an event that is not about a ticket concerns at least one of these parts");
        offer(tickets_, body);
    }
    if constexpr (std::same_as<Body, site_configured>) {
        settings_ = body.settings;
        ++settings_version_;
    }
    offer(calendar_, body);
    offer(counters_, body);
    offer(counters_, body, happened);
    offer(blocks_, body);
    offer(suspensions_, body);
    offer(staff_, body);
    offer(staff_, body, happened);
    offer(devices_, body);
    offer(devices_, body, happened);
    offer(appointments_, body);
    offer(appointments_, body, happened);
    offer(ratings_, body);
    offer(ratings_, body, happened);
    offer(numbers_, body);
    offer(keys_, body);
}

/// The counters follow from what the ticket was before and is after the event.
template <class Body>
void site_state::change_ticket(const Body& body, const event& happened)
{
    const auto& changed = at(body.ticket);
    const bool waited = changed.state == ticket_state::waiting;
    const auto from = standing_at(changed);
    if constexpr (requires { tickets_.on(body, happened, settings_); }) {
        tickets_.on(body, happened, settings_);
    } else {
        tickets_.on(body, happened);
    }
    const auto to = standing_at(changed);
    counters_.move(changed.id, from, to, happened.at);
    const bool waits = changed.state == ticket_state::waiting;
    require((!waited && !waits) || waiting().holds(changed) == waits,
            "a ticket is in the queue exactly when it waits");
    require(is_finished(changed.state) == changed.outcome.has_value(),
            "a visit has an outcome exactly when it ended");
}

std::optional<ticket_id> ticket_of(const event_body& body)
{
    return std::visit(
        [](const auto& one) -> std::optional<ticket_id> {
            if constexpr (requires { one.ticket; }) {
                return one.ticket;
            } else {
                return std::nullopt;
            }
        },
        body);
}

} // namespace motcua::domain
