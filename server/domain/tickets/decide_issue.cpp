// Giving out numbers: at the counter of the day, from a kiosk's block, and the leases of such blocks.

#include "server/domain/decide.hpp"
#include "server/domain/tickets/forecast.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>

namespace motcua::domain {

namespace {

bool is_leased(const site_state& state, const service_code& service, local_day day, int number)
{
    return std::ranges::any_of(state.blocks(), [&](const auto& entry) {
        const auto& block = entry.second;
        return block.service == service && block.day == day && block.first <= number && number <= block.last;
    });
}

/// Whether someone may still stand up for the ticket's number: it is live, or a no-show that has the time to
/// come back.
bool is_awaited(const site_state& state, const ticket& today, instant now)
{
    const bool may_come_back =
        today.state == ticket_state::no_show && now <= *today.no_show_at + state.settings().recall_grace;
    return !is_finished(today.state) || may_come_back;
}

/// The number after the last one that is neither leased nor, where a range wraps, still awaited; 0 when there
/// is none.
int next_number(const site_state& state, const service_settings& service, instant now)
{
    const auto day = *state.day();
    int number = state.last_number(service.code);
    if (!service.range) {
        do {
            ++number;
        } while (is_leased(state, service.code, day, number));
        return number;
    }
    boost::unordered_flat_set<int> awaited;
    for (const auto& today : state.tickets()) {
        if (today.series == service.code && is_awaited(state, today, now)) {
            awaited.insert(today.number);
        }
    }
    const auto [first, last] = *service.range;
    for (int tried = first; tried <= last; ++tried) {
        number = number < first || number >= last ? first : number + 1;
        if (!awaited.contains(number) && !is_leased(state, service.code, day, number)) {
            return number;
        }
    }
    return 0;
}

/// The numbers of kiosks' blocks, so that a slip printed offline is told apart by its number.
constexpr int first_leased_number = 701;
constexpr int last_leased_number = 999;

/// The next working day is never further away: the longest holiday, Tet, takes nine days with its weekends.
constexpr std::chrono::days lease_ahead_max{14};

/// The first number above every one that was given or leased on that day.
int first_free_number(const site_state& state, const service_code& service, local_day day)
{
    int first = first_leased_number;
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

std::optional<refusal> why_not(const site_state& state, const number_block& block,
                               const issue_offline_ticket& wanted)
{
    if (block.kiosk != wanted.kiosk) {
        return refusal{refusal_code::not_your_block};
    }
    if (wanted.number < block.first || wanted.number > block.last) {
        return refusal{refusal_code::number_not_in_block, "number"};
    }
    if (std::ranges::count(block.used, wanted.number) > 0) {
        return refusal{refusal_code::number_taken, "number"};
    }
    if (!state.day() || block.day > *state.day()) {
        return refusal{refusal_code::day_not_open};
    }
    if (state.find(wanted.track) != nullptr) {
        return refusal{refusal_code::track_taken, "track"};
    }
    return std::nullopt;
}

/// When the ticket was issued, as the kiosk says, within what is possible.
instant bounded_issue(const site_state& state, const number_block& block, const issue_offline_ticket& wanted,
                      instant now)
{
    const auto begin = start_of_day(state.settings(), block.day);
    const auto end = start_of_day(state.settings(), block.day + std::chrono::days{1});
    const auto latest = std::min(now, end - std::chrono::microseconds{1});
    const auto earliest = std::min(std::max(wanted.last_contact, begin), latest);
    return std::clamp(wanted.issued_at, earliest, latest);
}

} // namespace

decision decide(const site_state& state, const issue_ticket& wanted, const context& asked)
{
    const auto* service = find_service(state.settings(), wanted.service);
    if (service == nullptr) {
        return refusal{refusal_code::unknown_service, "service"};
    }
    if (!state.day()) {
        return refusal{refusal_code::day_not_open};
    }
    const int number = next_number(state, *service, asked.now);
    if (number == 0) {
        return refusal{refusal_code::no_numbers_left};
    }
    const auto due = asked.now - head_start_of(state.settings().head_start, wanted.priority);
    return std::vector<event_body>{
        ticket_issued{.ticket = ticket_id{state.last_ticket() + 1},
                      .service = wanted.service,
                      .number = number,
                      .day = *state.day(),
                      .priority = wanted.priority,
                      .channel = wanted.channel,
                      .lang = wanted.lang,
                      .procedure = wanted.procedure,
                      .track = wanted.track,
                      .issued_at = asked.now,
                      .due = due,
                      .ahead = state.waiting().ahead_of(wanted.service, due),
                      .expected_wait = promised_wait(state, wanted.service, due, asked.now),
                      .block = std::nullopt}};
}

decision decide(const site_state& state, const issue_offline_ticket& wanted, const context& asked)
{
    const auto* block = state.find_block(wanted.block);
    if (block == nullptr) {
        return refusal{refusal_code::unknown_block};
    }
    if (const auto refused = why_not(state, *block, wanted)) {
        return *refused;
    }
    const auto issued_at = bounded_issue(state, *block, wanted, asked.now);
    const bool is_over = block->day < *state.day();
    if (is_over || find_service(state.settings(), block->service) == nullptr) {
        return std::vector<event_body>{ticket_logged{.ticket = ticket_id{state.last_ticket() + 1},
                                                     .service = block->service,
                                                     .number = wanted.number,
                                                     .day = block->day,
                                                     .priority = wanted.priority,
                                                     .lang = wanted.lang,
                                                     .procedure = wanted.procedure,
                                                     .track = wanted.track,
                                                     .issued_at = issued_at,
                                                     .block = wanted.block}};
    }
    const auto due = issued_at - head_start_of(state.settings().head_start, wanted.priority);
    return std::vector<event_body>{
        ticket_issued{.ticket = ticket_id{state.last_ticket() + 1},
                      .service = block->service,
                      .number = wanted.number,
                      .day = block->day,
                      .priority = wanted.priority,
                      .channel = ticket_channel::kiosk,
                      .lang = wanted.lang,
                      .procedure = wanted.procedure,
                      .track = wanted.track,
                      .issued_at = issued_at,
                      .due = due,
                      .ahead = state.waiting().ahead_of(block->service, due),
                      .expected_wait = promised_wait(state, block->service, due, asked.now),
                      .block = wanted.block}};
}

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
    if (wanted.count > last_leased_number - first + 1) {
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
