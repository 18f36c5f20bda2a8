#pragma once
// One line of the log: how bad it is, what it is about, and a text.

#include <boost/describe/enum.hpp>
#include <string>

namespace motcua::logging {

enum class level
{
    debug,
    info,
    warning,
    error,
    critical ///< only a restart can help
};

/// What a line is about. Its name begins the line, and each kind has a limit of its own.
enum class kind
{
    start,
    stop,
    content, ///< the catalogue and the files of the phone page
    tls,
    settings, ///< of the site
    sign_in,
    failed_sign_in, ///< apart from sign_in: a flood of these must not hide the one that succeeds
    refusal,
    store,
    site, ///< clock, business day, snapshots
    feed,
    request
};
BOOST_DESCRIBE_ENUM(kind, start, stop, content, tls, settings, sign_in, failed_sign_in, refusal, store, site,
                    feed, request)

struct line
{
    logging::level level{};
    logging::kind kind{};
    std::string text;
};

} // namespace motcua::logging
