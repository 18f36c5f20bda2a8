#include "server/rehearsal/line.hpp"

#include "base/require.hpp"
#include "server/domain/tickets/arrive.hpp"

#include <algorithm>

namespace motcua::rehearsal {

namespace {

using domain::ticket_id;
using domain::ticket_state;

/// One that no other ticket of the day has.
domain::track_id track_of(std::int64_t ticket)
{
    domain::track_id track{};
    for (auto& byte : track) {
        byte = static_cast<std::uint8_t>(ticket);
        ticket >>= 8;
    }
    return track;
}

domain::milliseconds usual_stay(const domain::site_state& state, const domain::service_code& service)
{
    return state.known().usual_stay(*find_service(state.settings(), service));
}

} // namespace

line::line(commanded_site& site, const site_plan& plan, const day_plan& day, const calling_rule& rule)
    : site_(site), plan_(plan), day_(day), rule_(rule),
      first_ticket_(static_cast<std::size_t>(site.state().last_ticket() + 1)), visits_(day.people.size())
{
    for (const auto& booked : day.bookings) {
        bookings_.push_back({.service = plan.services[booked.service].code, .start = booked.start});
        comers_.push_back(booked.person);
    }
    for (std::size_t i = 0; i < visits_.size(); ++i) {
        visits_[i].person = i;
        visits_[i].issued_at = day.people[i].arrives;
    }
}

/// The calling rule: ready less the head start. An appointment is ready at its start, or at
/// its check-in if that is later.
instant line::due_of(const person_plan& person) const
{
    const auto& starts = site_.state().settings().head_start;
    const auto own = head_start_of(starts, person.priority);
    if (!person.booked) {
        return site_.now() - own;
    }
    return std::max(*person.booked, site_.now()) - std::max(own, starts.appointment_minutes);
}

ticket_id line::admit(std::size_t person, const watcher& watch)
{
    const auto& coming = day_.people[person];
    const auto& service = plan_.services[coming.legs.front().service].code;
    forget_booking(person);
    const auto due = due_of(coming);
    if (watch) {
        const auto waiting = booked_and_waiting();
        watch(site_.state(), {.person = person,
                              .service = service,
                              .now = site_.now(),

                              .due = due,
                              .booked = coming.booked,
                              .bookings = bookings_,
                              .booked_and_waiting = waiting});
    }
    issue(coming, service, due);
    people_.push_back(person);
    since_.push_back(site_.now());
    return ticket_id{site_.state().last_ticket()};
}

/// Check-ins have no command yet, and the kiosk's is refused while the hall is closed, though people come
/// before the doors open: their events are made here, as decide() makes the others.
void line::issue(const person_plan& person, const domain::service_code& service, instant due)
{
    const auto& state = site_.state();
    const auto next = state.last_ticket() + 1;
    const auto channel = person.booked ? domain::ticket_channel::appointment : domain::ticket_channel::kiosk;
    const domain::issue_ticket wanted{
        .service = service, .priority = person.priority, .channel = channel, .track = track_of(next)};
    const domain::context ctx{.now = site_.now(), .actor = "kiosk", .counter = {}, .staff = {}};
    if (!person.booked) {
        if (auto decided = decide(state, wanted, ctx)) {
            for (auto& body : *decided) {
                site_.apply(std::move(body));
            }
            return;
        }
    }
    const auto ready = person.booked ? std::max(*person.booked, site_.now()) : site_.now();
    const auto joined = arrive(
        state, {.service = service, .ready = ready, .head_start = ceil<domain::minutes>(ready - due)}, ctx);
    site_.apply(domain::ticket_issued{.ticket = ticket_id{next},
                                      .service = service,
                                      .number = state.last_number(service) + 1,
                                      .day = *state.day(),
                                      .priority = person.priority,
                                      .channel = channel,
                                      .lang = wanted.lang,
                                      .procedure = {},
                                      .track = wanted.track,
                                      .issued_at = site_.now(),
                                      .ready = ready,
                                      .due = due,
                                      .ahead = joined.ahead,
                                      .promise = joined.promise,
                                      .block = {}});
}

std::vector<instant> line::booked_and_waiting() const
{
    std::vector<instant> starts;
    for (const auto& one : site_.state().tickets()) {
        const auto& booked = day_.people[person_of(one.id)].booked;
        if (booked && one.state == ticket_state::waiting) {
            starts.push_back(*booked);
        }
    }
    return starts;
}

void line::forget_booking(std::size_t person)
{
    const auto found = std::ranges::find(comers_, std::optional{person});
    if (found != comers_.end()) {
        bookings_.erase(bookings_.begin() + (found - comers_.begin()));
        comers_.erase(found);
    }
}

bool line::may_call(const domain::counter& at, const domain::ticket& waiting) const
{
    if (waiting.reserved_for) {
        return *waiting.reserved_for == at.code;
    }
    return std::ranges::count(at.services, waiting.service) > 0;
}

std::optional<ticket_id> line::call(const domain::counter_code& counter, int calls_since_booked)
{
    const auto& at = *site_.state().find_counter(counter);
    const auto chosen = choose(at, calls_since_booked);
    std::vector<domain::event_body> events;
    if (chosen) {
        events = site_.must(domain::call_ticket{counter, *chosen});
    } else if (rule_.is_before == nullptr) {
        events = site_.must(domain::call_next{counter});
    }
    if (events.empty()) {
        return std::nullopt;
    }
    const auto ticket = std::get<domain::ticket_called>(events.front()).ticket;
    note_overtaken(at, ticket);
    auto& called = visit_of(ticket);
    if (!called.first_called_at) {
        called.first_called_at = site_.now();
    }
    return ticket;
}

/// None: it is left to the site, or nobody waits for the counter.
std::optional<ticket_id> line::choose(const domain::counter& at, int calls_since_booked) const
{
    if (rule_.appointment_share > 0 && calls_since_booked + 1 >= rule_.appointment_share) {
        if (const auto found = first_late_booking(at)) {
            return found;
        }
    }
    return rule_.is_before == nullptr ? std::nullopt : first_by_rule(at);
}

std::optional<ticket_id> line::first_late_booking(const domain::counter& at) const
{
    std::optional<std::pair<instant, ticket_id>> first;
    for (const auto& one : site_.state().tickets()) {
        if (one.state != ticket_state::waiting || !may_call(at, one)) {
            continue;
        }
        const auto& booked = day_.people[person_of(one.id)].booked;
        if (booked && *booked + share_after <= site_.now()) {
            const std::pair found{*booked, one.id};
            first = first ? std::min(*first, found) : found;
        }
    }
    return first ? std::optional{first->second} : std::nullopt;
}

std::optional<ticket_id> line::first_by_rule(const domain::counter& at) const
{
    std::optional<waiter> first;
    for (const auto& one : site_.state().tickets()) {
        if (one.state != ticket_state::waiting || !may_call(at, one)) {
            continue;
        }
        const waiter who{.ticket = one.id,
                         .since = since_[place_of(one.id)],
                         .has_priority = one.priority != domain::priority_class::none,
                         .booked = day_.people[person_of(one.id)].booked,
                         .usual = usual_stay(site_.state(), one.service)};
        if (!first || rule_.is_before(who, *first, site_.now())) {
            first = who;
        }
    }
    return first ? std::optional{first->ticket} : std::nullopt;
}

void line::note_overtaken(const domain::counter& at, ticket_id called)
{
    for (const auto& one : site_.state().tickets()) {
        if (one.id >= called) {
            break; // Tickets are in issue order.
        }
        if (one.state == ticket_state::waiting && may_call(at, one)) {
            auto& passed = visit_of(one.id);
            passed.overtaken += passed.first_called_at ? 0 : 1;
        }
    }
}

} // namespace motcua::rehearsal
