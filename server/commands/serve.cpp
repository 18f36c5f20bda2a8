#include "logging/log.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/office_folder.hpp"
#include "server/commands/running_office.hpp"
#include "server/office/listen_address.hpp"

#include <sys/resource.h>

namespace motcua::commands {

namespace {

/// 8,192 connections need as many descriptors; most systems allow 1,024 until a program asks for more.
void raise_descriptor_limit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

boost::asio::ip::tcp::endpoint endpoint_of(const serve_options& options, const office_folder& opened)
{
    const auto text = options.listen.value_or(opened.configuration.listen);
    const auto endpoint = office::parse_listen(text);
    if (!endpoint) {
        throw wrong_setting("--listen " + text + ": " + endpoint.error().why);
    }
    return *endpoint;
}

} // namespace

bool serve(const serve_options& options)
{
    raise_descriptor_limit();
    const auto opened = open_office(options.folder, options.configuration);
    const auto endpoint = endpoint_of(options, opened);
    logging::log log;
    running_office running(opened, log);
    running.listen(endpoint);
    return running.run();
}

} // namespace motcua::commands
