#pragma once
// What the handlers of the interface work on: the sites of this server, the credentials, and what they share.

#include "server/access/credentials.hpp"
#include "server/access/enrolments.hpp"
#include "server/access/person_vault.hpp"
#include "server/access/randomness.hpp"
#include "server/access/report.hpp"
#include "server/access/secrets.hpp"
#include "server/access/throttle.hpp"
#include "server/api/console_watch.hpp"
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
    console_watch& consoles;
};

/// The moment of a message about the waits at a site.
inline view_moment moment_of(const site_context& context)
{
    return {context.machine.now(), context.machine.zone(), context.feed.forecasts()};
}

/// The organisation that runs one or more sites. On the thread of the network; all that is referred to must
/// outlive it.
struct office
{
    std::map<std::string, site_context, std::less<>> sites;
    access::credentials& credentials;
    const content::catalogue& catalogue;
    const content::web_files& web;
    runtime::worker_pool& workers;
    /// For what takes a whole thread for a tenth of a second: apart, so that a rush of wrong passwords holds
    /// up no report.
    runtime::worker_pool& hashing;
    access::address_limit anonymous{access::limits::anonymous};
    access::address_limit anonymous_tickets{access::limits::anonymous_tickets};
    access::address_limit anonymous_bookings{access::limits::anonymous_bookings};
    access::password_limit passwords{};
    access::code_limit codes{};
    access::person_vault persons{};
    access::enrolments enrolments{};
    access::password_hashing password_hashing{};
    access::random_bits random{};
    /// Gets a report of each sign-in and each refusal, for the log.
    std::function<void(const access::report&)> report = [](const access::report&) {};
    /// The time of day, where no site lends its clock.
    std::function<domain::instant()> wall_now = [] {
        return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    };
    /// The clock by which tokens age and limits refill.
    std::function<access::steady_time()> steady_now = std::chrono::steady_clock::now;
};

/// The state of the site with this code; null where there is none, or it cannot be read now.
const domain::site_state* state_of(const office& office, std::string_view site);

/// Once a second: has the sites end the sessions that are too old or were not used for too long.
void end_expired_sessions(office& office, access::steady_time now);

/// Takes the tokens of the devices and sessions of `site` from its store. Why they cannot be read, if not.
journal::result<void> load_credentials(office& office, const std::string& site);

} // namespace motcua::api
