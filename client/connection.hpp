#pragma once
// A client's connection to its server: calls that survive a bad network, and the live feed. Kiosk, console
// and hall board speak through this, over sockets or over a simulated network.

#include "client/answer.hpp"
#include "client/call_queue.hpp"
#include "client/live_feed.hpp"

namespace motcua::client {

/// Everything happens on one strand. Destroying it forgets the calls under way: their completions are not
/// called. No callback may destroy it.
class connection
{
public:
    /// `through` and `clock` outlive the connection; `random` should be seeded by seeded_engine(), or by a
    /// simulation.
    connection(transport& through, timers& clock, random_engine random)
        : transport_{through}, timers_{clock}, random_{random}, calls_{through, clock, random_}
    {}

    /// See call_queue::call.
    void call(http_request request, completion done, call_options options = {})
    {
        calls_.call(std::move(request), std::move(done), std::move(options));
    }

    /// The same with types: `call<protocol::ticket>(verb::post, target, protocol::issue_ticket{…}, done)`.
    /// `Answer` is a message of protocol/messages.hpp, std::optional of one where 204 is an answer too, or
    /// no_body. Whatever is not a success is a problem.
    template <class Answer, class Body>
    void call(client::verb verb, std::string target, const Body& body,
              std::function<void(answer<Answer>)> done, call_options options = {})
    {
        call({verb, std::move(target), base::to_json(body), {}}, typed<Answer>(std::move(done)),
             std::move(options));
    }

    /// A call without a body.
    template <class Answer>
    void call(client::verb verb, std::string target, std::function<void(answer<Answer>)> done,
              call_options options = {})
    {
        call({verb, std::move(target), {}, {}}, typed<Answer>(std::move(done)), std::move(options));
    }

    /// Follows a live feed, in place of the one followed before. Not from within a feed's own callback.
    void follow(std::string target, feed_events events)
    {
        feed_.emplace(transport_, timers_, random_, std::move(target), std::move(events));
    }

    void unfollow() { feed_.reset(); }

    /// Forgets the calls under way and the feed: whoever asked ends, and none of his callbacks may come any
    /// more. Not from within one.
    void forget()
    {
        calls_.forget();
        unfollow();
    }

    /// As transport::use_token: for a member of staff who signed in.
    void use_token(std::string token) { transport_.use_token(std::move(token)); }

    timers& clock() { return timers_; }

private:
    template <class Answer>
    static completion typed(std::function<void(answer<Answer>)> done)
    {
        return [done = std::move(done)](const result<http_response>& got) { done(read_answer<Answer>(got)); };
    }

    transport& transport_;
    timers& timers_;
    random_engine random_;
    call_queue calls_;
    std::optional<live_feed> feed_;
};

/// An engine that no other client's will ever equal, seeded by the machine's random source.
inline random_engine seeded_engine()
{
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
    return random_engine{seed};
}

} // namespace motcua::client
