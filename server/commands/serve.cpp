#include "base/asset_folder.hpp"
#include "server/api/openapi.hpp"
#include "server/api/resources/resources.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/office_folder.hpp"
#include "server/http/listener.hpp"
#include "server/office/office_site.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>
#include <iostream>
#include <malloc.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

namespace motcua::commands {

namespace {

namespace asio = boost::asio;

// One for passwords, one for reports; more would take the processor from the network's thread.
constexpr std::size_t worker_threads = 2;
constexpr std::size_t worker_tasks_max = 32;
constexpr auto tick_every = std::chrono::seconds{1};

/// How often the network is looked at before a round is committed. Each look costs 2 us and lets more
/// requests share the commit, and feeds send what they hold: 5 instead of 1 give 1.4 times the tickets a
/// second at 16 connections and 1.2 times at 64; one connection alone does not feel it.
constexpr int polls_before_commit = 5;

void log(std::string_view line) { spdlog::warn("{}", line); }

/// 8,192 connections need as many descriptors; most systems give 1,024 until they are asked.
void raise_descriptor_limit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// A rush takes some MB and gives them back a hundred times a second: keeping them saves a sixth of the
/// processor time of a ticket (26 to 22 us at 64 connections).
void keep_freed_memory()
{
    mallopt(M_TOP_PAD, 4 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

asio::ip::tcp::endpoint address_of(const serve_options& wanted, const configuration& office)
{
    const auto text = wanted.listen.value_or(office.listen);
    const auto where = parse_listen(text);
    if (!where) {
        throw wrong_setting("--listen " + text + ": " + where.error().why);
    }
    return *where;
}

api::access_list access_of(const data_folder& folder)
{
    auto list = folder.load_access();
    if (!list) {
        throw failure(list.error().why);
    }
    return *std::move(list);
}

template <class T>
T asset(api::loaded<T> read)
{
    if (!read) {
        throw failure(read.error().message);
    }
    return *std::move(read);
}

std::string text_of(const asio::ip::tcp::endpoint& where)
{
    const auto address = where.address().to_string();
    return fmt::format("{}:{}", where.address().is_v6() ? "[" + address + "]" : address, where.port());
}

std::string new_epoch()
{
    api::random_bits random;
    return api::new_token(random);
}

/// The running office: site, interface and listener, on one thread.
class running_office
{
public:
    running_office(const data_folder& folder, const configuration& office)
        : store_(open_journal(folder, office.site)),
          site_(
              *store_, clock_, [this] { commit_after(polls_before_commit); },
              [this](const std::string& why) { give_up(why); }),
          feed_(office.site, new_epoch()), access_(access_of(folder)),
          procedures_(asset(api::load_catalogue(base::find_assets() / "catalogue" / "procedures.json"))),
          web_(asset(api::load_web_files(base::find_assets() / "web"))), house_{.halls = {},
                                                                                .known = access_,
                                                                                .open = office.open,
                                                                                .procedures = procedures_,
                                                                                .web = web_,
                                                                                .workers = workers_},
          routes_(api::routes_of(api::all_endpoints(), house_)), door_(context_, routes_, {}, log)
    {
        house_.halls.emplace(office.site,
                             api::hall{.site = site_, .feed = feed_, .database = folder.database().string()});
        site_.observe(&feed_);
        if (const auto started = site_.start(); !started) {
            throw failure(folder.database().string() + ": " + started.error().detail);
        }
        if (site_.state().seq() == 0) {
            throw failure(no_events_of(folder, office.site));
        }
        std::string wrong;
        follow_configuration(site_, office, [&wrong](const std::string& why) { wrong = why; });
        if (!wrong.empty()) {
            throw wrong_setting(office.file + ": " + wrong);
        }
        site_.commit();
        if (!wrong.empty()) {
            throw failure(wrong);
        }
        site_.tick();
    }

    void listen(const asio::ip::tcp::endpoint& where)
    {
        if (const auto error = door_.listen(where)) {
            throw failure(fmt::format("cannot listen on {}: {}", text_of(where), error.message()));
        }
        std::cout << "listening on " << text_of(door_.local_endpoint()) << std::endl;
    }

    /// False when the store failed for good.
    bool run()
    {
        signals_.async_wait([this](boost::system::error_code error, int) {
            if (!error) {
                stop();
            }
        });
        tick_later();
        http::guarded_run(context_, log);
        site_.commit();
        return !failed_;
    }

private:
    void commit_after(int polls)
    {
        if (polls == 0) {
            return site_.commit();
        }
        asio::post(context_, [this, polls] { commit_after(polls - 1); });
    }

    void tick_later()
    {
        tick_.expires_after(tick_every);
        tick_.async_wait([this](boost::system::error_code error) {
            if (error) {
                return;
            }
            site_.tick();
            tick_later();
        });
    }

    void stop()
    {
        asio::co_spawn(context_, door_.stop(), [this](const std::exception_ptr&) { context_.stop(); });
    }

    /// Only a fresh open tells what the disk holds; what supervises the server starts it again.
    void give_up(const std::string& why)
    {
        spdlog::critical("the store failed: {}", why);
        failed_ = true;
        context_.stop();
    }

    asio::io_context context_{1};
    std::unique_ptr<journal::journal> store_;
    runtime::machine_clock clock_;
    runtime::site site_;
    api::live_feed feed_;
    api::access access_;
    api::catalogue procedures_;
    api::web_files web_;
    runtime::worker_pool workers_{worker_threads, worker_tasks_max};
    api::office house_;
    http::router routes_;
    http::listener door_;
    asio::steady_timer tick_{context_};
    asio::signal_set signals_{context_, SIGTERM, SIGINT};
    bool failed_ = false;
};

} // namespace

bool serve(const serve_options& wanted)
{
    spdlog::set_default_logger(spdlog::stderr_logger_mt("motcua-server"));
    raise_descriptor_limit();
    keep_freed_memory();
    const auto [folder, office] = open_office(wanted.folder, wanted.configuration);
    const auto where = address_of(wanted, office);
    running_office running(folder, office);
    running.listen(where);
    return running.run();
}

} // namespace motcua::commands
