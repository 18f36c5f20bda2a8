#pragma once
// Whom a counter calls next: the site's own rule, or another that it is compared with. The own rule is the
// domain's (call_next). Another is an order of those who wait; the player finds the first of them and has the
// domain call that ticket (call_ticket), so that everything but the order is the same.

#include "server/domain/types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace motcua::rehearsal {

/// One whom the counter may call now.
struct waiter
{
    domain::ticket_id ticket{};
    /// From when the wait counts: the issue, or a return to the end of the line.
    domain::instant since;
    bool has_priority = false;
    std::optional<domain::instant> booked;
    /// How long the service usually keeps a counter.
    std::chrono::milliseconds usual{};
};

struct calling_rule
{
    std::string name;
    domain::minutes appointment_head_start{30};
    /// After this many calls less one, the next goes to an appointment whose time has passed; 0: never. Comes
    /// before the order.
    int appointment_share = 0;
    /// Whether `left` is called before `right` at `now`; none: the site's own rule.
    bool (*is_before)(const waiter& left, const waiter& right, domain::instant now) = nullptr;
};

/// An appointment goes first by its share only when its time has passed by this much.
constexpr domain::minutes share_after{5};

calling_rule own_rule();

/// The own rule first, then those it is compared with.
std::vector<calling_rule> all_rules();

} // namespace motcua::rehearsal
