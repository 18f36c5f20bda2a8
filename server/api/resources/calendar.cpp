// The calendar of a site: what each day is, and when the hall is open.

#include "protocol/settings.hpp"
#include "server/api/limits.hpp"
#include "server/api/log_queries.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/domain/calendar/opening_hours.hpp"

namespace motcua::api {

namespace {

/// "07:30"
std::string time_of_day(domain::minutes since_midnight)
{
    const auto two_digits = [](std::int64_t number) {
        const auto digits = std::to_string(number);
        return digits.size() < 2 ? "0" + digits : digits;
    };
    return two_digits(since_midnight.count() / 60) + ":" + two_digits(since_midnight.count() % 60);
}

protocol::calendar_day view_of(const domain::office_calendar& calendar, domain::local_day day)
{
    const auto* holiday = domain::holiday_on(calendar, day);
    protocol::calendar_day view{.day = {day},
                                .kind = same_word<protocol::day_kind>(domain::kind_of(calendar, day)),
                                .name = domain::name_of(calendar, day),
                                .confirmed = holiday == nullptr || holiday->confirmed,
                                .hours = {}};
    for (const auto& span : domain::hours_of(calendar, day)) {
        view.hours.push_back({time_of_day(span.from), time_of_day(span.to)});
    }
    return view;
}

awaitable<response> show_calendar(request_context& ctx)
{
    const auto days = days_of(ctx);
    if (!days) {
        return ready(days.error());
    }
    if (days->to - days->from >= std::chrono::days{limits::calendar_days}) {
        return ready(http::problem(422, "out_of_range", "Ask for at most 400 days.", "to"));
    }
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    return query(ctx, [days = *days, part = *part](const domain::site_state& state) {
        protocol::calendar_days all;
        for (auto day = days.from; day <= days.to; day += std::chrono::days{1}) {
            all.items.push_back(view_of(state.settings(), day));
        }
        cut(all, part);
        return answer_of(200, all);
    });
}

} // namespace

std::vector<endpoint> calendar_endpoints()
{
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/calendar",
             .roles = access::everyone,
             .open = openness::where_reads_are_open,
             .summary = "What each day is, and when the hall is open; at most 400 days",
             .query = {from_parameter, to_parameter, limit_parameter, cursor_parameter},
             .body = {},
             .answers = {{200, "A page of days", described<protocol::calendar_days>("calendar_days")}},
             .run = show_calendar}};
}

} // namespace motcua::api
