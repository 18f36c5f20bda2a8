#include "server/rehearsal/calling_rule.hpp"

#include <tuple>

namespace motcua::rehearsal {

namespace {

using domain::instant;
using domain::minutes;

bool by_time(const waiter& left, const waiter& right, instant)
{
    return std::tie(left.since, left.ticket) < std::tie(right.since, right.ticket);
}

/// ZMS and QSystem: priorities before all others, then appointments from 2 minutes before their time on.
int strict_class(const waiter& who, instant now)
{
    if (who.has_priority) {
        return 0;
    }
    return who.booked && *who.booked <= now + minutes{2} ? 1 : 2;
}

bool by_strict_class(const waiter& left, const waiter& right, instant now)
{
    const int left_class = strict_class(left, now);
    const int right_class = strict_class(right, now);
    return left_class != right_class ? left_class < right_class : by_time(left, right, now);
}

bool by_length(const waiter& left, const waiter& right, instant now)
{
    return left.usual != right.usual ? left.usual < right.usual : by_time(left, right, now);
}

} // namespace

calling_rule own_rule() { return {.name = "appointment 30"}; }

std::vector<calling_rule> all_rules()
{
    return {own_rule(),
            {.name = "appointment 15", .appointment_head_start = minutes{15}},
            {.name = "30 and share 3", .appointment_share = 3},
            {.name = "FIFO", .is_before = by_time},
            {.name = "strict priority (ZMS)", .is_before = by_strict_class},
            {.name = "shortest first", .is_before = by_length}};
}

} // namespace motcua::rehearsal
