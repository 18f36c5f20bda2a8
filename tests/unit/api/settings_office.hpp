#pragma once
// The endpoints of settings, calendar and audit, on a site with a store in a file and without a socket.

#include "../reports/log_file.hpp"
#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <iterator>

namespace motcua::api {

/// A clock that a test sets, on Monday at eight.
class set_clock : public runtime::clock_source
{
public:
    runtime::clock_reading read() override { return {reports::monday_at_8 + passed, passed, true}; }

    std::chrono::microseconds passed{0};
};

inline domain::site_settings one_counter()
{
    domain::site_settings settings;
    settings.name = "Một cửa";
    settings.services = {{.code = "A", .name = "A"}, {.code = "B", .name = "B"}};
    settings.counters = {{.code = "1", .services = {"A", "B"}}};
    return settings;
}

class settings_office
{
public:
    settings_office()
    {
        REQUIRE(site_.start().has_value());
        must(domain::configure_site{.settings = one_counter(), .from_version = {}});
        site_.tick();
        office_.sites.emplace("demo", site_context{site_, feed_, file_.path(), consoles_});
        for (const auto role : {access::role::admin, access::role::manager, access::role::kiosk}) {
            const auto name = "of-" + domain::name_of(role);
            credentials_.add_program("demo", name, role, access::hash_of_token(name));
        }
        std::vector<endpoint> rows;
        for (auto* const resource : {settings_endpoints, calendar_endpoints, audit_endpoints,
                                     ticket_endpoints, intake_endpoints, board_endpoints, track_endpoints}) {
            std::ranges::move(resource(), std::back_inserter(rows));
        }
        router_.emplace(routes_of(rows, office_));
    }

    struct asked
    {
        http::verb method = http::verb::get;
        std::string body{};
        std::string if_match{};
        std::optional<std::string> key{};
        std::optional<std::string> token = "of-admin";
    };

    /// `path`: of the site, or a whole one.
    http::response ask(const std::string& path, const asked& how)
    {
        http::request request;
        const auto target = path.starts_with('/') ? path : "/api/v1/sites/demo/" + path;
        REQUIRE(request.set_target(target));
        request.method = how.method;
        request.body = how.body;
        request.if_match = how.if_match;
        request.idempotency_key = how.key;
        request.bearer = how.token;
        std::optional<http::response> answer;
        boost::asio::co_spawn(context_, router_->handle(request),
                              [&](const std::exception_ptr& thrown, auto given) {
                                  REQUIRE_FALSE(thrown);
                                  answer = std::move(given);
                              });
        context_.restart();
        context_.run();
        return answer.value();
    }

    http::response get(const std::string& path, std::optional<std::string> token = "of-admin")
    {
        return ask(path, {.token = std::move(token)});
    }
    boost::json::value json(const std::string& path) { return boost::json::parse(get(path).body); }

    http::response put(const std::string& body, const std::string& if_match)
    {
        return ask("settings", {.method = http::verb::put, .body = body, .if_match = if_match});
    }

    http::response post(const std::string& path, const std::string& body, std::optional<std::string> key = {})
    {
        return ask(path, {.method = http::verb::post, .body = body, .key = std::move(key)});
    }

    const domain::site_state& state() const { return site_.state(); }
    /// A new officer, who signs in; their login is their token.
    void sign_in(const std::string& login, const std::string& name, domain::staff_role role)
    {
        must(domain::add_staff{.login = login, .name = name, .role = role, .one_time = false});
        must(domain::sign_in{.login = login, .counter = {}, .take_over = false, .cookie = false});
        credentials_.add_session("demo", state().staff().sessions().back(), role,
                                 access::hash_of_token(login), office_.steady_now());
    }

    /// The clock goes on; the site looks at it.
    void pass(std::chrono::microseconds time)
    {
        clock.passed += time;
        site_.tick();
        context_.restart();
        context_.run();
    }

    set_clock clock;

private:
    reports::log_file file_;
    void must(domain::command wanted)
    {
        site_.change(
            std::move(wanted), {"site", {}, {}, {}},
            [](const auto&, const auto&) { return runtime::reply{}; }, [](const auto&) {});
        context_.restart();
        context_.run();
    }

    boost::asio::io_context context_;
    runtime::site site_{file_.store(), clock,
                        [this] { boost::asio::post(context_, [this] { site_.commit(); }); },
                        [](const std::string&) {}};
    live_feed feed_{"demo", "epoch"};
    console_watch consoles_{site_};
    access::credentials credentials_{[this](std::string_view code) { return state_of(office_, code); }};
    const content::catalogue procedures_{std::vector<protocol::procedure>{}};
    const content::web_files web_{};
    runtime::worker_pool workers_{1, 4};
    runtime::worker_pool hashing_{1, 9};
    office office_{.sites = {},
                   .credentials = credentials_,
                   .catalogue = procedures_,
                   .web = web_,
                   .workers = workers_,
                   .hashing = hashing_};
    std::optional<http::router> router_;
};

/// The value of a header; empty where there is none.
inline std::string header_of(const http::response& answer, std::string_view name)
{
    const auto found = std::ranges::find(answer.headers, name, &http::response::header::first);
    return found == answer.headers.end() ? std::string() : found->second;
}

inline std::string text_in(const http::response& answer, std::string_view name)
{
    const auto body = boost::json::parse(answer.body);
    const auto* value = body.as_object().if_contains(name);
    return value == nullptr ? std::string() : std::string(value->as_string());
}

} // namespace motcua::api
