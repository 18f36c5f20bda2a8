#pragma once
// The yardstick: redis handing out durable numbers, one fsync a round of its event loop.

#include "tests/bench/child.hpp"
#include "tests/bench/closed_load.hpp"

namespace motcua::bench {

/// A redis-server with `appendonly yes` and `appendfsync always`.
class redis
{
public:
    /// Its files go to `folder`. Throws failure when redis is not installed.
    explicit redis(const std::filesystem::path& folder);

    std::uint16_t port() const { return port_; }
    std::chrono::nanoseconds processor_time() const { return server_.processor_time(); }

private:
    std::uint16_t port_;
    child server_;
};

/// INCR of one counter in RESP.
class increments : public dialect
{
public:
    std::string_view next_request() override;
    std::size_t reply_length(std::string_view received) const override;
};

} // namespace motcua::bench
