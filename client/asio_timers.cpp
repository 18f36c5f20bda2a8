#include "client/asio_timers.hpp"

#include "client/held_operation.hpp"

#include <boost/asio/steady_timer.hpp>

namespace motcua::client {
namespace {

struct alarm
{
    boost::asio::steady_timer timer;
    std::function<void()> function;

    void abandon()
    {
        function = nullptr;
        timer.cancel();
    }
};

} // namespace

std::unique_ptr<operation> asio_timers::after(milliseconds delay, std::function<void()> function)
{
    const auto work =
        std::make_shared<alarm>(alarm{boost::asio::steady_timer{context_, delay}, std::move(function)});
    work->timer.async_wait([work](boost::system::error_code) {
        // A timer that is cancelled too late still comes here: then there is no function.
        if (const auto due = std::exchange(work->function, nullptr)) {
            due();
        }
    });
    return std::make_unique<held_operation<alarm>>(work);
}

} // namespace motcua::client
