#include "base/require.hpp"
#include "server/domain/events.hpp"
#include "server/domain/ratings/limits.hpp"
#include "server/domain/ratings/ratings.hpp"

#include <algorithm>

namespace motcua::domain {

const rating* rating_list::find(ticket_id ticket) const
{
    const auto found = std::ranges::find(all_, ticket, &rating::ticket);
    return found == all_.end() ? nullptr : &*found;
}

void rating_list::on(const visit_rated& body, const event& happened)
{
    base::require(body.score >= score_min && body.score <= score_max, "a score is one of five");
    if (body.has_remark) {
        note_remark(body);
    }
    const auto found = std::ranges::find(all_, body.visit, &rating::ticket);
    if (found != all_.end()) {
        found->score = body.score;
        return;
    }
    all_.push_back({.ticket = body.visit, .day = body.day, .at = happened.at, .score = body.score});
}

void rating_list::note_remark(const visit_rated& body)
{
    auto place = std::ranges::lower_bound(remarks_, body.day, {}, &remarks_of_day::day);
    if (place == remarks_.end() || place->day != body.day) {
        place = remarks_.insert(place, {.day = body.day, .visits = {}});
    }
    if (std::ranges::count(place->visits, body.visit) == 0) {
        place->visits.push_back(body.visit);
    }
}

void rating_list::on(const remarks_erased& body)
{
    const auto erased =
        std::erase_if(remarks_, [&](const remarks_of_day& each) { return each.day == body.day; });
    base::require(erased == 1, "remarks are erased once, a day at a time");
}

void rating_list::on(const day_opened& body)
{
    // A visit may have ended on the day after its own.
    std::erase_if(
        all_, [&](const rating& each) { return each.day + rating_time + std::chrono::days{2} < body.day; });
}

} // namespace motcua::domain
