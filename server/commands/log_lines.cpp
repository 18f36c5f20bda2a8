#include "server/commands/log_lines.hpp"

#include "server/commands/log_kinds.hpp"

#include <algorithm>
#include <boost/asio/ip/address_v6.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

namespace motcua::commands {

namespace {

using logging::level;

std::string text_of(const boost::asio::ip::address& address)
{
    namespace ip = boost::asio::ip;
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

/// "lan (clerk)", for the end of a sentence.
std::string holder_of(const access::report& report)
{
    return report.role ? report.name + " (" + boost::describe::enum_to_string(*report.role, "") + ")"
                       : "an unknown login";
}

logging::line line_of_plain(const boost::asio::ip::address& listens_on, const std::string& where)
{
    const bool is_local = listens_on.is_loopback();
    return {.level = is_local ? level::info : level::warning,
            .kind = kinds::tls,
            .text = where + (is_local ? "; only this machine can connect"
                                      : "; tokens and passwords cross the network unencrypted")};
}

} // namespace

logging::line start_line(const start_facts& facts)
{
    return {.level = level::info,
            .kind = kinds::start,
            .text = fmt::format(
                "motcua-server {} listens on {}; folder {}, site {}, {} events, restored in {} ms",
                MOTCUA_VERSION, facts.listens_on, facts.folder, facts.site, facts.events,
                facts.restore_time.count())};
}

logging::line tls_line(const std::string& file, const std::string& fingerprint)
{
    return {.level = level::info,
            .kind = kinds::tls,
            .text = fmt::format("1.2 and 1.3 with {}, fingerprint {}", file, fingerprint)};
}

logging::line no_tls_line(const boost::asio::ip::address& listens_on)
{
    return line_of_plain(listens_on, "none");
}

logging::line plain_line(const boost::asio::ip::address& listens_on, std::uint16_t port)
{
    return line_of_plain(listens_on, fmt::format("none on port {}", port));
}

logging::line made_key_line(const std::string& file)
{
    return {.level = level::info,
            .kind = kinds::start,
            .text = fmt::format("{} made: keep on paper what \"motcua-server key show\" prints", file)};
}

logging::line old_keys_line(const std::string& file, const std::vector<std::string>& keys)
{
    return {.level = level::warning,
            .kind = kinds::settings,
            .text =
                fmt::format("{}: settings of the site are not read from here any more: {}; change them with "
                            "motcua-server settings",
                            file, fmt::join(keys, ", "))};
}

std::optional<logging::line> alike_codes_line(const std::vector<std::string>& codes)
{
    std::vector<std::string> alike;
    std::ranges::copy_if(codes, std::back_inserter(alike),
                         [](const std::string& code) { return code.find_first_of("IO") != code.npos; });
    if (alike.empty()) {
        return std::nullopt;
    }
    return logging::line{.level = level::warning,
                         .kind = kinds::settings,
                         .text =
                             fmt::format("services {}: people read I as 1 and O as 0; choose another letter",
                                         fmt::join(alike, ", "))};
}

logging::line line_of(const access::report& report)
{
    using enum access::report_kind;
    const auto from = " from " + text_of(report.address);
    const auto warning = [&from](logging::kind kind, const std::string& text) {
        return logging::line{.level = level::warning, .kind = kind, .text = text + from};
    };
    switch (report.kind) {
    case signed_in:
        return {
            .level = level::info, .kind = kinds::sign_in, .text = holder_of(report) + " signed in" + from};
    case signed_out:
        return {
            .level = level::info, .kind = kinds::sign_in, .text = holder_of(report) + " signed out" + from};
    case wrong_password:
        return warning(kinds::failed_sign_in, "wrong password for " + holder_of(report));
    case unknown_account:
        return warning(kinds::failed_sign_in, "unknown login");
    case too_many_attempts:
        return warning(kinds::failed_sign_in, "too many attempts for " + holder_of(report));
    case unknown_token:
        return warning(kinds::refusal, "a token that is not valid");
    case wrong_role:
        return warning(kinds::refusal, "a request beyond the role of " + holder_of(report));
    }
    return warning(kinds::refusal, "a request");
}

logging::line line_of(http::notice notice, std::string_view detail)
{
    using enum http::notice;
    switch (notice) {
    case handler_failed:
        return {.level = level::error, .kind = kinds::request, .text = fmt::format("failed: {}", detail)};
    case accept_failed:
        return {.level = level::error,
                .kind = kinds::request,
                .text = fmt::format("no further connection can be accepted: {}", detail)};
    case handshake_failed:
        return {
            .level = level::debug, .kind = kinds::tls, .text = fmt::format("no handshake with {}", detail)};
    case feed_behind:
        return {.level = level::warning,
                .kind = kinds::feed,
                .text = fmt::format("dropped the feed of {}, which did not keep up", detail)};
    case client_gone:
        return {.level = level::debug,
                .kind = kinds::feed,
                .text = fmt::format("the client of a feed at {} is gone", detail)};
    }
    return {.level = level::error, .kind = kinds::request, .text = std::string(detail)};
}

logging::line line_of(runtime::log_level level, std::string_view text)
{
    using enum runtime::log_level;
    return {.level = level == error     ? logging::level::error
                     : level == warning ? logging::level::warning
                                        : logging::level::info,
            .kind = kinds::site,
            .text = std::string(text)};
}

} // namespace motcua::commands
