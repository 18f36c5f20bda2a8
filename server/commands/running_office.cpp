#include "server/commands/running_office.hpp"

#include "base/asset_folder.hpp"
#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/log_kinds.hpp"
#include "server/commands/log_lines.hpp"
#include "server/commands/take_over.hpp"
#include "server/office/listen_address.hpp"
#include "server/office/offline_site.hpp"
#include "server/office/run_file.hpp"
#include "server/office/time_zones.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>
#include <iostream>

namespace motcua::commands {

namespace {

namespace asio = boost::asio;

// More would take processor time from the thread of the network.
constexpr std::size_t worker_threads = 1;
constexpr std::size_t worker_tasks_max = 32;

/// One password is checked at a time, and eight wait. The thread gives way to the one of the network, so that
/// a rush of wrong passwords slows nobody who takes a ticket.
constexpr std::size_t hashing_tasks_max = 9;
constexpr int hashing_niceness = 10;

constexpr auto tick_every = std::chrono::seconds{1};

/// Polls of the network before a round is committed. Each costs 2 us and lets more requests share the commit,
/// and feeds send what they hold: 5 instead of 1 give 1.4 times the tickets per second at 16 connections
/// and 1.2 times at 64; a single connection notices nothing.
constexpr int polls_before_commit = 5;

template <class T>
T asset(content::loaded<T> read)
{
    if (!read) {
        throw failure(read.error().message);
    }
    return *std::move(read);
}

std::string new_epoch()
{
    access::random_bits random;
    return access::new_token(random);
}

http::notice_function notices_to(logging::log& log)
{
    return [&log](http::notice kind, std::string_view detail) { log.write(line_of(kind, detail)); };
}

} // namespace

running_office::running_office(const office_folder& opened, logging::log& log)
    : opened_(opened), log_(log),
      store_(
          office::open_journal(opened.folder, opened.configuration.site,
                               [this](const std::string& text) {
                                   note({.level = logging::level::info, .kind = kinds::store, .text = text});
                               })),
      site_(
          *store_, clock_, [this] { commit_after(polls_before_commit); },
          [this](const std::string& why) { give_up(why); }, runtime::events_between_snapshots,
          [this](runtime::log_level level, std::string_view text) { note(line_of(level, text)); },
          office::find_time_zone),
      feed_(opened.configuration.site, new_epoch()),
      credentials_([this](std::string_view code) { return api::state_of(office_, code); }),
      catalogue_(asset(content::load_catalogue(base::find_assets() / "catalogue" / "procedures.json"))),
      web_(asset(content::load_web_files(base::find_assets() / "web"))),
      workers_(worker_threads, worker_tasks_max), hashing_(1, hashing_tasks_max, hashing_niceness),
      consoles_(site_), office_{.sites = {},
                                .credentials = credentials_,
                                .catalogue = catalogue_,
                                .web = web_,
                                .workers = workers_,
                                .hashing = hashing_,
                                .report =
                                    [&log](const access::report& report) { log.write(line_of(report)); }},
      routes_(api::routes_of(api::all_endpoints(), office_)),
      listener_(context_, routes_, {}, notices_to(log))
{
    office_.sites.emplace(opened.configuration.site,
                          api::site_context{.machine = site_,
                                            .feed = feed_,
                                            .database = opened.folder.database().string(),
                                            .consoles = consoles_});
    site_.observe(&feed_);
    restore();
    take_over_old_files();
    load_credentials();
    admin_token_ = access::new_token(office_.random);
    credentials_.add_program(opened.configuration.site, "command", access::role::admin,
                             access::hash_of_token(admin_token_));
    site_.tick();
}

void running_office::restore()
{
    const auto began = std::chrono::steady_clock::now();
    if (const auto started = site_.start(); !started) {
        throw failure(opened_.folder.database().string() + ": " + started.error().detail);
    }
    restore_time_ =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (site_.state().seq() == 0) {
        throw failure(office::no_events_of(opened_.folder, opened_.configuration.site));
    }
}

void running_office::take_over_old_files()
{
    const auto note = [this](logging::line line) { this->note(std::move(line)); };
    take_over_old_settings(opened_, site_, note);
    take_over_old_access(opened_, site_, note);
}

void running_office::load_credentials()
{
    if (const auto loaded = api::load_credentials(office_, opened_.configuration.site); !loaded) {
        throw failure(opened_.folder.database().string() + ": " + loaded.error().detail);
    }
}

void running_office::listen(const addresses& where)
{
    auto opened = where;
    opened.main = open(where.main, where.tls ? where.tls->context : nullptr);
    if (where.plain) {
        opened.plain = open(*where.plain, nullptr);
    }
    write_run_file(opened);
    log_start(opened);
    std::cout << "listening on " << office::format_listen(opened.main) << std::endl;
    if (opened.plain) {
        std::cout << "plain HTTP on " << office::format_listen(*opened.plain) << std::endl;
    }
}

asio::ip::tcp::endpoint running_office::open(const asio::ip::tcp::endpoint& endpoint,
                                             std::shared_ptr<asio::ssl::context> tls)
{
    if (const auto error = listener_.listen(endpoint, std::move(tls))) {
        throw failure(
            fmt::format("cannot listen on {}: {}", office::format_listen(endpoint), error.message()));
    }
    return listener_.local_endpoint();
}

/// The address is one of this machine, where the server listens on all.
void running_office::write_run_file(const addresses& opened)
{
    auto endpoint = opened.main;
    if (endpoint.address().is_unspecified()) {
        endpoint.address(endpoint.address().is_v6() ? asio::ip::address(asio::ip::address_v6::loopback())
                                                    : asio::ip::address(asio::ip::address_v4::loopback()));
    }
    office::write_run_file(opened_.folder.run_file(),
                           {.url = (opened.tls ? "https://" : "http://") + office::format_listen(endpoint),
                            .token = admin_token_});
}

http::response running_office::ask(http::request& request)
{
    request.bearer = admin_token_;
    std::optional<http::response> answer;
    asio::co_spawn(context_, routes_.handle(request), [&](const std::exception_ptr& thrown, auto given) {
        if (thrown) {
            std::rethrow_exception(thrown);
        }
        answer = std::move(given);
    });
    while (!answer && context_.run_one() > 0) {
    }
    if (!answer) {
        throw failure("the request got no answer");
    }
    return *std::move(answer);
}

void running_office::log_tls(const addresses& opened)
{
    if (!opened.tls) {
        return log_.write(no_tls_line(opened.main.address()));
    }
    const auto file = opened_.folder.file(opened_.configuration.tls->certificate);
    log_.write(tls_line(file.string(), opened.tls->fingerprint));
    if (opened.plain) {
        log_.write(plain_line(opened.plain->address(), opened.plain->port()));
    }
}

void running_office::log_start(const addresses& opened)
{
    log_.write(start_line({.listens_on = office::format_listen(opened.main),
                           .folder = opened_.folder.path().string(),
                           .site = opened_.configuration.site,
                           .events = site_.state().seq(),
                           .restore_time = restore_time_}));
    log_.write({.level = web_.size() == 0 ? logging::level::warning : logging::level::info,
                .kind = kinds::content,
                .text = fmt::format("{} procedures and {} files of the citizen's pages from {}",
                                    catalogue_.all().size(), web_.size(), base::find_assets().string())});
    log_tls(opened);
    if (!opened_.configuration.old_keys.empty()) {
        log_.write(old_keys_line(opened_.configuration.file, opened_.configuration.old_keys));
    }
    std::vector<std::string> codes;
    for (const auto& service : site_.state().settings().services) {
        codes.push_back(service.code);
    }
    if (const auto line = alike_codes_line(codes)) {
        log_.write(*line);
    }
    has_started_ = true;
    for (const auto& line : early_lines_) {
        log_.write(line);
    }
    early_lines_.clear();
}

bool running_office::run()
{
    signals_.async_wait([this](boost::system::error_code error, int signal) {
        if (!error) {
            stop(signal);
        }
    });
    tick_later();
    http::guarded_run(context_, notices_to(log_));
    site_.commit();
    std::error_code left_behind; // The next command notices that nothing listens there.
    std::filesystem::remove(opened_.folder.run_file(), left_behind);
    log_.finish();
    return !failed_;
}

void running_office::commit_after(int polls)
{
    if (polls == 0) {
        return site_.commit();
    }
    asio::post(context_, [this, polls] { commit_after(polls - 1); });
}

void running_office::tick_later()
{
    tick_.expires_after(tick_every);
    tick_.async_wait([this](boost::system::error_code error) {
        if (error) {
            return;
        }
        site_.tick();
        const auto now = office_.steady_now();
        consoles_.tick(now);
        api::end_expired_sessions(office_, now);
        log_.tick();
        tick_later();
    });
}

void running_office::stop(int signal)
{
    const auto& count = listener_.count();
    log_.write(
        {.level = logging::level::info,
         .kind = kinds::stop,
         .text = fmt::format("{}; {} open connections, {} of them feeds",
                             signal == SIGINT ? "SIGINT" : "SIGTERM", count.connections, count.feeds)});
    asio::co_spawn(context_, listener_.stop(), [this](const std::exception_ptr&) {
        // What is still in flight is made durable first.
        site_.drain([this] { context_.stop(); });
    });
}

/// Only a new process learns what the disk holds; the supervisor of the server starts one.
void running_office::give_up(const std::string& why)
{
    note({.level = logging::level::critical,
          .kind = kinds::store,
          .text = "the store failed, only a restart can help: " + why});
    failed_ = true;
    context_.stop();
}

/// A start that fails is one line alone, so lines from before its success wait for it.
void running_office::note(logging::line line)
{
    if (!has_started_) {
        early_lines_.push_back(std::move(line));
        return;
    }
    log_.write(line);
}

} // namespace motcua::commands
