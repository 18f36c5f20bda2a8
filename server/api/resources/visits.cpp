// The wait-time log and its report: both are read from the database on the pool, while the site runs.

#include "server/api/log_queries.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/api/visit_views.hpp"

namespace motcua::api {

namespace {

enum class log_format
{
    json,
    csv
};
BOOST_DESCRIBE_ENUM(log_format, json, csv)

/// A code of the query; none when it is not given. A code that the site no longer knows may still be in its
/// log, so any code is allowed.
std::optional<std::string> code_of(const request_context& ctx, std::string_view name)
{
    const auto given = ctx.request.query(name);
    return given && !given->empty() ? std::optional<std::string>{*given} : std::nullopt;
}

struct visits_query
{
    reports::visit_filter filter;
    log_format format = log_format::json;
    std::size_t limit = 0;
    std::optional<reports::visit_position> after;
};

checked<visits_query> visits_query_of(const request_context& ctx)
{
    const auto days = days_of(ctx);
    if (!days) {
        return days.error();
    }
    const auto priority = word_of<protocol::priority>(ctx, "priority");
    if (!priority) {
        return priority.error();
    }
    const auto format = word_of<log_format>(ctx, "format");
    if (!format) {
        return format.error();
    }
    const auto limit = page_of(ctx);
    if (!limit) {
        return limit.error();
    }
    visits_query parsed{.filter = {.from = days->from,
                                   .to = days->to,
                                   .service = code_of(ctx, "service"),
                                   .counter = code_of(ctx, "counter"),
                                   .staff = code_of(ctx, "staff"),
                                   .priority = {}},
                        .format = format->value_or(log_format::json),
                        .limit = *limit,
                        .after = {}};
    if (*priority) {
        parsed.filter.priority = same_word<domain::priority_class>(**priority);
    }
    if (const auto cursor = ctx.request.query("cursor")) {
        parsed.after = parse_visit_cursor(*cursor);
        if (!parsed.after) {
            return wrong_cursor();
        }
    }
    return parsed;
}

response csv_of(const log_source& source, const reports::visit_filter& filter)
{
    auto text = visits_csv(source, filter);
    if (!text) {
        return problem_of(text.error());
    }
    response answer{.status = 200, .content_type = http::content::csv, .body = *std::move(text)};
    answer.set_header("Content-Disposition", "attachment; filename=\"visits_" +
                                                 base::format_day({filter.from}) + "_" +
                                                 base::format_day({filter.to}) + ".csv\"");
    return answer;
}

awaitable<response> visits(request_context& ctx)
{
    const auto parsed = visits_query_of(ctx);
    if (!parsed) {
        co_return parsed.error();
    }
    std::function<response()> make = [source = source_of(ctx), parsed = *parsed] {
        return parsed.format == log_format::csv
                   ? csv_of(source, parsed.filter)
                   : answer_from(list_visits(source, parsed.filter, parsed.after, parsed.limit));
    };
    co_return co_await on_pool(ctx, std::move(make));
}

awaitable<response> waits(request_context& ctx)
{
    const auto days = days_of(ctx);
    if (!days) {
        co_return days.error();
    }
    const auto by = word_of<reports::grouping>(ctx, "by");
    if (!by) {
        co_return by.error();
    }
    const auto limit = page_of(ctx);
    if (!limit) {
        co_return limit.error();
    }
    std::optional<std::string> after;
    if (const auto cursor = ctx.request.query("cursor")) {
        after = parse_key_cursor(*cursor);
        if (!after) {
            co_return wrong_cursor();
        }
    }
    const reports::waits_query report{
        .from = days->from, .to = days->to, .by = by->value_or(reports::grouping::service)};
    std::function<response()> make = [source = source_of(ctx), report, after, limit = *limit] {
        return answer_from(report_waits(source, report, after, limit));
    };
    co_return co_await on_pool(ctx, std::move(make));
}

} // namespace

std::vector<endpoint> visit_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/visits",
         .roles = access::in_charge,
         .open = openness::closed,
         .summary = "The wait-time log: one row per visit, in the order of days and of issue",
         .query = {from_parameter,
                   to_parameter,
                   {"service", "Only visits of this service"},
                   {"counter", "Only visits that this counter served last"},
                   {"staff", "Only visits that this member of staff served last"},
                   {"priority", "Only visits of this priority class", false,
                    &base::schema_of<protocol::priority>},
                   {"format", "json when not given; csv holds all pages", false,
                    &base::schema_of<log_format>},
                   limit_parameter,
                   cursor_parameter},
         .body = {},
         .answers = {{200, "A page of visits", described<protocol::visit_list>("visit_list")},
                     {200, "All visits as RFC 4180 with a byte-order mark", {}, http::content::csv}},
         .run = visits},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/reports/waits",
         .roles = access::in_charge,
         .open = openness::closed,
         .summary = "Waits and service times: counts, means and exact percentiles per key",
         .query = {from_parameter,
                   to_parameter,
                   {"by", "What the rows are grouped by; service when not given", false,
                    &base::schema_of<reports::grouping>},
                   limit_parameter,
                   cursor_parameter},
         .body = {},
         .answers = {{200, "One row per key", described<protocol::waits_report>("waits_report")}},
         .run = waits},
    };
}

} // namespace motcua::api
