#include "tests/bench/redis.hpp"

#include "tests/bench/failure.hpp"
#include "tests/bench/socket.hpp"

namespace motcua::bench {

redis::redis(const std::filesystem::path& folder)
    : port_(find_free_port()),
      // No rewrite of the log in the background: it would cost redis time in some rounds.
      server_({"redis-server", "--port", std::to_string(port_), "--bind", "127.0.0.1", "--dir",
               folder.string(), "--save", "", "--appendonly", "yes", "--appendfsync", "always",
               "--auto-aof-rewrite-percentage", "0"},
              folder / "redis.log")
{
    server_.wait_for_line("Ready to accept connections");
}

std::string_view increments::next_request() { return "*2\r\n$4\r\nINCR\r\n$7\r\ntickets\r\n"; }

std::size_t increments::reply_length(std::string_view received) const
{
    if (received.empty()) {
        return 0;
    }
    if (received.front() != ':') {
        throw failure("redis answered " + std::string(received));
    }
    const auto end = received.find("\r\n");
    return end == std::string_view::npos ? 0 : end + 2;
}

} // namespace motcua::bench
