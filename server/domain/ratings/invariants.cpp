#include "server/domain/ratings/invariants.hpp"

#include "server/domain/ratings/limits.hpp"

#include <algorithm>
#include <set>

namespace motcua::domain {

void check_ratings(findings& found, const site_state& state)
{
    std::set<ticket_id> rated;
    for (const auto& each : state.ratings().all()) {
        const auto subject = "the rating of " + name_of(each.ticket);
        found.must(rated.insert(each.ticket).second, subject, "is there twice");
        found.must(static_cast<std::int64_t>(each.ticket) <= state.last_ticket(), subject,
                   "is of a ticket that was never issued");
        const auto* today = state.find(each.ticket);
        found.must(today == nullptr || today->served_to.has_value(), subject,
                   "is of a visit that was not served");
    }
}

std::string why_not(const site_state& state, const remarks_erased& body)
{
    const auto& kept = state.ratings().remarks_kept();
    const auto found = std::ranges::find(kept, body.day, &remarks_of_day::day);
    return found != kept.end() && found->visits == body.visits
               ? ""
               : "erases the remarks of a day that keeps none, or others";
}

std::string why_not(const site_state& state, const visit_rated& body)
{
    if (body.score < score_min || body.score > score_max) {
        return "has a score that nobody can give";
    }
    return static_cast<std::int64_t>(body.visit) <= state.last_ticket() ? "" : "rates a visit that never was";
}

} // namespace motcua::domain
