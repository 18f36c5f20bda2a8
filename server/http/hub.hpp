#pragma once
// What all connections of one listener share: the router, the limits, the clock of the sweeper, and the list
// of connections.

#include "base/stream.hpp"
#include "server/http/guarded_run.hpp"
#include "server/http/limits.hpp"
#include "server/http/metrics.hpp"
#include "server/http/router.hpp"

#include <boost/intrusive/list.hpp>
#include <chrono>
#include <string>

namespace motcua::http {

using base::stream;
using clock = std::chrono::steady_clock;

/// A connection as the sweeper sees it.
class connection
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>
{
public:
    /// Runs at each sweep: checks the deadlines.
    virtual void sweep(clock::time_point now) = 0;

    /// Closes the socket at once; an operation that waits on it ends with an error in a later turn of the
    /// loop.
    virtual void abort() noexcept = 0;

    /// Ends as soon as the request in progress is answered.
    virtual void drain() = 0;

protected:
    ~connection() = default;
};

using connection_list = boost::intrusive::list<connection, boost::intrusive::constant_time_size<false>>;

struct hub
{
    hub(const router& a_router, const limits& bounds, notice_function a_report)
        : routes{a_router}, limit{bounds}, report{std::move(a_report)}
    {}

    const router& routes;
    const limits limit;
    const notice_function report;
    metrics count;
    clock::time_point now = clock::now(); ///< of the last sweep: no request reads the system clock
    std::string date;                     ///< the header Date, of the last sweep
    bool draining = false;                ///< answer the requests in progress, accept no others

    connection_list waiting; ///< for bytes of their client, the one that has waited longest first
    connection_list working; ///< on an answer
    connection_list feeds;
};

} // namespace motcua::http
