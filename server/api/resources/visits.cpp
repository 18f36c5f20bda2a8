// The wait-time log and its report: both are read from the database on the pool, beside the running site.

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

struct days_asked
{
    domain::local_day from{};
    domain::local_day to{};
};

checked<domain::local_day> day_of(const call& made, std::string_view name)
{
    const auto given = made.asked.query(name);
    if (!given || given->empty()) {
        return http::problem(422, "missing", "A day as in 2026-11-23 is expected.", name);
    }
    const auto day = base::parse_day(*given);
    if (!day) {
        return problem_of(base::field_error(day.error()).inside(std::string(name)));
    }
    return day->date;
}

checked<days_asked> days_of(const call& made)
{
    const auto from = day_of(made, "from");
    if (!from) {
        return from.error();
    }
    const auto to = day_of(made, "to");
    if (!to) {
        return to.error();
    }
    if (*to < *from) {
        return http::problem(422, "out_of_range", "The last day is before the first.", "to");
    }
    return days_asked{*from, *to};
}

/// A code of the query; none when it is not given. One that the site does not know any more may still be in
/// its log, so every code may be asked for.
std::optional<std::string> code_of(const call& made, std::string_view name)
{
    const auto given = made.asked.query(name);
    return given && !given->empty() ? std::optional<std::string>{*given} : std::nullopt;
}

log_place place_of(const call& made)
{
    return {.database = made.at->database,
            .site = made.parameter("site"),
            .utc_offset = made.at->site.state().settings().utc_offset};
}

/// What a failed read is answered with; a damaged store is the server's own fault, and is thrown.
response problem_of(const reports::report_error& failed)
{
    switch (failed.what) {
    case reports::fault::busy:
    case reports::fault::failed: // A disk that gives an error may give the page a moment later.
        return unavailable();
    case reports::fault::too_much:
        return http::problem(422, "too_much", "One answer cannot hold so many visits: ask for fewer days.",
                             "to");
    default:
        throw std::runtime_error("the wait-time log: " + failed.detail);
    }
}

template <class Message>
response answer_from(const reports::result<Message>& read)
{
    return read ? answer_of(200, *read) : problem_of(read.error());
}

struct visits_query
{
    reports::visit_filter filter;
    log_format format = log_format::json;
    std::size_t limit = 0;
    std::optional<reports::visit_position> after;
};

checked<visits_query> visits_query_of(const call& made)
{
    const auto days = days_of(made);
    if (!days) {
        return days.error();
    }
    const auto priority = word_of<protocol::priority>(made, "priority");
    if (!priority) {
        return priority.error();
    }
    const auto format = word_of<log_format>(made, "format");
    if (!format) {
        return format.error();
    }
    const auto limit = page_of(made);
    if (!limit) {
        return limit.error();
    }
    visits_query wanted{.filter = {.from = days->from,
                                   .to = days->to,
                                   .service = code_of(made, "service"),
                                   .counter = code_of(made, "counter"),
                                   .staff = code_of(made, "staff"),
                                   .priority = {}},
                        .format = format->value_or(log_format::json),
                        .limit = *limit,
                        .after = {}};
    if (*priority) {
        wanted.filter.priority = same_word<domain::priority_class>(**priority);
    }
    if (const auto cursor = made.asked.query("cursor")) {
        wanted.after = parse_visit_cursor(*cursor);
        if (!wanted.after) {
            return wrong_cursor();
        }
    }
    return wanted;
}

response csv_of(const log_place& place, const reports::visit_filter& wanted)
{
    auto text = visits_csv(place, wanted);
    if (!text) {
        return problem_of(text.error());
    }
    response answer{.status = 200, .content_type = http::content::csv, .body = *std::move(text)};
    answer.set_header("Content-Disposition", "attachment; filename=\"visits_" +
                                                 base::format_day({wanted.from}) + "_" +
                                                 base::format_day({wanted.to}) + ".csv\"");
    return answer;
}

awaitable<response> visits(call& made)
{
    const auto wanted = visits_query_of(made);
    if (!wanted) {
        co_return wanted.error();
    }
    const auto place = place_of(made);
    std::function<response()> make = [place, wanted = *wanted] {
        return wanted.format == log_format::csv
                   ? csv_of(place, wanted.filter)
                   : answer_from(list_visits(place, wanted.filter, wanted.after, wanted.limit));
    };
    co_return co_await on_pool(made, std::move(make));
}

awaitable<response> waits(call& made)
{
    const auto days = days_of(made);
    if (!days) {
        co_return days.error();
    }
    const auto by = word_of<reports::grouping>(made, "by");
    if (!by) {
        co_return by.error();
    }
    const auto limit = page_of(made);
    if (!limit) {
        co_return limit.error();
    }
    std::optional<std::string> after;
    if (const auto cursor = made.asked.query("cursor")) {
        after = parse_key_cursor(*cursor);
        if (!after) {
            co_return wrong_cursor();
        }
    }
    const auto place = place_of(made);
    reports::waits_query wanted{.from = days->from,
                                .to = days->to,
                                .by = by->value_or(reports::grouping::service),
                                .utc_offset = place.utc_offset,
                                .targets = {}};
    for (const auto& service : made.at->site.state().settings().services) {
        wanted.targets.emplace(service.code, service.target);
    }
    std::function<response()> make = [place, wanted = std::move(wanted), after, limit = *limit] {
        return answer_from(report_waits(place, wanted, after, limit));
    };
    co_return co_await on_pool(made, std::move(make));
}

} // namespace

std::vector<endpoint> visit_endpoints()
{
    const query_parameter from{"from", "The first business day", true, &base::schema_of<base::day>};
    const query_parameter to{"to", "The last business day", true, &base::schema_of<base::day>};
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/visits",
         .who = in_charge,
         .open = openness::closed,
         .summary = "The wait-time log: one row a visit, in the order of days and of issue",
         .query = {from,
                   to,
                   {"service", "Only visits of this service"},
                   {"counter", "Only visits that this counter had last"},
                   {"staff", "Only visits that this member of staff had last"},
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
         .who = in_charge,
         .open = openness::closed,
         .summary = "Waits and service times: counts, means and exact percentiles of each key",
         .query = {from,
                   to,
                   {"by", "What each row is of; service when not given", false,
                    &base::schema_of<reports::grouping>},
                   limit_parameter,
                   cursor_parameter},
         .body = {},
         .answers = {{200, "A row for each key", described<protocol::waits_report>("waits_report")}},
         .run = waits},
    };
}

} // namespace motcua::api
