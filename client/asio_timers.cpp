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
        // Called, cancelled, or cancelled too late to be told so: only the function knows.
        if (const auto call = std::exchange(work->function, nullptr)) {
            call();
        }
    });
    return std::make_unique<held_operation<alarm>>(work);
}

} // namespace motcua::client
