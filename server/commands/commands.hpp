#pragma once
// The commands of motcua-server. Each throws its error as one line for the administrator.

#include "server/domain/types.hpp"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace motcua::commands {

/// A wrong option or configuration: exit code 2.
class wrong_setting : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The command cannot be carried out: exit code 1.
class failure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

struct init_options
{
    std::filesystem::path folder;
    /// The demo office and its tokens, without TLS.
    bool demo = false;
    /// Names and addresses for the certificate; none: those of this machine.
    std::vector<std::string> names;
};

/// Creates the folder with configuration, database, keys and an administrator, whose password it prints, as
/// it does the fingerprint of the server's certificate.
void init(const init_options& options);

struct serve_options
{
    std::filesystem::path folder;
    std::optional<std::string> listen;
    std::optional<std::filesystem::path> configuration;
};

/// Runs until SIGTERM or SIGINT, then answers the requests in progress. False when the store failed and only
/// a restart can help.
bool serve(const serve_options& options);

struct export_options
{
    std::filesystem::path folder;
    /// Business days, both included.
    domain::local_day from{};
    domain::local_day to{};
    /// None: the standard output.
    std::optional<std::filesystem::path> out;
};

/// Writes the visits of some days as CSV; a server may run on the same folder.
void export_log(const export_options& options);

/// Writes the settings of the site to `file`, or to the standard output; a server may run on the same folder.
void export_settings(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& file);

/// Checks the settings in `file`, or in the standard input; nothing is changed. Throws `wrong_setting` with
/// the file and line of the first fault.
void check_settings(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& file);

/// The same, and then the site takes the settings. Throws `failure` if something at the site stands against
/// them.
void import_settings(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& file);

/// Changes one setting, such as "name" or "kiosk.home_after_s"; `value` is JSON, or else a text as it stands.
/// Throws `wrong_setting`, and `failure` like import_settings().
void set_setting(const std::filesystem::path& folder, const std::string& key, const std::string& value);

// Officers and devices. A server may run on the folder, which then makes the change.

struct new_staff
{
    std::string login;
    std::string name;
    std::string role;
    std::optional<std::string> counter;
};

/// Prints a line per account.
void list_staff(const std::filesystem::path& folder);
/// Prints a password for one time, as does reset_staff().
void add_staff(const std::filesystem::path& folder, const new_staff& wanted);
void reset_staff(const std::filesystem::path& folder, const std::string& login);
void disable_staff(const std::filesystem::path& folder, const std::string& login);

struct new_device
{
    std::string name;
    std::string kind;
    std::optional<std::string> counter;
};

/// Prints a line per device.
void list_devices(const std::filesystem::path& folder);
/// The device that shows the code becomes one of the site.
void allow_device(const std::filesystem::path& folder, const std::string& user_code,
                  const new_device& wanted);
/// Prints the token of a new device.
void add_device(const std::filesystem::path& folder, const new_device& wanted);
void revoke_device(const std::filesystem::path& folder, const std::string& name);

/// Prints the office's key for personal data.
void show_key(const std::filesystem::path& folder);

/// Checks the journal in `folder` and everything that follows from it; a server may run on the same folder.
/// Prints each finding in a line. False if there is one.
bool verify(const std::filesystem::path& folder);

} // namespace motcua::commands
