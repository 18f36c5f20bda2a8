#include "tests/simulation/world/office.hpp"
#include "tests/simulation/zones.hpp"

#include "base/json.hpp"
#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/credential_rows.hpp"
#include "tests/simulation/checks/keyed_changes.hpp"
#include "tests/simulation/world/drawn_site.hpp"

#include <boost/asio/co_spawn.hpp>
#include <stdexcept>

namespace motcua::simulation {

namespace {

// Files of the program, the same for every life; no part of a simulated site reads them.
const content::catalogue no_procedures{{}};
const content::web_files no_web_files;

constexpr auto tick_every = seconds{1};

/// Those who are answered at the end may ask again, but not for ever.
constexpr int turns_to_rest_most = 1'000;

access::random_source drawn_from(std::uint64_t seed)
{
    return [random = draws{seed}](std::span<std::uint8_t> bytes) mutable {
        for (auto& byte : bytes) {
            byte = static_cast<std::uint8_t>(random.below(256));
        }
    };
}

} // namespace

/// A request stays where it is until it has its answer.
struct office::request_held
{
    explicit request_held(wire_request whole) : wire{std::move(whole)}
    {
        using client::verb;
        const auto& request = wire.request;
        read.method = request.verb == verb::get    ? http::verb::get
                      : request.verb == verb::post ? http::verb::post
                                                   : http::verb::delete_;
        if (!read.set_target(request.target)) {
            throw std::logic_error("not a target: " + request.target);
        }
        read.host = "hall";
        read.user_agent = "simulation";
        read.remote = wire.from;
        if (!wire.token.empty()) {
            read.bearer = wire.token;
        }
        if (!request.idempotency_key.empty()) {
            read.idempotency_key = request.idempotency_key;
        }
        if (!request.body.empty()) {
            read.content_type = "application/json";
            read.content_length = request.body.size();
            read.body = request.body;
        }
    }

    wire_request wire;
    http::request read;
};

office::office(const office_parts& with, std::unique_ptr<journal::journal> store)
    : schedule_{with.when}, store_{std::move(store)}, commit_delay_{with.commit_delay}, fatal_{with.fatal},
      site_{*store_,
            with.clock,
            [this] { commit_later(); },
            [fatal = with.fatal](const std::string&) { fatal(); },
            with.snapshot_every,
            {},
            find_zone},
      feed_{with.site, with.epoch}, watch_{feed_, with.durable, with.broken}, devices_{with.devices},
      code_{with.site}, credentials_{[this](std::string_view code) { return api::state_of(office_, code); }},
      office_{.sites = {},
              .credentials = credentials_,
              .catalogue = no_procedures,
              .web = no_web_files,
              .workers = workers_,
              .hashing = hashing_,
              .persons = access::person_vault{office_key},
              .password_hashing = {
                  .hash = [](const std::string& password) { return "hash of " + password; },
                  .check = [](const std::string& hash,
                              const std::string& password) { return hash == "hash of " + password; }},
              .random = access::random_bits{drawn_from(with.seed)},
              .steady_now = [this] { return access::steady_time{schedule_.now()}; }},
      routes_{api::routes_of(api::all_endpoints(), office_)}
{
    office_.sites.emplace(
        with.site,
        api::site_context{.machine = site_, .feed = feed_, .database = with.database, .consoles = consoles_});
    site_.observe(&watch_);
}

office::~office()
{
    schedule_.cancel(commit_planned_);
    schedule_.cancel(tick_planned_);
}

bool office::start(const domain::site_settings& settings)
{
    if (!site_.start()) {
        return false;
    }
    const bool same =
        site_.state().seq() > 0 && base::to_json(site_.state().settings()) == base::to_json(settings);
    if (!same) {
        must_change(domain::configure_site{settings});
    }
    if (!api::load_credentials(office_, code_)) {
        return false;
    }
    found_devices();
    site_.commit();
    tick();
    return true;
}

/// In the first life, and where the one before ended too early.
void office::found_devices()
{
    for (const auto& device : devices_) {
        if (site_.state().devices().find(device.name) != nullptr) {
            continue;
        }
        const auto hash = access::hash_of_token(token_of(device.name));
        must_change(domain::add_device{.device = device.name,
                                       .as = device.as,
                                       .counter = device.counter,
                                       .acts_alone = device.acts_alone,
                                       .has_token = true,
                                       .replaces = {}},
                    {journal::credential_row(journal::device_ref(device.name), hash)});
        if (const auto* known = site_.state().devices().find(device.name)) {
            credentials_.add_device(code_, *known, hash);
        }
    }
}

/// Without it the site is of no use: another life tries again.
void office::must_change(const domain::command& wanted, std::vector<journal::erasable_row> stored_beside)
{
    site_.change(
        wanted, {.actor = "site", .counter = {}, .staff = {}, .key = {}},
        [stored_beside = std::move(stored_beside)](const auto&, const auto&) {
            runtime::made_reply made{runtime::reply{runtime::answer_kind::nothing, {}}};
            made.erasable = stored_beside;
            return made;
        },
        [this](const runtime::outcome& taken) {
            if (!std::holds_alternative<runtime::reply>(taken)) {
                fatal_();
            }
        });
}

void office::finish(const std::function<void()>& complete_append)
{
    bool drained = false;
    site_.drain([&drained] { drained = true; });
    for (int turn = 0; !drained; ++turn) {
        if (turn == turns_to_rest_most) {
            throw std::logic_error("the site does not come to rest");
        }
        complete_append();
        site_.commit();
        poll();
    }
}

void office::commit_later()
{
    schedule_.cancel(commit_planned_);
    commit_planned_ = schedule_.after(commit_delay_(), [this] {
        commit_planned_ = 0;
        site_.commit();
        poll();
    });
}

void office::tick()
{
    tick_planned_ = schedule_.after(tick_every, [this] { tick(); });
    site_.tick();
    poll();
}

void office::poll()
{
    context_.restart();
    context_.poll();
}

void office::handle(wire_request wired, answered answer)
{
    const auto held = std::make_shared<request_held>(std::move(wired));
    boost::asio::co_spawn(
        context_, routes_.handle(held->read),
        [held, answer = std::move(answer)](const std::exception_ptr& thrown, http::response given) {
            // As a session answers what a handler throws.
            answer(thrown ? http::problem(500, "internal", "Something went wrong.") : std::move(given));
        });
    poll();
}

void office::open(wire_request wired, opened answer)
{
    const auto held = std::make_shared<request_held>(std::move(wired));
    boost::asio::co_spawn(
        context_, routes_.open(held->read),
        [held, answer = std::move(answer)](const std::exception_ptr& thrown, http::feed_answer given) {
            if (thrown) {
                std::rethrow_exception(thrown);
            }
            answer(std::move(given));
        });
    poll();
}

void office::feed_gone(http::feed& which)
{
    // They may own the feed.
    const auto gone = std::exchange(which.on_gone, nullptr);
    which.on_message = nullptr;
    if (gone) {
        gone();
    }
}

} // namespace motcua::simulation
