#pragma once
// Runs an io_context so that one bad request cannot end the process: an exception is reported, and the loop
// goes on.

#include "server/http/notices.hpp"

#include <boost/asio/io_context.hpp>
#include <exception>

namespace motcua::http {

/// Returns when the context has been stopped or has no work left.
inline void guarded_run(boost::asio::io_context& context, const notice_function& report)
{
    for (;;) {
        try {
            context.run();
            return;
        } catch (const std::exception& error) {
            if (report) {
                report(notice::handler_failed, error.what());
            }
        }
    }
}

} // namespace motcua::http
