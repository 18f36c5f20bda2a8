#pragma once
// What a window knows about its server and itself when it starts: from its command line, its environment, and
// what it kept.

#include "client/server_address.hpp"
#include "ui/options.hpp"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace motcua::enrolment {

struct device
{
    /// A URL; empty: a person has to type it.
    std::string server;
    /// Empty: an administrator has to allow the device.
    std::string token;
    /// Of the certificate of an https server, in hex; empty: none is known. It belongs to `server`.
    std::string fingerprint;
    /// On the command line: nobody is asked for another.
    bool server_is_given = false;
    /// Likewise: no other is trusted.
    bool fingerprint_is_given = false;
    /// On the command line or in the environment: neither kept nor dropped.
    bool token_is_given = false;
    /// Where the device keeps what it learns.
    std::filesystem::path file;
};

/// The options cannot be used; the message is one line.
struct device_error : std::runtime_error
{
    using runtime_error::runtime_error;
};

/// The device of `given`: its token is that of --token, else of --token-file, else of MOTCUA_TOKEN, else of
/// the file `name` in the folder $XDG_STATE_HOME/motcua (~/.local/state/motcua without that variable). The
/// server is that of --server, else the one kept in the file, and so is its fingerprint. Throws device_error.
device find_device(const ui::options& given, const std::string& name);

/// The server's address with the device's token; nothing while one of them is unknown.
std::optional<client::server_address> address_of(const device& known);

/// HOST:PORT for the log, also while it is unknown.
std::string server_text(const device& known);

} // namespace motcua::enrolment
