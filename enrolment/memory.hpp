#pragma once
// What a window keeps on its machine from one start to the next: a file that only its owner may read, because
// it holds a secret.

#include <boost/describe.hpp>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace motcua::enrolment {

/// An officer who signed in at this machine.
struct known_officer
{
    std::string login;
    std::string name;
    /// Of the last sign-in: "2026-11-23".
    std::string day;
    bool operator==(const known_officer&) const = default;
};
BOOST_DESCRIBE_STRUCT(known_officer, (), (login, name, day))

struct memory
{
    /// The server's address as a URL.
    std::optional<std::string> server;
    std::optional<std::string> token;
    /// Of the server's certificate, in hex; an https server only.
    std::optional<std::string> fingerprint;
    /// At a console, the latest first.
    std::optional<std::vector<known_officer>> officers;
    bool operator==(const memory&) const = default;
};
BOOST_DESCRIBE_STRUCT(memory, (), (server, token, fingerprint, officers))

/// The file cannot be used; the message is one line for the person who starts the program.
struct memory_error : std::runtime_error
{
    using runtime_error::runtime_error;
};

/// What `file` holds; nothing when there is no such file. A file that holds a bare token (as
/// `motcua-server device add` prints it) gives that token. Throws memory_error, also for a file that others
/// than its owner may read or write.
std::optional<memory> read_memory(const std::filesystem::path& file);

/// Writes `file` whole or not at all, and makes its folder if there is none. Throws memory_error.
void write_memory(const std::filesystem::path& file, const memory& kept);

} // namespace motcua::enrolment
