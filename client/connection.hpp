#pragma once
// A client's connection to its server: requests that survive a bad network, and the live feed. Over sockets
// or over a simulated network.

#include "client/answer.hpp"
#include "client/live_feed.hpp"
#include "client/request_queue.hpp"

namespace motcua::client {

/// Everything happens on one strand. Destroying it forgets the requests under way: none of their completions
/// runs. No callback may destroy it.
class connection
{
public:
    /// `through` and `clock` outlive the connection; `random` should be seeded by seeded_engine(), or by a
    /// simulation. `log` gets a line for what an administrator should know, on the strand.
    connection(transport& through, timers& clock, random_engine random,
               logging::line_function log = logging::no_log)
        : transport_{through}, timers_{clock}, random_{random}, log_{std::move(log)}, requests_{through,
                                                                                                clock,
                                                                                                random_, log_}
    {}

    /// See request_queue::send.
    void send(http_request request, completion done, request_options options = {})
    {
        requests_.send(std::move(request), std::move(done), std::move(options));
    }

    /// The same with types: `send<protocol::ticket>(verb::post, target, protocol::issue_ticket{…}, done)`.
    /// `Answer` is a message of protocol/messages.hpp, std::optional of one where 204 is an answer, too, or
    /// no_body. Every outcome that is not a success is a problem.
    template <class Answer, class Body>
    void send(client::verb verb, std::string target, const Body& body,
              std::function<void(answer<Answer>)> done, request_options options = {})
    {
        send({verb, std::move(target), base::to_json(body), {}}, typed<Answer>(std::move(done)),
             std::move(options));
    }

    /// A request without a body.
    template <class Answer>
    void send(client::verb verb, std::string target, std::function<void(answer<Answer>)> done,
              request_options options = {})
    {
        send({verb, std::move(target), {}, {}}, typed<Answer>(std::move(done)), std::move(options));
    }

    /// Follows a live feed, in place of the one before. Not from within a feed's own callback.
    void follow(std::string target, feed_events events)
    {
        feed_.emplace(transport_, timers_, random_, std::move(target), std::move(events));
    }

    /// Lets go of the feed; no callback of it follows. Not from within one.
    void unfollow() { feed_.reset(); }

    /// Forgets the requests under way and the feed; no callback of them follows. A completion may do this, a
    /// callback of the feed may not.
    void forget()
    {
        requests_.forget();
        unfollow();
    }

    /// As transport::use_token.
    void use_token(std::string token) { transport_.use_token(std::move(token)); }

    /// As transport::pinned. After the first answer it is what a window stores beside its token.
    std::optional<fingerprint> pinned() const { return transport_.pinned(); }

    timers& clock() { return timers_; }

    const logging::line_function& log() const { return log_; }

private:
    template <class Answer>
    static completion typed(std::function<void(answer<Answer>)> done)
    {
        return [done = std::move(done)](const result<http_response>& got) { done(read_answer<Answer>(got)); };
    }

    transport& transport_;
    timers& timers_;
    random_engine random_;
    logging::line_function log_;
    request_queue requests_;
    std::optional<live_feed> feed_;
};

/// An engine whose numbers no other client draws, seeded by the machine's random source.
inline random_engine seeded_engine()
{
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
    return random_engine{seed};
}

} // namespace motcua::client
