#pragma once
// A world for tests of sessions: a server of prepared answers and a clock that is moved by hand.

#include "client/connection.hpp"

#include <algorithm>
#include <map>

namespace motcua::test {

class scripted_world : public client::transport, public client::timers
{
public:
    struct timer
    {
        client::time_point due;
        std::function<void()> function;
    };

    struct cancelling : client::operation
    {
        cancelling(scripted_world& of, int which) : world(of), id(which) {}
        ~cancelling() override { world.timers_.erase(id); }
        scripted_world& world;
        int id;
    };

    struct open_feed_handle : client::feed
    {
        void ping() override {}
    };

    std::unique_ptr<client::operation> send(client::http_request request, client::milliseconds,
                                            client::completion done) override
    {
        sent.push_back(request);
        if (const auto function = on_sent) {
            function(request);
        }
        const auto found = answers.find(request.target);
        auto answer =
            found == answers.end() ? otherwise : client::result<client::http_response>(found->second);
        return after(client::milliseconds(0), [done, answer] { done(answer); });
    }

    std::unique_ptr<client::feed> open_feed(std::string target, client::feed_handlers handlers) override
    {
        feed_target = std::move(target);
        feed = std::move(handlers);
        return std::make_unique<open_feed_handle>();
    }

    void use_token(std::string now) override { token = std::move(now); }

    std::optional<client::fingerprint> pinned() const override { return certificate; }

    client::time_point now() const override { return now_; }

    std::unique_ptr<client::operation> after(client::milliseconds delay,
                                             std::function<void()> function) override
    {
        timers_[++last_] = {now_ + delay, std::move(function)};
        return std::make_unique<cancelling>(*this, last_);
    }

    /// Lets `span` pass, running what falls due in order.
    void pass(client::milliseconds span)
    {
        const auto end = now_ + span;
        while (true) {
            auto next = timers_.end();
            for (auto one = timers_.begin(); one != timers_.end(); ++one) {
                if (one->second.due <= end && (next == timers_.end() || one->second.due < next->second.due)) {
                    next = one;
                }
            }
            if (next == timers_.end()) {
                break;
            }
            now_ = next->second.due;
            const auto function = std::move(next->second.function);
            timers_.erase(next);
            function();
        }
        now_ = end;
    }

    int count(const std::string& target) const
    {
        return static_cast<int>(std::ranges::count(sent, target, &client::http_request::target));
    }

    std::map<std::string, client::http_response> answers;
    /// The answer where none is prepared.
    client::result<client::http_response> otherwise = client::error::deadline_passed;
    std::vector<client::http_request> sent;
    /// Runs when a request leaves, before its answer comes.
    std::function<void(const client::http_request&)> on_sent;
    std::string token;
    /// As if the server had shown it.
    std::optional<client::fingerprint> certificate;
    std::string feed_target;
    client::feed_handlers feed;

private:
    client::time_point now_{};
    int last_ = 0;
    std::map<int, timer> timers_;
};

} // namespace motcua::test
