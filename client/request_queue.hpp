#pragma once
// Requests in order, each tried again with the same key until it has an answer or its time is over.

#include "client/backoff.hpp"
#include "client/transport.hpp"
#include "logging/line.hpp"

#include <list>

namespace motcua::client {

struct request_options
{
    milliseconds deadline = limits::request_deadline; ///< for all tries, and for waiting in the queue
    /// For a change that may have been sent before, by an earlier run of the program; empty: a new key.
    std::string idempotency_key;
};

/// On one strand. A completion may send, forget the other requests, or destroy the queue, which forgets them,
/// too.
class request_queue
{
public:
    /// All outlive the queue. `log` gets a line for each change that is given up.
    request_queue(transport& through, timers& clock, random_engine& random,
                  const logging::line_function& log);

    /// Sends `request` after those before it, and gives `done` its outcome. A try without an answer, 429 and
    /// 503 lead to another try with the same key, after the pause that Retry-After names, if it does; every
    /// other answer is the outcome. When the deadline passes first, or leaves no room for the pause, the last
    /// answer or error is. After an error, or 503, the server may have made the change. error::queue_full and
    /// error::wrong_target are given before this returns.
    void send(http_request request, completion done, request_options options = {});

    /// Forgets all requests: none of their completions runs.
    void forget();

private:
    struct waiting_request
    {
        http_request request;
        completion done;
        time_point deadline;
        std::unique_ptr<operation> expiry;
        result<http_response> last = error::deadline_passed; ///< the outcome when time is over
    };
    using place = std::list<waiting_request>::iterator;

    void try_first();
    void answered(result<http_response> answer);
    void give_up(place which, result<http_response> outcome);
    void finish(place which, result<http_response> outcome);
    std::string new_key();

    transport& transport_;
    timers& timers_;
    random_engine& random_;
    const logging::line_function& log_;
    backoff backoff_;
    std::list<waiting_request> requests_;  ///< the first is under way
    std::unique_ptr<operation> under_way_; ///< its try, or the pause before the next
};

} // namespace motcua::client
