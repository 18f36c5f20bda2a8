#include "tests/bench/closed_load.hpp"

#include "tests/bench/failure.hpp"
#include "tests/bench/limits.hpp"
#include "tests/bench/socket.hpp"

#include <algorithm>
#include <vector>

namespace motcua::bench {

namespace {

/// The connections of get_replies.
constexpr int few = 16;

class generator
{
public:
    generator(std::uint16_t port, dialect& speaks, int connections) : speaks_(speaks)
    {
        for (int i = 0; i < connections; ++i) {
            const auto& added = sockets_.emplace_back(port);
            poller_.watch(added.handle(), sockets_.size() - 1);
        }
    }

    void ask(std::size_t which) { sockets_[which].send(speaks_.next_request()); }

    void ask_all()
    {
        for (std::size_t i = 0; i < sockets_.size(); ++i) {
            ask(i);
        }
    }

    /// Waits once for replies; `answered` is called with each connection that is free again.
    template <class Answered>
    void take_replies(Answered answered)
    {
        const auto ready = poller_.wait(clock::now() + reply_wait);
        if (ready.empty()) {
            throw failure("a server did not answer in time");
        }
        for (const auto& one : ready) {
            auto& connection = sockets_[one.data.u64];
            if (const auto length = speaks_.reply_length(connection.receive()); length > 0) {
                connection.take(length);
                answered(one.data.u64);
            }
        }
    }

private:
    dialect& speaks_;
    poller poller_;
    std::vector<socket> sockets_;
};

} // namespace

load_result run_closed_load(std::uint16_t port, dialect& speaks, const load& wanted)
{
    generator asks(port, speaks, wanted.connections);
    const auto begun = clock::now();
    auto now = begun;
    std::uint64_t replies = 0;
    const auto take_until = [&](clock::time_point end) {
        while (now < end) {
            asks.take_replies([&](std::size_t which) {
                ++replies;
                asks.ask(which);
            });
            now = clock::now();
        }
    };
    asks.ask_all();
    take_until(begun + wanted.warm_up);
    const auto counted_from = now;
    const auto not_counted = replies;
    take_until(counted_from + wanted.duration);
    const auto counted = static_cast<double>(replies - not_counted);
    const auto seconds = std::chrono::duration<double>(now - counted_from).count();
    // What is still under way is waited for, so that the next server has the machine to itself.
    for (int open = wanted.connections; open > 0;) {
        asks.take_replies([&](std::size_t) {
            ++replies;
            --open;
        });
    }
    return {counted / seconds, replies};
}

void get_replies(std::uint16_t port, dialect& speaks, int count)
{
    const int connections = std::min(few, count);
    generator asks(port, speaks, connections);
    asks.ask_all();
    int begun = connections;
    for (int answered = 0; answered < count;) {
        asks.take_replies([&](std::size_t which) {
            ++answered;
            if (begun < count) {
                ++begun;
                asks.ask(which);
            }
        });
    }
}

} // namespace motcua::bench
