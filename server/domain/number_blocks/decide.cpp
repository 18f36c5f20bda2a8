#include "server/domain/decide.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// The next working day is never further away: the longest holiday, Tết, takes nine days with its weekends.
constexpr std::chrono::days lease_ahead_max{14};

/// The first number above every one that was given or leased on that day.
int first_free_number(const site_state& state, const service_code& service, local_day day)
{
    int first = state.settings().kiosk.block_first;
    for (const auto& today : state.tickets()) {
        if (today.series == service && today.day == day) {
            first = std::max(first, today.number + 1);
        }
    }
    for (const auto& [id, block] : state.blocks()) {
        if (block.service == service && block.day == day) {
            first = std::max(first, block.last + 1);
        }
    }
    return first;
}

} // namespace

decision decide(const site_state& state, const lease_block& wanted, const context&)
{
    if (find_service(state.settings(), wanted.service) == nullptr) {
        return refusal{refusal_code::unknown_service, "service"};
    }
    if (!state.day()) {
        return refusal{refusal_code::day_not_open};
    }
    const auto day = wanted.day.value_or(*state.day());
    if (day < *state.day() || day > *state.day() + lease_ahead_max) {
        return refusal{refusal_code::out_of_range, "day"};
    }
    if (wanted.count < 1) {
        return refusal{refusal_code::out_of_range, "count"};
    }
    const int first = first_free_number(state, wanted.service, day);
    if (wanted.count > state.settings().kiosk.block_last - first + 1) {
        return refusal{refusal_code::no_numbers_left};
    }
    return std::vector<event_body>{block_leased{.block = block_id{state.last_block() + 1},
                                                .kiosk = wanted.kiosk,
                                                .service = wanted.service,
                                                .day = day,
                                                .first = first,
                                                .last = first + wanted.count - 1}};
}

} // namespace motcua::domain
