// The settings of a site as a file: written, checked, taken over.

#include "base/atomic_file.hpp"
#include "base/duration_json.hpp"
#include "base/json.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/office_folder.hpp"
#include "server/commands/settings_change.hpp"
#include "server/journal/stored_settings.hpp"
#include "server/office/settings_file.hpp"
#include "server/office/time_zones.hpp"
#include "server/office/toml_text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace motcua::commands {

namespace {

using optional_file = std::optional<std::filesystem::path>;

/// A file of settings that has no fault in itself.
struct checked_file
{
    std::string name;
    std::string text;
    domain::site_settings settings;
};

std::string text_of(const optional_file& file)
{
    if (file) {
        auto text = office::read_text(*file);
        if (!text) {
            throw wrong_setting(text.error().why);
        }
        return *std::move(text);
    }
    if (::isatty(STDIN_FILENO) != 0) {
        throw wrong_setting("name a file with settings; settings export writes one");
    }
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

wrong_setting fault_at(const checked_file& given, const std::string& field, const std::string& why)
{
    return wrong_setting(office::place_of_setting(given.text, given.name, field) + ": " + why);
}

checked_file checked(const optional_file& file)
{
    checked_file given{
        .name = file ? file->string() : "standard input", .text = text_of(file), .settings = {}};
    auto read = office::read_settings(given.text, given.name);
    if (!read) {
        throw wrong_setting(read.error().why);
    }
    given.settings = *std::move(read);
    if (const auto& zone = given.settings.time_zone; !office::find_time_zone(zone)) {
        throw fault_at(given, "time_zone", "there is no time zone \"" + zone + '"');
    }
    return given;
}

/// A device or a pipe gets the bytes as they come; a file appears only when it is complete.
void write_file(const std::filesystem::path& file, const std::string& text)
{
    std::error_code not_there;
    if (std::filesystem::is_directory(file, not_there)) {
        throw wrong_setting(file.string() + " is a folder; name a file");
    }
    if (!std::filesystem::exists(file, not_there) || std::filesystem::is_regular_file(file, not_there)) {
        return base::write_atomically(file, text);
    }
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) {
        throw failure(file.string() + " cannot be written");
    }
}

domain::site_settings settings_of(const office_folder& opened)
{
    auto settings = journal::read_settings(opened.folder.database().string(), opened.configuration.site);
    if (!settings) {
        throw failure(settings.error().detail);
    }
    return *std::move(settings);
}

/// The setting of that name in `all`; null: there is none.
boost::json::value* find_setting(boost::json::value& all, std::string_view key)
{
    auto* object = all.if_object();
    const auto dot = key.find('.');
    auto* found = object == nullptr ? nullptr : object->if_contains(key.substr(0, dot));
    return found == nullptr || dot == key.npos ? found : find_setting(*found, key.substr(dot + 1));
}

boost::json::value value_of(const std::string& text)
{
    boost::system::error_code is_text;
    auto read = boost::json::parse(text, is_text);
    return is_text ? boost::json::value(text) : read;
}

} // namespace

void export_settings(const std::filesystem::path& folder, const optional_file& file)
{
    const auto opened = open_office(folder);
    const auto text = office::write_settings(settings_of(opened));
    if (file) {
        return write_file(*file, text);
    }
    std::cout << text;
    if (!std::cout.flush()) {
        throw failure("the standard output accepts no more bytes");
    }
}

void check_settings(const std::filesystem::path& folder, const optional_file& file)
{
    open_office(folder);
    checked(file);
}

void import_settings(const std::filesystem::path& folder, const optional_file& file)
{
    const auto opened = open_office(folder);
    const auto given = checked(file);
    const auto changed = change_settings(opened, given.settings);
    if (changed) {
        return;
    }
    const auto& refused = changed.error();
    if (!refused.field.empty()) {
        throw fault_at(given, refused.field, refused.why);
    }
    throw failure("the settings are not changed: " + refused.why);
}

void set_setting(const std::filesystem::path& folder, const std::string& key, const std::string& value)
{
    const auto opened = open_office(folder);
    auto all = boost::json::parse(base::to_json(settings_of(opened)));
    auto* setting = find_setting(all, key);
    if (setting == nullptr) {
        throw wrong_setting(key + ": there is no such setting; settings export lists them");
    }
    auto wanted = setting->is_string() ? boost::json::value(value) : value_of(value);
    if (*setting == wanted) {
        return; // no version of the settings in which nothing is new
    }
    *setting = std::move(wanted);
    const auto changed = base::from_json<domain::site_settings>(boost::json::serialize(all));
    if (!changed) {
        throw wrong_setting(changed.error().field + ": " + changed.error().detail);
    }
    if (const auto taken = change_settings(opened, *changed); !taken) {
        const auto& refused = taken.error();
        if (!refused.field.empty()) {
            throw wrong_setting(refused.field + ": " + refused.why);
        }
        throw failure("the setting is not changed: " + refused.why);
    }
}

} // namespace motcua::commands
