#pragma once
// What the calls of the interface work on: the halls of this server, who may ask, and what they share.

#include "server/access/access.hpp"
#include "server/access/open_doors.hpp"
#include "server/access/randomness.hpp"
#include "server/access/throttle.hpp"
#include "server/api/live_feed.hpp"
#include "server/content/catalogue.hpp"
#include "server/content/web_files.hpp"
#include "server/runtime/site.hpp"
#include "server/runtime/worker_pool.hpp"

#include <map>

namespace motcua::api {

/// One site as the interface sees it.
struct hall
{
    runtime::site& site;
    live_feed& feed;
    /// Where the wait-time log is read.
    std::string database;
};

struct office
{
    std::map<std::string, hall, std::less<>> halls;
    access& known;
    open_doors open;
    const catalogue& procedures;
    const web_files& web;
    runtime::worker_pool& workers;
    anonymous_limit anonymous{};
    password_limit passwords{};
    random_bits random{};
    /// The clock by which tokens age and limits refill.
    std::function<steady_time()> steady_now = std::chrono::steady_clock::now;
};

} // namespace motcua::api
