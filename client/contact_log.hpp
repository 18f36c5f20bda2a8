#pragma once
// What the log of a window says about its server: one line when the contact changes, none while it stays as
// it is, however often it is tried.

#include "client/transport.hpp"
#include "logging/line.hpp"
#include "protocol/messages.hpp"

namespace motcua::client {

/// On the strand of its connection.
class contact_log
{
public:
    /// `clock` outlives this.
    contact_log(timers& clock, logging::line_function write) : timers_{clock}, write_{std::move(write)} {}

    /// Another login begins, of which nothing is known.
    void restart();

    /// The server knows the token; connected() will name its role and site, never its staff.
    void known(const protocol::identity& who);
    /// The token is valid and of no use to this window.
    void useless(const protocol::identity& who);
    void connected();
    /// The server is away for the reason `why`.
    void lost(const std::string& why);
    void refused();

    /// The feed began with a snapshot at `seq`. The first one of a login is none of the log's business.
    void snapshot(std::optional<std::int64_t> seq);

private:
    enum class contact
    {
        none,
        connected,
        lost,
        refused
    };

    /// False when it was so before.
    bool becomes(contact now);
    void note(logging::level level, logging::kind kind, std::string text);

    timers& timers_;
    logging::line_function write_;
    contact contact_ = contact::none;
    bool was_connected_ = false;
    bool had_snapshot_ = false;
    std::optional<time_point> gone_since_; ///< the first line about it
    std::string whose_;                    ///< "role kiosk, site demo"
};

} // namespace motcua::client
