#pragma once
// An endpoint of the interface as a row of a table: its path, the roles that may use it, its parameters and
// answers, and its handler. The router and the OpenAPI document are both made from these rows.

#include "base/json_schema.hpp"
#include "server/api/request_context.hpp"

#include <variant>

namespace motcua::api {

/// Whether an endpoint may be used without a credential.
enum class openness
{
    closed,
    where_reads_are_open,   ///< if the office allows reads without a credential
    where_tickets_are_open, ///< if the office lets anybody take a number
    bookings,               ///< for anybody, at the pace of people who book
    open,                   ///< for anybody
    probe                   ///< for anybody, and never limited: monitoring must not be shut out
};

/// A message by its name in the OpenAPI document, and how its schema is made.
struct described_message
{
    std::string_view name;
    boost::json::object (*schema)() = nullptr;
};

template <class T>
constexpr described_message described(std::string_view name)
{
    return {name, &base::schema_of<T>};
}

struct query_parameter
{
    std::string_view name;
    std::string_view meaning;
    bool required = false;
    boost::json::object (*schema)() = &base::schema_of<std::string>;
};

/// The schema of `limit` as page_of() reads it.
boost::json::object limit_schema();

/// The parameters of every list.
inline constexpr query_parameter limit_parameter{"limit", "Items of a page", false, &limit_schema};
inline constexpr query_parameter cursor_parameter{"cursor", "The next_cursor of the page before"};

/// A status may be answered in several types. An answer with neither a message nor a type has no body.
struct described_answer
{
    unsigned status;
    std::string_view meaning;
    described_message message{};
    std::string_view content_type{}; ///< of a body that is not a message
};

struct endpoint
{
    using handler = std::function<awaitable<response>(request_context&)>;
    /// Refuses the feed, or returns what to do when it is open.
    using feed_handler = std::function<awaitable<http::feed_answer>(request_context&)>;

    http::verb method;
    std::string_view path;
    access::audience roles;
    openness open;
    std::string_view summary;
    std::vector<query_parameter> query;
    described_message body;
    std::vector<described_answer> answers;
    std::variant<handler, feed_handler> run;
    /// Whether the first answer is given again under the same Idempotency-Key.
    bool takes_key = method == http::verb::post;
    /// Whether the request must have an If-Match, with the ETag of what it was made from.
    bool needs_match = false;
    /// Whether the device of a counter may do it before an officer signs in there, although it is a change.
    bool for_idle_console = false;
    /// Whether an officer may do it before they have changed a password that was given for one time.
    bool for_one_time_password = false;
};

/// A row for a change that is made at a counter.
endpoint counter_action(std::string_view path, std::string_view summary, described_message body,
                        std::vector<described_answer> answers, endpoint::handler run);

/// The rows as routes of `office`, which must outlive the router. Before the handler runs: 401 when a valid
/// credential is missing, 429 for too many requests without one, 404 for an unknown site, ticket, counter or
/// block or for one of another site, 403 for a wrong role, another counter, a console without its officer, a
/// password that has to be changed first or a cookie that another page may have sent, 422 for a malformed
/// Idempotency-Key where one is taken, 428 for a missing If-Match where one is needed.
std::vector<http::route> routes_of(const std::vector<endpoint>& rows, office& office);

} // namespace motcua::api
