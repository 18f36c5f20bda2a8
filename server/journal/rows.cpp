#include "server/journal/rows.hpp"

#include <algorithm>

namespace motcua::journal {

namespace {

std::optional<domain::seconds> seconds_between(std::optional<instant> from, std::optional<instant> to)
{
    if (!from || !to) {
        return std::nullopt;
    }
    const auto cut = [](instant at) { return std::chrono::floor<domain::seconds>(at); };
    return std::max(domain::seconds{0}, cut(*to) - cut(*from));
}

} // namespace

visit_row visit_of(const domain::ticket& ended)
{
    auto service_time = seconds_between(ended.served_from, ended.served_to);
    if (service_time) {
        const auto held = std::chrono::floor<domain::seconds>(ended.held);
        service_time = std::max(domain::seconds{0}, *service_time - held);
    }
    return {.ticket = ended.id,
            .number = domain::format_number(ended.series, ended.number),
            .day = ended.day,
            .service = ended.service,
            .procedure = ended.procedure,
            .channel = ended.channel,
            .priority = ended.priority,
            .issued_at = ended.issued_at,
            .first_called_at = ended.first_called_at,
            .served_from = ended.served_from,
            .served_to = ended.served_to,
            .counter = ended.counter,
            .staff = ended.staff,
            .calls = ended.calls,
            .wait = seconds_between(ended.issued_at, ended.waited_until),
            .service_time = service_time,
            .transfers = ended.transfers,
            .outcome = *ended.outcome,
            .expected_wait = ended.expected_wait};
}

} // namespace motcua::journal
