#pragma once
// Calls in order, each tried again with the same key until it has an answer or its time is over.

#include "client/backoff.hpp"
#include "client/transport.hpp"

#include <list>

namespace motcua::client {

struct call_options
{
    milliseconds deadline = limits::call_deadline; ///< for all tries, and for waiting in the queue
    /// For a change that was perhaps asked for before, by an earlier run; empty: a new key.
    std::string idempotency_key;
};

/// On one strand. Completions may call again, or destroy the queue; then the other calls are forgotten.
class call_queue
{
public:
    /// All three outlive the queue.
    call_queue(transport& through, timers& clock, random_engine& random);

    /// Asks the server, after the calls before. A try without answer, 429 and 503 lead to another one with
    /// the same key, after the pause that Retry-After names if it does; everything else is handed back. When
    /// the deadline passes first, or no pause fits in before it, so is the last answer or error. A change
    /// with an error, or with 503, may have been done. error::queue_full and error::wrong_target are handed
    /// back before this returns.
    void call(http_request request, completion done, call_options options = {});

    /// Forgets all calls: their completions are not called. Not from within one.
    void forget();

private:
    struct waiting_call
    {
        http_request request;
        completion done;
        time_point deadline;
        std::unique_ptr<operation> expiry;
        result<http_response> last = error::deadline_passed; ///< what is handed back when time is over
    };
    using place = std::list<waiting_call>::iterator;

    void try_first();
    void answered(result<http_response> answer);
    void finish(place which, result<http_response> outcome);
    std::string new_key();

    transport& transport_;
    timers& timers_;
    random_engine& random_;
    backoff backoff_;
    std::list<waiting_call> calls_;        ///< the first is under way
    std::unique_ptr<operation> under_way_; ///< its try, or the pause before the next
};

} // namespace motcua::client
