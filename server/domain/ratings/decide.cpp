#include "server/domain/decide.hpp"
#include "server/domain/ratings/limits.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const rate_visit& wanted, const context& ctx)
{
    if (wanted.score < score_min || wanted.score > score_max) {
        return refusal{refusal_code::out_of_range, "score"};
    }
    if (!wanted.served_to) {
        return refusal{refusal_code::not_served};
    }
    if (ctx.now > *wanted.served_to + rating_time) {
        return refusal{refusal_code::too_late};
    }
    const auto* given = state.ratings().find(wanted.visit);
    if (given != nullptr && ctx.now > given->at + rating_change_time) {
        return refusal{refusal_code::already_rated};
    }
    return std::vector<event_body>{visit_rated{.visit = wanted.visit,
                                               .day = wanted.day,
                                               .service = wanted.service,
                                               .at_counter = wanted.counter,
                                               .staff = wanted.staff,
                                               .score = wanted.score,
                                               .has_remark = wanted.has_remark}};
}

} // namespace motcua::domain
