#pragma once
// A virtual clock and a scripted server, so that minutes of a bad network pass in no time.

#include "client/transport.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace motcua::client::test {

class virtual_timers final : public timers
{
public:
    time_point now() const override { return now_; }

    std::unique_ptr<operation> after(milliseconds delay, std::function<void()> function) override
    {
        const auto place = std::pair{now_ + delay, ++last_};
        entries_.emplace(place, std::move(function));
        return std::make_unique<entry>(*this, place);
    }

    void advance(milliseconds span)
    {
        const auto end = now_ + span;
        while (!entries_.empty() && entries_.begin()->first.first <= end) {
            const auto next = entries_.begin();
            now_ = std::max(now_, next->first.first);
            const auto function = std::move(next->second);
            entries_.erase(next);
            function();
        }
        now_ = end;
    }

    bool is_idle() const { return entries_.empty(); }

private:
    using key = std::pair<time_point, int>;

    struct entry : operation
    {
        entry(virtual_timers& of, key which) : timers{of}, where{which} {}
        ~entry() override { timers.entries_.erase(where); }
        virtual_timers& timers;
        key where;
    };

    time_point now_{std::chrono::hours{1}};
    int last_ = 0;
    std::map<key, std::function<void()>> entries_;
};

/// One feed that the client has opened, until it lets go.
class fake_feed final : public feed
{
public:
    fake_feed(std::vector<fake_feed*>& list, std::string path, feed_handlers handlers)
        : list_{list}, target{std::move(path)}, handlers_{std::move(handlers)}
    {
        list_.push_back(this);
    }
    ~fake_feed() override { std::erase(list_, this); }

    void ping() override
    {
        ++pings;
        if (answers_pings) {
            heard();
        }
    }

    // The client may let go within each of these: nothing of this is touched afterwards.
    void open() { run(handlers_.on_open); }
    void heard() { run(handlers_.on_heard); }
    void close(boost::system::error_code why = error::feed_refused) { run(handlers_.on_closed, why); }
    void say(std::string_view text)
    {
        const auto message = handlers_.on_message;
        heard();
        message(text);
    }

private:
    /// Of a copy, which the client cannot destroy.
    template <class Function, class... Arguments>
    static void run(Function function, Arguments... arguments)
    {
        function(arguments...);
    }

    std::vector<fake_feed*>& list_;

public:
    std::string target;
    int pings = 0;
    bool answers_pings = true;

private:
    feed_handlers handlers_;
};

class scripted_transport final : public transport
{
public:
    explicit scripted_transport(virtual_timers& clock) : timers_{clock} {}

    std::unique_ptr<operation> send(http_request request, milliseconds deadline, completion done) override
    {
        tries.emplace_back(timers_.now(), request);
        tokens.push_back(token);
        auto answer = server(request);
        if (!answer) {
            return timers_.after(deadline, [done = std::move(done)] { done(error::deadline_passed); });
        }
        return timers_.after(milliseconds{1}, [done = std::move(done), answer] { done(*answer); });
    }

    std::unique_ptr<feed> open_feed(std::string target, feed_handlers handlers) override
    {
        feeds_opened.push_back(timers_.now());
        return std::make_unique<fake_feed>(feeds, std::move(target), std::move(handlers));
    }

    void use_token(std::string now) override { token = std::move(now); }

    std::string token;               ///< in use now
    std::vector<std::string> tokens; ///< of each try
    /// What the server says to each try; nothing: it is silent until the try's deadline.
    std::function<std::optional<result<http_response>>(const http_request&)> server;
    std::vector<std::pair<time_point, http_request>> tries;

    std::vector<fake_feed*> feeds; ///< those that the client holds
    std::vector<time_point> feeds_opened;

private:
    virtual_timers& timers_;
};

inline const boost::system::error_code unreachable = make_error_code(boost::system::errc::host_unreachable);

} // namespace motcua::client::test
