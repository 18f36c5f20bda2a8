#include "counter/console/wire.hpp"
#include "client/target.hpp"

namespace motcua::counter::console {
namespace {

std::optional<std::chrono::local_seconds> wall_time(const std::optional<base::timestamp>& t)
{
    if (!t) {
        return std::nullopt;
    }
    return base::wall_time(*t);
}

/// The last part of the path of a wish that concerns one ticket.
std::string verb_of(action a)
{
    switch (a) {
    case action::recall:
        return "recall";
    case action::start:
        return "start";
    case action::finish:
        return "finish";
    case action::no_show:
        return "no_show";
    case action::hold:
        return "hold";
    case action::resume:
        return "resume";
    case action::transfer:
        return "transfer";
    default:
        return "cancel";
    }
}

std::string body_of(const wish& w)
{
    if (w.action == action::finish) {
        return base::to_json(protocol::finish_ticket{w.outcome.value_or(protocol::finish_outcome::served)});
    }
    if (w.action != action::transfer || !w.to) {
        return "{}";
    }
    protocol::transfer_ticket moved{.keep_place = true};
    (w.to->to_counter ? moved.counter : moved.service) = protocol::code_text(w.to->code);
    return base::to_json(moved);
}

} // namespace

ticket ticket_of(const protocol::ticket& t)
{
    return {.id = t.id,
            .number = t.number,
            .service = t.service,
            .state = t.state,
            .priority = t.priority,
            .has_appointment = t.channel == protocol::channel::appointment,
            .counter = t.counter.value_or(""),
            .reserved_for = t.reserved_for.value_or(""),
            .issued_at = base::wall_time(t.issued_at),
            .due_at = base::wall_time(t.due_at),
            .called_at = wall_time(t.called_at),
            .served_from = wall_time(t.served_from),
            .calls = t.calls};
}

counter_view counter_of(const protocol::counter& c) { return {c.counter, c.state, c.services}; }

board_arrived board_of(const protocol::board& b)
{
    board_arrived arrived{base::wall_time(b.time), {}};
    for (const auto& c : b.counters) {
        arrived.counters.push_back(counter_of(c));
    }
    return arrived;
}

services_arrived services_of(const protocol::service_list& all)
{
    services_arrived arrived;
    for (const auto& s : all.items) {
        arrived.services.push_back(
            {s.code, s.name, s.name_en.empty() ? s.name : s.name_en, std::chrono::seconds(s.target_s)});
    }
    return arrived;
}

wanted_call call_of(const wish& w, const std::string& site, const std::string& counter)
{
    using client::percent_encoded;
    const auto at = "/sites/" + percent_encoded(site) + "/counters/" + percent_encoded(counter);
    switch (w.action) {
    case action::call_next:
        return {at + "/call_next", "{}"};
    case action::call:
        return {at + "/call", base::to_json(protocol::call_ticket{base::text<1, 64>(w.ticket)})};
    case action::pause:
        return {at + "/pause", "{}"};
    case action::open:
        return {at + "/open", "{}"};
    case action::close:
        return {at + "/close", "{}"};
    default:
        return {"/tickets/" + percent_encoded(w.ticket) + "/" + verb_of(w.action), body_of(w)};
    }
}

} // namespace motcua::counter::console
