#include "tests/bench/feed_crowd.hpp"

#include "tests/bench/failure.hpp"

namespace motcua::bench {

namespace {

constexpr int opcode_text = 1;
constexpr int opcode_ping = 9;

/// An empty pong, masked with zeros, as RFC 6455 asks of clients.
constexpr std::string_view pong("\x8A\x80\0\0\0\0", 6);

constexpr std::string_view called_start = R"({"type":"ticket_called")";
constexpr std::string_view counter_member = R"("counter":")";

} // namespace

feed_crowd::feed_crowd(std::uint16_t port, const demo_file& demo, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        open_feed(feeds_.emplace_back(port), demo.site, demo.tokens.display);
    }
}

void feed_crowd::watch(poller& by, std::uint64_t first_tag) const
{
    for (const auto& feed : feeds_) {
        by.watch(feed.handle(), first_tag++);
    }
}

void feed_crowd::read(std::size_t which, const std::function<void(char counter)>& called)
{
    auto& feed = feeds_[which];
    auto received = feed.receive();
    std::size_t taken = 0;
    while (const auto next = find_frame(received.substr(taken))) {
        taken += next->length;
        if (next->opcode == opcode_ping) {
            feed.send(pong);
        } else if (next->opcode != opcode_text) {
            throw failure("motcua-server closed a feed");
        } else if (next->payload.starts_with(called_start)) {
            // The message's own member stands behind the ticket's.
            const auto place = next->payload.rfind(counter_member);
            if (place == std::string_view::npos) {
                throw failure("a ticket was called to no counter");
            }
            called(next->payload[place + counter_member.size()]);
        }
    }
    feed.take(taken);
}

} // namespace motcua::bench
