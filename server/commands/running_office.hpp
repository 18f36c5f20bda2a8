#pragma once
// The running office: site, interface and listener, on one thread.

#include "logging/log.hpp"
#include "server/api/office.hpp"
#include "server/commands/office_folder.hpp"
#include "server/http/listener.hpp"
#include "server/http/tls.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <csignal>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace motcua::commands {

struct addresses
{
    boost::asio::ip::tcp::endpoint main;
    /// None: `main` speaks plain HTTP.
    std::optional<http::tls> tls;
    /// Plain HTTP besides.
    std::optional<boost::asio::ip::tcp::endpoint> plain;
};

class running_office
{
public:
    /// Restores the site. Throws `failure` if that is not possible. `opened` and `log` must outlive the
    /// office.
    running_office(const office_folder& opened, logging::log& log);

    /// Names and phone numbers are sealed with `key` from now on, not with one of this process.
    void use_person_key(const access::office_key& key) { office_.persons = access::person_vault(key); }

    /// Accepts connections, logs the start and prints each address on the standard output. Throws `failure`.
    void listen(const addresses& where);

    /// Answers a request of the command line as an administrator, without a connection.
    http::response ask(http::request& request);

    /// Until SIGTERM or SIGINT, then answers the requests in progress. False when the store failed and only a
    /// restart can help.
    bool run();

private:
    void restore();
    void take_over_old_files();
    void load_credentials();
    boost::asio::ip::tcp::endpoint open(const boost::asio::ip::tcp::endpoint& endpoint,
                                        std::shared_ptr<boost::asio::ssl::context> tls);
    void write_run_file(const addresses& opened);
    void log_start(const addresses& opened);
    void log_tls(const addresses& opened);
    void commit_after(int polls);
    void tick_later();
    void stop(int signal);
    void give_up(const std::string& why);
    void note(logging::line line);

    const office_folder& opened_;
    logging::log& log_;
    std::vector<logging::line> early_lines_; ///< from before the start was certain
    bool has_started_ = false;
    boost::asio::io_context context_{1};
    std::unique_ptr<journal::journal> store_;
    runtime::machine_clock clock_;
    runtime::site site_;
    api::live_feed feed_;
    access::credentials credentials_;
    content::catalogue catalogue_;
    content::web_files web_;
    runtime::worker_pool workers_;
    runtime::worker_pool hashing_;
    api::console_watch consoles_;
    api::office office_;
    http::router routes_;
    http::listener listener_;
    boost::asio::steady_timer tick_{context_};
    boost::asio::signal_set signals_{context_, SIGTERM, SIGINT};
    std::chrono::milliseconds restore_time_{};
    /// Of the commands of the owner of the folder, for this run.
    std::string admin_token_;
    bool failed_ = false;
};

} // namespace motcua::commands
