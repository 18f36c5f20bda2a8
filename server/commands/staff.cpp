// Officers by the command line: the same calls that the manager's page makes.

#include "protocol/staff.hpp"
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

void print_password(const boost::json::value& account)
{
    const auto& fields = account.as_object();
    const auto* password = fields.at("password").if_string();
    std::cout << fmt::format("{} signs in once with the password {}\n"
                             "and then chooses another; it is not shown again\n",
                             std::string(fields.at("login").as_string()),
                             password == nullptr ? std::string("that was shown before")
                                                 : std::string(*password));
}

} // namespace

void list_staff(const std::filesystem::path& folder)
{
    const auto opened = open_office(folder);
    administration office(opened);
    const auto answer = office.must({.path = "/staff" + std::string(all_of_them)});
    for (const auto& item : answer.body.at("items").as_array()) {
        const auto read = base::read_json<protocol::staff_member>(item);
        if (!read) {
            throw failure("the answer of the server cannot be read: " + read.error().field);
        }
        std::cout << fmt::format("{}\t{}\t{}\t{}\t{}\n", read->login, read->name, read->role,
                                 read->counter ? "counter " + *read->counter : "-",
                                 read->disabled ? "disabled" : "active");
    }
}

void add_staff(const std::filesystem::path& folder, const new_staff& wanted)
{
    const auto opened = open_office(folder);
    administration office(opened);
    boost::json::object body{{"login", wanted.login}, {"name", wanted.name}, {"role", wanted.role}};
    if (wanted.counter) {
        body["counter"] = *wanted.counter;
    }
    const auto answer =
        office.must({.method = verb::post, .path = "/staff", .body = boost::json::serialize(body)});
    print_password(answer.body);
}

void reset_staff(const std::filesystem::path& folder, const std::string& login)
{
    const auto opened = open_office(folder);
    administration office(opened);
    const auto answer = office.must(
        {.method = verb::post, .path = "/staff/" + in_path(login) + "/reset_password", .body = "{}"});
    print_password(answer.body);
}

void disable_staff(const std::filesystem::path& folder, const std::string& login)
{
    const auto opened = open_office(folder);
    administration office(opened);
    office.must({.method = verb::patch, .path = "/staff/" + in_path(login), .body = R"({"disabled":true})"});
    std::cout << login << " can no longer sign in\n";
}

} // namespace motcua::commands
