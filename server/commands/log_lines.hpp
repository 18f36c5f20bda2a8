#pragma once
// What the log says about each thing that an administrator should know.

#include "logging/line.hpp"
#include "server/access/report.hpp"
#include "server/http/notices.hpp"
#include "server/runtime/site_log.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::commands {

struct start_facts
{
    std::string listens_on;
    std::string folder;
    std::string site;
    std::int64_t events{};
    /// Of the replay from snapshot and journal.
    std::chrono::milliseconds restore_time{};
};

logging::line start_line(const start_facts& facts);

/// The server speaks TLS with the certificate in `file`.
logging::line tls_line(const std::string& file, const std::string& fingerprint);

/// The server speaks plain HTTP, and nothing else. A warning unless it listens to this machine only.
logging::line no_tls_line(const boost::asio::ip::address& listens_on);

/// The server speaks plain HTTP too. A warning unless it does to this machine only.
logging::line plain_line(const boost::asio::ip::address& listens_on, std::uint16_t port);

/// The office of an older program got its key for personal data.
logging::line made_key_line(const std::string& file);

/// `file` still holds settings of the site, from an older program, which are not read.
logging::line old_keys_line(const std::string& file, const std::vector<std::string>& keys);

/// The codes of services that a reader of a number takes for a figure: I and O. Nothing where there is none.
std::optional<logging::line> alike_codes_line(const std::vector<std::string>& codes);

logging::line line_of(const access::report& report);

logging::line line_of(http::notice notice, std::string_view detail);

/// What a site reports: failed commits, recoveries, clock jumps, skipped snapshots, turned days.
logging::line line_of(runtime::log_level level, std::string_view text);

} // namespace motcua::commands
