#include "server/office/setting_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace motcua::office {

namespace {

/// The parts of "service[1].minutes"; an index at the end is left out, because a short list is one setting.
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

/// The names of one setting in the domain and in the file.
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
std::string name_of_entry(const setting& path, const toml::node* entry)
{
    const auto* code = inside(entry, "code");
    const auto text = code == nullptr ? std::nullopt : code->value_exact<std::string>();
    return path.section + " " +
           (text && !text->empty() ? '"' + *text + '"' : std::to_string(*path.index + 1));
}

} // namespace

std::string place_in_file(const toml::table& content, const std::string& file, std::string_view path)
{
    const auto named = setting_at(path);
    const auto* section = content.get(named.section);
    const auto* entry = named.index ? inside(section, *named.index) : section;
    const auto* value = inside(entry, named.key);
    auto name = named.index ? name_of_entry(named, entry) : named.section;
    if (!named.key.empty()) {
        name += (named.index ? ": " : ".") + named.key;
    }
    const auto* nearest = value != nullptr ? value : entry;
    const auto line = nearest == nullptr ? 0 : nearest->source().begin.line;
    return file + (line == 0 ? "" : ":" + std::to_string(line)) + ": " + name;
}

std::string path_in_file(std::string_view path)
{
    const auto named = setting_at(path);
    const auto* row = std::ranges::find_if(names, [&](const two_names& entry) {
        return entry.section == named.section && entry.key == named.key;
    });
    if (row == names.end()) {
        return std::string(path);
    }
    std::string found(row->section_in_file);
    if (named.index) {
        found += "[" + std::to_string(*named.index) + "]";
    }
    if (!row->key_in_file.empty()) {
        found += "." + std::string(row->key_in_file);
    }
    return found;
}

} // namespace motcua::office
