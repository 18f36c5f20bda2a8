#pragma once
// What the handlers of the interface work on: the sites of this server, the credentials, and what they share.

#include "server/access/credentials.hpp"
#include "server/access/randomness.hpp"
#include "server/access/report.hpp"
#include "server/access/throttle.hpp"
#include "server/api/live_feed.hpp"
#include "server/content/catalogue.hpp"
#include "server/content/web_files.hpp"
#include "server/runtime/site.hpp"
#include "server/runtime/worker_pool.hpp"

#include <functional>
#include <map>

namespace motcua::api {

/// One site as the interface sees it.
struct site_context
{
    /// Its state machine.
    runtime::site& machine;
    live_feed& feed;
    /// Path of the SQLite database that holds the wait-time log.
    std::string database;
};

/// The organisation that runs one or more sites. On the thread of the network; all that is referred to must
/// outlive it.
struct office
{
    std::map<std::string, site_context, std::less<>> sites;
    access::credentials& credentials;
    const content::catalogue& catalogue;
    const content::web_files& web;
    runtime::worker_pool& workers;
    access::anonymous_limit anonymous{};
    access::password_limit passwords{};
    access::random_bits random{};
    /// Gets a report of each sign-in and each refusal, for the log.
    std::function<void(const access::report&)> report = [](const access::report&) {};
    /// The clock by which tokens age and limits refill.
    std::function<access::steady_time()> steady_now = std::chrono::steady_clock::now;
};

} // namespace motcua::api
