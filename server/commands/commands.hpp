#pragma once
// What motcua-server can be told to do. Each returns the exit code and says what is wrong in one line.

#include "server/domain/types.hpp"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace motcua::commands {

/// A configuration or option that cannot be: exit code 2.
class wrong_setting : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// What keeps a command from being carried out: exit code 1.
class failure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Makes the folder `where` with configuration, database and an administrator, whose password is printed;
/// with `demo` the demo office and its tokens.
void init(const std::filesystem::path& where, bool demo);

struct serve_options
{
    std::filesystem::path folder;
    std::optional<std::string> listen;
    std::optional<std::filesystem::path> configuration;
};

/// Runs until SIGTERM or SIGINT, then finishes what is under way. False when the store failed for good.
bool serve(const serve_options& wanted);

struct export_options
{
    std::filesystem::path folder;
    /// Business days, both included.
    domain::local_day from{};
    domain::local_day to{};
    /// None: the standard output.
    std::optional<std::filesystem::path> out;
};

/// Writes the visits of some days as CSV, beside a running server or without one.
void export_log(const export_options& wanted);

/// Checks the journal in the folder `where` and all that follows from it, beside a running server or without
/// one. Prints what is broken, a line each. False when anything is.
bool verify(const std::filesystem::path& where);

} // namespace motcua::commands
