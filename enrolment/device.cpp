#include "enrolment/device.hpp"

#include "enrolment/memory.hpp"

#include <cstdlib>

namespace motcua::enrolment {
namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::filesystem::path delivered_file(const std::string& name)
{
    if (const auto state = environment("XDG_STATE_HOME"); !state.empty()) {
        return std::filesystem::path(state) / "motcua" / name;
    }
    return std::filesystem::path(environment("HOME")) / ".local/state/motcua" / name;
}

void take_kept(device& found, const memory& kept, bool reads_token)
{
    if (reads_token) {
        found.token = kept.token.value_or("");
    }
    if (found.server.empty()) {
        found.server = kept.server.value_or("");
    }
    // The fingerprint of another server would refuse this one.
    if (found.fingerprint.empty() && found.server == kept.server) {
        found.fingerprint = kept.fingerprint.value_or("");
    }
}

} // namespace

device find_device(const ui::options& given, const std::string& name)
{
    device found{.server = given.server,
                 .token = given.token,
                 .fingerprint = given.fingerprint,
                 .server_is_given = !given.server.empty(),
                 .fingerprint_is_given = !given.fingerprint.empty(),
                 .token_is_given = !given.token.empty(),
                 .file = given.token_file.empty() ? delivered_file(name)
                                                  : std::filesystem::path(given.token_file)};
    const auto of_environment = environment("MOTCUA_TOKEN");
    const bool reads_token = !found.token_is_given && (!given.token_file.empty() || of_environment.empty());
    // With server and token at hand the file does not matter, and neither does what may be wrong with it.
    if (reads_token || found.server.empty()) {
        try {
            take_kept(found, read_memory(found.file).value_or(memory{}), reads_token);
        } catch (const memory_error& error) {
            throw device_error(error.what());
        }
    }
    if (found.token.empty() && !of_environment.empty()) {
        found.token = of_environment;
        found.token_is_given = true;
    }
    // A fingerprint given before anybody knows the server is for an https one.
    const auto checked = client::parse_server_address(
        found.server.empty() ? "https://localhost" : found.server, found.token, found.fingerprint);
    if (!checked) {
        throw device_error(checked.error().message());
    }
    return found;
}

std::optional<client::server_address> address_of(const device& known)
{
    if (known.server.empty() || known.token.empty()) {
        return std::nullopt;
    }
    return client::parse_server_address(known.server, known.token, known.fingerprint).value();
}

std::string server_text(const device& known)
{
    if (known.server.empty()) {
        return "not known yet";
    }
    return client::parse_server_address(known.server, "").value().authority;
}

} // namespace motcua::enrolment
