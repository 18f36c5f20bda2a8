#pragma once
// Whose ticket a track is: of today from the state, of days before from the log.

#include "server/api/endpoint.hpp"
#include "server/reports/log_reader.hpp"

namespace motcua::api {

/// A ticket of today and its site.
struct tracked
{
    const site_context* context = nullptr;
    std::string site;
    domain::ticket_id ticket{};
};

/// The ticket of the path; none if no site has a ticket with that track today.
std::optional<tracked> find_tracked(const request_context& ctx);

/// A visit of the last limits::track_days and its site.
struct past_visit
{
    const site_context* context = nullptr;
    std::string site;
    reports::visit visit;
};

/// Looks for the visit of the path in the logs, on a thread of the pool, and sets `found`. Where it does not,
/// the answer says why.
awaitable<response> find_past_visit(const request_context& ctx, std::optional<past_visit>& found);

} // namespace motcua::api
