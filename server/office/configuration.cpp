#include "server/office/configuration.hpp"

#include "base/json_overlay.hpp"
#include "server/office/configuration_sections.hpp"
#include "server/office/listen_address.hpp"
#include "server/office/setting_place.hpp"
#include "server/office/toml_text.hpp"

#include <algorithm>
#include <array>

namespace motcua::office {

namespace {

bool is_site_code(const std::string& code)
{
    return !code.empty() && code.size() <= 32 && std::ranges::all_of(code, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
               letter == '_';
    });
}

/// What the file of an older program may hold: the settings of its site.
constexpr std::array<std::string_view, 4> old_sections{"open", "head_start", "service", "counter"};
constexpr std::array<std::string_view, 5> old_site_keys{"name", "name_en", "utc_offset_minutes",
                                                        "day_starts_minutes", "recall_grace_minutes"};

/// Removes the keys of older programs from the content of a file and returns their names.
std::vector<std::string> take_old_keys(boost::json::object& content)
{
    std::vector<std::string> found;
    for (const auto key : old_sections) {
        if (content.erase(key) > 0) {
            found.emplace_back(key);
        }
    }
    if (auto* site = content.contains("site") ? content["site"].if_object() : nullptr) {
        for (const auto key : old_site_keys) {
            if (site->erase(key) > 0) {
                found.push_back("site." + std::string(key));
            }
        }
    }
    return found;
}

/// What is wrong with the section: the key and why.
std::optional<base::field_error> fault_of(const tls_section& tls)
{
    const auto wrong = [](std::string key, std::string why) {
        return base::field_error{base::field_fault::not_allowed, "tls." + std::move(key), std::move(why)};
    };
    if (tls.certificate.has_value() != tls.key.has_value()) {
        return wrong(tls.key ? "key" : "certificate", "certificate and key go together");
    }
    if (tls.certificate && (tls.certificate->empty() || tls.key->empty())) {
        return wrong(tls.key->empty() ? "key" : "certificate", "it is empty");
    }
    if (tls.plain_listen && !tls.certificate) {
        return wrong("plain_listen", "without certificate and key the address of listen is plain already");
    }
    if (tls.plain_listen) {
        if (const auto where = parse_listen(*tls.plain_listen); !where) {
            return wrong("plain_listen", where.error().why);
        }
    }
    return std::nullopt;
}

std::optional<tls_configuration> tls_of(const tls_section& section)
{
    if (!section.certificate) {
        return std::nullopt;
    }
    return tls_configuration{
        .certificate = *section.certificate, .key = *section.key, .plain_listen = section.plain_listen};
}

} // namespace

or_reason<configuration> read_configuration(std::string_view toml, const std::string& file)
{
    const auto table = parse_toml(toml, file);
    if (!table) {
        return table.error();
    }
    const auto wrong = [&](const std::string& path, const std::string& why) {
        return reason{place_in_file(*table, file, path) + ": " + why};
    };
    auto given = to_json_value(*table).as_object();
    configuration read{.file = file, .listen = {}, .tls = {}, .site = {}, .old_keys = {}, .old_open = {}};
    if (const auto* old = given.if_contains("open")) {
        open_section open;
        if (const auto fault = base::read_over(open, *old)) {
            return wrong("open." + fault->field, fault->detail);
        }
        read.old_open = {.reads = open.reads.value_or(false), .tickets = open.tickets.value_or(false)};
    }
    read.old_keys = take_old_keys(given);
    file_content content;
    if (const auto fault = base::read_over(content, given)) {
        return wrong(fault->field, fault->detail);
    }
    if (!is_site_code(content.site.code)) {
        return wrong("site.code", "this must have 1 to 32 lowercase letters, digits, - or _");
    }
    if (const auto where = parse_listen(content.listen); !where) {
        return wrong("listen", where.error().why);
    }
    if (const auto fault = fault_of(content.tls)) {
        return wrong(fault->field, fault->detail);
    }
    read.listen = content.listen;
    read.tls = tls_of(content.tls);
    read.site = content.site.code;
    return read;
}

or_reason<configuration> load_configuration(const std::filesystem::path& file)
{
    const auto text = read_text(file);
    if (!text) {
        return text.error();
    }
    return read_configuration(*text, file.string());
}

} // namespace motcua::office
