#include "server/domain/decide.hpp"
#include "server/domain/appointments/closures.hpp"
#include "server/domain/settings/rules.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// Whether someone still comes for it: a no-show may come back.
bool is_expected(const ticket& today)
{
    return !is_finished(today.state) || today.state == ticket_state::no_show;
}

/// The tickets that need the service or counter `code`.
template <class Needs>
std::vector<std::string> tickets_that(const site_state& state, const Needs& needs)
{
    std::vector<std::string> numbers;
    for (const auto& today : state.tickets()) {
        if (is_expected(today) && needs(today)) {
            numbers.push_back(format_number(today.series, today.number));
        }
    }
    return numbers;
}

/// Why `wanted` cannot leave out what the settings have now, if a ticket of today needs it.
std::optional<refusal> still_needed(const site_state& state, const site_settings& wanted)
{
    for (const auto& service : state.settings().services) {
        if (find_service(wanted, service.code) != nullptr) {
            continue;
        }
        auto numbers =
            tickets_that(state, [&](const ticket& today) { return today.service == service.code; });
        if (!numbers.empty()) {
            return refusal{.code = refusal_code::in_use,
                           .field = "services",
                           .why = "service " + service.code + " still has tickets",
                           .held_by = std::move(numbers)};
        }
    }
    for (const auto& counter : state.settings().counters) {
        if (find_counter(wanted, counter.code) != nullptr) {
            continue;
        }
        auto numbers = tickets_that(state, [&](const ticket& today) {
            return today.counter == counter.code || today.reserved_for == counter.code;
        });
        const auto* at = state.find_counter(counter.code);
        if (!numbers.empty() || (at != nullptr && at->state != counter_state::closed)) {
            return refusal{.code = refusal_code::in_use,
                           .field = "counters",
                           .why = "counter " + counter.code +
                                  (numbers.empty() ? " is open" : " still has tickets"),
                           .held_by = std::move(numbers)};
        }
    }
    return std::nullopt;
}

} // namespace

decision decide(const site_state& state, const configure_site& wanted, const context& ctx)
{
    if (const auto fault = first_fault(wanted.settings)) {
        return refusal{.code = refusal_code::invalid_settings, .field = fault->field, .why = fault->why};
    }
    if (ctx.zone == nullptr) {
        return refusal{.code = refusal_code::invalid_settings,
                       .field = "time_zone",
                       .why = "there is no time zone \"" + wanted.settings.time_zone + '"'};
    }
    if (wanted.from_version && *wanted.from_version != state.settings_version()) {
        return refusal{.code = refusal_code::changed_meanwhile};
    }
    if (auto needed = still_needed(state, wanted.settings)) {
        return *std::move(needed);
    }
    if (auto codes = appointments_against(state, wanted.settings, *ctx.zone, ctx.now); !codes.empty()) {
        return refusal{.code = refusal_code::in_use,
                       .field = "appointments",
                       .why = "appointments are booked that would no longer fit",
                       .held_by = std::move(codes)};
    }
    return std::vector<event_body>{
        site_configured{.settings = wanted.settings, .utc_offset = offset_at(*ctx.zone, ctx.now)}};
}

} // namespace motcua::domain
