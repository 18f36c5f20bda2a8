#pragma once
// The steady clock and timers of an io_context.

#include "client/transport.hpp"

#include <boost/asio/io_context.hpp>

namespace motcua::client {

/// On the thread of `context`, which outlives this and runs on one thread.
class asio_timers final : public timers
{
public:
    explicit asio_timers(boost::asio::io_context& context) : context_{context} {}

    time_point now() const override { return std::chrono::steady_clock::now(); }
    std::unique_ptr<operation> after(milliseconds delay, std::function<void()> function) override;

private:
    boost::asio::io_context& context_;
};

} // namespace motcua::client
