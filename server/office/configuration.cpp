#include "server/office/configuration.hpp"

#include "base/json.hpp"
#include "server/office/configuration_sections.hpp"
#include "server/office/listen_address.hpp"
#include "server/office/setting_place.hpp"
#include "server/office/toml_json.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace motcua::office {

namespace {

bool is_site_code(const std::string& code)
{
    return !code.empty() && code.size() <= 32 && std::ranges::all_of(code, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
               letter == '_';
    });
}

} // namespace

or_reason<configuration> read_configuration(std::string_view toml, const std::string& file)
{
    toml::table table;
    try {
        table = toml::parse(toml, file);
    } catch (const toml::parse_error& wrong) {
        std::ostringstream line;
        line << file << ":" << wrong.source().begin.line << ": " << wrong.description();
        return reason{line.str()};
    }
    const auto wrong = [&](std::string_view path, const std::string& why) {
        return reason{place_in_file(table, file, path) + ": " + why};
    };
    const auto given = to_json_value(table);
    const auto content = base::read_json<file_content>(given);
    if (!content) {
        return wrong(content.error().field, content.error().detail);
    }
    if (const auto key = unknown_key(given, *base::parse_json(base::to_json(*content)))) {
        return wrong(*key, "there is no such setting");
    }
    if (!is_site_code(content->site.code)) {
        return wrong("site.code", "this must have 1 to 32 lowercase letters, digits, - or _");
    }
    if (const auto where = parse_listen(content->listen); !where) {
        return wrong("listen", where.error().why);
    }
    auto settings = settings_of(*content);
    if (const auto fault = domain::first_fault(settings)) {
        return wrong(path_in_file(fault->field), fault->why);
    }
    const auto open = content->open.value_or(open_section{});
    return configuration{.file = file,
                         .listen = content->listen,
                         .open_doors = {.reads = open.reads, .tickets = open.tickets},
                         .site = content->site.code,
                         .settings = std::move(settings)};
}

or_reason<configuration> load_configuration(const std::filesystem::path& file)
{
    std::error_code not_there;
    if (std::filesystem::is_directory(file, not_there)) {
        return reason{file.string() + " is a folder, not a configuration file"};
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return reason{file.string() + " cannot be read: " + std::generic_category().message(errno)};
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return read_configuration(text, file.string());
}

} // namespace motcua::office
