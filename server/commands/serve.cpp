#include "base/hex.hpp"
#include "base/require.hpp"
#include "logging/log.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/log_lines.hpp"
#include "server/commands/office_folder.hpp"
#include "server/commands/running_office.hpp"
#include "server/office/listen_address.hpp"
#include "server/office/person_key.hpp"

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

std::optional<http::tls> tls_of(const office_folder& opened)
{
    const auto& files = opened.configuration.tls;
    if (!files) {
        return std::nullopt;
    }
    auto loaded = http::load_tls(opened.folder.file(files->certificate), opened.folder.file(files->key));
    if (!loaded) {
        throw wrong_setting(opened.configuration.file + ": tls: " + loaded.error().why);
    }
    return *std::move(loaded);
}

std::optional<boost::asio::ip::tcp::endpoint> plain_endpoint_of(const office_folder& opened)
{
    const auto& tls = opened.configuration.tls;
    if (!tls || !tls->plain_listen) {
        return std::nullopt;
    }
    return *office::parse_listen(*tls->plain_listen); // The configuration was refused otherwise.
}

access::office_key person_key_of(const office_folder& opened)
{
    const auto read = office::read_person_key(opened.folder);
    if (!read) {
        throw failure(read.error().why);
    }
    access::office_key key{};
    base::require(base::read_hex(*read, key), "a key that was read has 64 hex digits");
    return key;
}

} // namespace

bool serve(const serve_options& options)
{
    raise_descriptor_limit();
    const auto opened = open_office(options.folder, options.configuration);
    const addresses where{
        .main = endpoint_of(options, opened), .tls = tls_of(opened), .plain = plain_endpoint_of(opened)};
    logging::log log;
    running_office running(opened, log);
    // An office of an older program has none. By now no other server runs on the folder.
    if (office::make_person_key(opened.folder)) {
        log.write(made_key_line(opened.folder.person_key_file().string()));
    }
    running.use_person_key(person_key_of(opened));
    running.listen(where);
    return running.run();
}

} // namespace motcua::commands
