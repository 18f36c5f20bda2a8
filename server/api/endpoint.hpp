#pragma once
// One call of the interface as a row of a table: its path, who may ask, what it takes and gives, and what
// answers it. The router and the OpenAPI document are both made from these rows.

#include "base/json_schema.hpp"
#include "server/api/call.hpp"

#include <variant>

namespace motcua::api {

/// Whether a call is for those without a credential.
enum class openness
{
    closed,
    where_reads_are_open,   ///< if the office allows reading without a credential
    where_tickets_are_open, ///< if the office allows taking a number without one
    open,                   ///< for anyone
    probe                   ///< for anyone, and never limited: what watches the server must not be shut out
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

/// What every list takes.
inline constexpr query_parameter limit_parameter{"limit", "Items of a page", false, &limit_schema};
inline constexpr query_parameter cursor_parameter{"cursor", "The next_cursor of the page before"};

/// A status may be answered in several types. An answer with neither a message nor a type has no body.
struct described_answer
{
    unsigned status;
    std::string_view meaning;
    described_message message{};
    std::string_view content_type{}; ///< of a text that is no message
};

struct endpoint
{
    using handler = std::function<awaitable<response>(call&)>;
    /// Refuses, or says what becomes of the feed.
    using feed_handler = std::function<awaitable<http::feed_answer>(call&)>;

    http::verb method;
    std::string_view path;
    audience who;
    openness open;
    std::string_view summary;
    std::vector<query_parameter> query;
    described_message body;
    std::vector<described_answer> answers;
    std::variant<handler, feed_handler> run;
    /// Whether the first answer is given again under the same Idempotency-Key.
    bool takes_key = method == http::verb::post;
};

/// A change that is asked for at a counter.
endpoint counter_action(std::string_view path, std::string_view summary, described_message body,
                        std::vector<described_answer> answers, endpoint::handler run);

/// The rows as routes of `house`, which must outlive the router. Before a row is run: 401 without a
/// credential that the call needs, 429 for too many calls without one, 404 for an unknown or foreign site,
/// ticket, counter or block, 403 for a wrong role or another counter, 422 for a malformed Idempotency-Key
/// where one is taken.
std::vector<http::route> routes_of(const std::vector<endpoint>& rows, office& house);

} // namespace motcua::api
