#pragma once
// The configuration file of an office, motcua.toml: where the server listens, and what the office is.

#include "server/access/open_doors.hpp"
#include "server/domain/settings/settings.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/system/result.hpp>
#include <filesystem>
#include <string>

namespace motcua {

struct configuration
{
    /// Where it was read.
    std::string file;
    std::string listen;
    api::open_doors open;
    /// How the site is called in paths.
    std::string site;
    domain::site_settings settings;
};

/// In one line, what is wrong and why.
struct reason
{
    std::string why;
};

template <class T>
using or_reason = boost::system::result<T, reason>;

/// Strict: a key that does not exist, a value of another type, or one that cannot be is refused by its line
/// in `file` and its name there.
or_reason<configuration> read_configuration(std::string_view toml, const std::string& file);
or_reason<configuration> load_configuration(const std::filesystem::path& file);

/// What init writes: the demo office, or the same office under another name as a start.
std::string configuration_template(bool demo);

/// "127.0.0.1:8080", "[::1]:0": an address, no name.
or_reason<boost::asio::ip::tcp::endpoint> parse_listen(std::string_view text);

} // namespace motcua
