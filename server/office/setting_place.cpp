#include "server/office/setting_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace motcua {

namespace {

/// "service[1].minutes" taken apart; an index at the end is left out, since a short list is one setting.
struct setting
{
    std::string section;
    std::optional<std::size_t> index;
    std::string key;
};

setting setting_at(std::string_view path)
{
    const auto dot = path.find('.');
    const auto first = path.substr(0, dot);
    const auto bracket = first.find('[');
    setting found{.section = std::string(first.substr(0, bracket)), .index = {}, .key = {}};
    if (bracket != first.npos) {
        found.index = 0;
        std::from_chars(first.data() + bracket + 1, first.data() + first.size(), *found.index);
    }
    if (dot != path.npos) {
        const auto key = path.substr(dot + 1);
        found.key = key.substr(0, key.find('['));
    }
    return found;
}

/// How the domain and the file call the same.
struct two_names
{
    std::string_view section;
    std::string_view key;
    std::string_view section_in_file;
    std::string_view key_in_file;
};

constexpr std::array names{two_names{"services", "", "service", ""},
                           two_names{"services", "code", "service", "code"},
                           two_names{"services", "service_time", "service", "minutes"},
                           two_names{"services", "target", "service", "target_minutes"},
                           two_names{"services", "range.first", "service", "first_number"},
                           two_names{"services", "range.last", "service", "last_number"},
                           two_names{"counters", "code", "counter", "code"},
                           two_names{"counters", "services", "counter", "services"},
                           two_names{"utc_offset", "", "site", "utc_offset_minutes"},
                           two_names{"day_starts", "", "site", "day_starts_minutes"},
                           two_names{"recall_grace", "", "site", "recall_grace_minutes"},
                           two_names{"head_start", "elderly", "head_start", "elderly_minutes"},
                           two_names{"head_start", "disabled", "head_start", "disabled_minutes"},
                           two_names{"head_start", "pregnant", "head_start", "pregnant_minutes"},
                           two_names{"head_start", "infant", "head_start", "infant_minutes"},
                           two_names{"head_start", "merit", "head_start", "merit_minutes"}};

const toml::node* inside(const toml::node* holder, const std::string& key)
{
    const auto* table = holder == nullptr ? nullptr : holder->as_table();
    return table == nullptr ? nullptr : table->get(key);
}

const toml::node* inside(const toml::node* holder, std::size_t index)
{
    const auto* list = holder == nullptr ? nullptr : holder->as_array();
    return list == nullptr ? nullptr : list->get(index);
}

/// `service "B"`, or `service 2` where it has no code.
std::string name_of_entry(const setting& wanted, const toml::node* entry)
{
    const auto* code = inside(entry, "code");
    const auto text = code == nullptr ? std::nullopt : code->value_exact<std::string>();
    return wanted.section + " " +
           (text && !text->empty() ? '"' + *text + '"' : std::to_string(*wanted.index + 1));
}

} // namespace

std::string place_in_file(const toml::table& content, const std::string& file, std::string_view path)
{
    const auto wanted = setting_at(path);
    const auto* section = content.get(wanted.section);
    const auto* entry = wanted.index ? inside(section, *wanted.index) : section;
    const auto* value = inside(entry, wanted.key);
    auto name = wanted.index ? name_of_entry(wanted, entry) : wanted.section;
    if (!wanted.key.empty()) {
        name += (wanted.index ? ": " : ".") + wanted.key;
    }
    const auto* nearest = value != nullptr ? value : entry;
    const auto line = nearest == nullptr ? 0 : nearest->source().begin.line;
    return file + (line == 0 ? "" : ":" + std::to_string(line)) + ": " + name;
}

std::string path_in_file(std::string_view path)
{
    const auto wanted = setting_at(path);
    const auto* same = std::ranges::find_if(
        names, [&](const two_names& one) { return one.section == wanted.section && one.key == wanted.key; });
    if (same == names.end()) {
        return std::string(path);
    }
    std::string found(same->section_in_file);
    if (wanted.index) {
        found += "[" + std::to_string(*wanted.index) + "]";
    }
    if (!same->key_in_file.empty()) {
        found += "." + std::string(same->key_in_file);
    }
    return found;
}

} // namespace motcua
