#pragma once
// Runs an io_context so that one bad request cannot end the process: what a handler throws is logged, and the
// loop goes on.

#include <boost/asio/io_context.hpp>
#include <exception>
#include <functional>
#include <string_view>

namespace motcua::http {

using log_function = std::function<void(std::string_view)>;

/// Returns when the context has been stopped or has no work left.
inline void guarded_run(boost::asio::io_context& context, const log_function& log)
{
    for (;;) {
        try {
            context.run();
            return;
        } catch (const std::exception& error) {
            if (log) {
                log(error.what());
            }
        }
    }
}

} // namespace motcua::http
