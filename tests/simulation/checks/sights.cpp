#include "tests/simulation/checks/sights.hpp"

#include "base/timestamp.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace motcua::simulation {

namespace {

using domain::counter_state;
using domain::ticket_state;

template <class Enum>
std::string_view word(Enum value)
{
    return boost::describe::enum_to_string(value, "");
}

/// Of a ticket that is shown alone: its own note to who may read it, and nothing to others.
std::string_view wrong_note(const ticket_sight& seen, const model_ticket& truth)
{
    if (!seen.is_for_counter) {
        return seen.note->empty() ? "" : "a note is shown to who may not read it";
    }
    if (seen.note->empty() == truth.has_note) {
        return truth.has_note ? "the note is kept back" : "a note is shown that was taken away";
    }
    return seen.note->empty() || *seen.note == note_on(seen.id_text) ? "" : "the note is of another ticket";
}

std::string_view difference(const ticket_sight& seen, const model_ticket& truth)
{
    if (seen.id != truth.id) {
        return "the ticket is another";
    }
    if (seen.number != truth.number) {
        return "the ticket has another number";
    }
    if (seen.service != truth.service) {
        return "the ticket is for another service";
    }
    if (seen.state != word(truth.state)) {
        return "the ticket is in another state";
    }
    if (seen.counter != truth.counter) {
        return "the ticket is at another counter";
    }
    if (seen.calls != truth.calls) {
        return "the ticket was called another number of times";
    }
    if (seen.transfers && *seen.transfers != truth.transfers) {
        return "the ticket was sent on more or less often";
    }
    if (seen.reserved_for && *seen.reserved_for != truth.reserved_for) {
        return "the ticket waits for another counter";
    }
    if (seen.has_note && *seen.has_note != truth.has_note) {
        return truth.has_note ? "the ticket has lost its note" : "the ticket still has a note";
    }
    return seen.note ? wrong_note(seen, truth) : "";
}

std::string_view number_at(const model_counter& at, const calling_model& model)
{
    const auto* current = at.current ? model.find(*at.current) : nullptr;
    return current == nullptr ? std::string_view{} : current->number;
}

std::string_view difference(const counter_sight& seen, const model_counter& truth, const calling_model& model)
{
    if (seen.state != word(truth.state)) {
        return "a counter is in another state";
    }
    if (seen.number != number_at(truth, model)) {
        return "a counter has another ticket";
    }
    if (!std::ranges::equal(seen.services, truth.services)) {
        return "a counter serves other services";
    }
    const auto until = base::parse_timestamp(seen.until);
    const bool is_right = seen.until.empty() ? !truth.until : until && truth.until == until->at;
    if (!is_right) {
        return "a counter is paused until another moment";
    }
    const auto since = base::parse_timestamp(seen.paused_at);
    const bool is_same = seen.paused_at.empty()
                             ? !truth.paused_at
                             : since && truth.paused_at &&
                                   std::chrono::floor<std::chrono::seconds>(*truth.paused_at) == since->at;
    if (!is_same) {
        return "a counter is paused since another moment";
    }
    return {};
}

/// The order of the list: that of calling, by the model's own account.
bool is_before(const model_ticket& left, const model_ticket& right)
{
    return left.due != right.due ? left.due < right.due : left.id < right.id;
}

bool is_listed(const list_sight& list, const model_ticket& today)
{
    return (list.state.empty() || list.state == word(today.state)) &&
           (list.service.empty() || list.service == today.service);
}

} // namespace

std::string_view objection(const ticket_sight& seen, const calling_model& model)
{
    const auto* truth = model.find(seen.id);
    return truth == nullptr ? "the ticket is not one of that day" : difference(seen, *truth);
}

std::string_view objection(const counter_sight& seen, const calling_model& model)
{
    const auto* truth = model.find_counter(seen.code);
    return truth == nullptr ? "there is no such counter" : difference(seen, *truth, model);
}

std::string_view objection(const board_sight& seen, const calling_model& model)
{
    const auto& counters = model.counters();
    if (seen.counters.size() != counters.size()) {
        return "a counter is left out or invented";
    }
    std::size_t called = 0;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        if (seen.counters[i].code != counters[i].code) {
            return "a counter is out of its place";
        }
        if (const auto wrong = difference(seen.counters[i], counters[i], model); !wrong.empty()) {
            return wrong;
        }
        const auto* current = counters[i].current ? model.find(*counters[i].current) : nullptr;
        called += current != nullptr && current->state == ticket_state::called ? 1U : 0U;
    }
    if (seen.calling.size() != called) {
        return "another number of tickets is called";
    }
    for (const auto& one : seen.calling) {
        const auto* at = model.find_counter(one.counter);
        const auto* current = at != nullptr && at->current ? model.find(*at->current) : nullptr;
        if (current == nullptr || current->state != ticket_state::called || current->number != one.number ||
            current->service != one.service) {
            return "a ticket is shown as called that is not";
        }
    }
    for (const auto& one : seen.services) {
        if (one.waiting != model.count_waiting(one.service)) {
            return "another number of tickets waits";
        }
    }
    return seen.services.size() == model.settings().services.size() ? ""
                                                                    : "a service is left out or invented";
}

namespace {

/// Each item as it is, in the order of calling, and nobody left out.
std::string_view objection(const list_sight& seen, const calling_model& model)
{
    const model_ticket* last = nullptr;
    for (const auto& item : seen.items) {
        const auto* truth = model.find(item.id);
        if (truth == nullptr) {
            return "a ticket is listed that is not one of that day";
        }
        if (const auto wrong = difference(item, *truth); !wrong.empty()) {
            return wrong;
        }
        if (!is_listed(seen, *truth)) {
            return "a ticket is listed that was not asked for";
        }
        if (last != nullptr && !is_before(*last, *truth)) {
            return "the list is not in calling order";
        }
        last = truth;
    }
    const auto belongs = [&](const model_ticket& today) {
        const bool on_page = seen.is_whole || (last != nullptr && !is_before(*last, today));
        return on_page && is_listed(seen, today);
    };
    const auto expected = static_cast<std::size_t>(std::ranges::count_if(model.tickets(), belongs));
    return expected == seen.items.size() ? "" : "a ticket is left out of the list";
}

std::string_view objection(const nobody_waits& seen, const calling_model& model)
{
    const auto* at = model.find_counter(seen.counter);
    if (at == nullptr || at->state != counter_state::open) {
        return "the counter is not open";
    }
    if (at->current) {
        return "the counter has a ticket";
    }
    return model.head_for(*at) == nullptr ? "" : "somebody waits";
}

std::string_view objection(const counter_busy& seen, const calling_model& model)
{
    const auto* at = model.find_counter(seen.counter);
    return at != nullptr && at->current ? "" : "the counter has no ticket";
}

std::string_view objection(const counter_not_open& seen, const calling_model& model)
{
    const auto* at = model.find_counter(seen.counter);
    if (at == nullptr) {
        return "there is no such counter";
    }
    const bool in_the_way =
        at->state == counter_state::closed || (at->state == counter_state::paused && !seen.may_pause);
    return in_the_way ? "" : "the counter is open";
}

std::string_view objection(const holder_in_the_way& seen, const calling_model& model)
{
    const auto* held = model.find(seen.ticket);
    if (held == nullptr || held->state != ticket_state::held) {
        return "the ticket is not held";
    }
    return seen.is_busy ? objection(counter_busy{held->counter}, model)
                        : objection(counter_not_open{held->counter, true}, model);
}

std::string_view objection(const ticket_in_state& seen, const calling_model& model)
{
    const auto* truth = model.find(seen.ticket);
    if (truth == nullptr) {
        return "the ticket is not one of that day";
    }
    return seen.state == word(truth->state) ? "" : "the ticket is in another state";
}

std::string_view objection(const ticket_unknown& seen, const calling_model& model)
{
    return model.find(seen.ticket) == nullptr ? "" : "the ticket is one of that day";
}

std::string_view objection(const ticket_of_another& seen, const calling_model& model)
{
    const auto* truth = model.find(seen.ticket);
    if (truth == nullptr) {
        return "the ticket is not one of that day";
    }
    const auto& owner = truth->state == ticket_state::waiting ? truth->reserved_for : truth->counter;
    const bool is_owned = !domain::is_finished(truth->state) && !owner.empty();
    return is_owned && owner != seen.counter ? "" : "the ticket belongs to no other counter";
}

std::string_view objection(const ticket_not_taken_here& seen, const calling_model& model)
{
    const auto* truth = model.find(seen.ticket);
    if (truth == nullptr) {
        return "the ticket is not one of that day";
    }
    return truth->issuer == seen.kiosk && seen.at_any_time ? "the kiosk may give the ticket back" : "";
}

} // namespace

std::string note_on(std::string_view id) { return "papers of " + std::string(id); }

std::string_view objection_to_services(std::string_view body, const calling_model& model)
{
    const auto services = boost::json::parse(body);
    for (const auto& item : services.at("items").as_array()) {
        const auto& code = item.at("code").as_string();
        const std::string_view service(code.data(), code.size());
        const bool is_suspended = model.is_suspended("") || model.is_suspended(service) ||
                                  model.bookings().is_closed(service, model.now());
        if ((item.at("state") == "suspended") != is_suspended) {
            return "a service is suspended and shown otherwise, or the reverse";
        }
    }
    return {};
}

std::string_view objection(const sight& seen, const calling_model& model)
{
    return std::visit([&](const auto& one) { return objection(one, model); }, seen);
}

} // namespace motcua::simulation
