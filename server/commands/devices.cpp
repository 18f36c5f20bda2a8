// Devices by the command line: the same calls that the manager's page makes.

#include "protocol/devices.hpp"
#include "base/json.hpp"
#include "server/commands/administration.hpp"
#include "server/commands/commands.hpp"

#include <fmt/format.h>
#include <iostream>

namespace motcua::commands {

namespace {

using boost::beast::http::verb;

/// The page of a list that holds everything: an office has fewer officers and devices.
constexpr std::string_view all_of_them = "?limit=1000";

boost::json::object body_of(const new_device& wanted)
{
    boost::json::object body{{"name", wanted.name}, {"kind", wanted.kind}};
    if (wanted.counter) {
        body["counter"] = *wanted.counter;
    }
    return body;
}

} // namespace

void list_devices(const std::filesystem::path& folder)
{
    const auto opened = open_office(folder);
    administration office(opened);
    const auto answer = office.must({.path = "/devices" + std::string(all_of_them)});
    for (const auto& item : answer.body.at("items").as_array()) {
        const auto read = base::read_json<protocol::device>(item);
        if (!read) {
            throw failure("the answer of the server cannot be read: " + read.error().field);
        }
        std::cout << fmt::format("{}\t{}\t{}\t{}\n", read->name, read->kind,
                                 read->counter ? "counter " + *read->counter : "-", read->state);
    }
}

void allow_device(const std::filesystem::path& folder, const std::string& user_code, const new_device& wanted)
{
    const auto opened = open_office(folder);
    administration office(opened);
    if (!office.is_served()) {
        throw failure("no server runs on this folder, so no device can show a code; start it with: "
                      "motcua-server serve --data " +
                      folder.string());
    }
    auto body = body_of(wanted);
    body["user_code"] = user_code;
    office.must({.method = verb::post, .path = "/devices", .body = boost::json::serialize(body)});
    std::cout << wanted.name << " is allowed, and comes alive by itself\n";
}

void add_device(const std::filesystem::path& folder, const new_device& wanted)
{
    const auto opened = open_office(folder);
    administration office(opened);
    const auto answer = office.must(
        {.method = verb::post, .path = "/device_tokens", .body = boost::json::serialize(body_of(wanted))});
    // Alone on the standard output, so that it can be put into a file.
    std::cout << std::string(answer.body.at("token").as_string()) << '\n';
}

void revoke_device(const std::filesystem::path& folder, const std::string& name)
{
    const auto opened = open_office(folder);
    administration office(opened);
    office.must({.method = verb::delete_, .path = "/devices/" + in_path(name)});
    std::cout << name << " is revoked\n";
}

} // namespace motcua::commands
