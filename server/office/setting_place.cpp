#include "server/office/setting_place.hpp"

#include <charconv>
#include <optional>

namespace motcua::office {

namespace {

/// The next step of a path: into a table by its key, or into a list by its place.
struct step
{
    std::string key;
    std::optional<std::size_t> index;
};

/// Takes the first step off `path`.
step next_step(std::string_view& path)
{
    if (path.starts_with('[')) {
        const auto end = path.find(']');
        std::size_t index = 0;
        std::from_chars(path.data() + 1, path.data() + path.size(), index);
        path.remove_prefix(end == path.npos ? path.size() : end + 1);
        return {.key = {}, .index = index};
    }
    if (path.starts_with('.')) {
        path.remove_prefix(1);
    }
    const auto end = std::min(path.find_first_of(".["), path.size());
    step taken{.key = std::string(path.substr(0, end)), .index = {}};
    path.remove_prefix(end);
    return taken;
}

const toml::node* inside(const toml::node* holder, const step& next)
{
    if (holder == nullptr) {
        return nullptr;
    }
    if (next.index) {
        const auto* list = holder->as_array();
        return list == nullptr ? nullptr : list->get(*next.index);
    }
    const auto* table = holder->as_table();
    return table == nullptr ? nullptr : table->get(next.key);
}

/// `"B"`, or `2` where the entry has no code.
std::string name_of_entry(std::size_t index, const toml::node* entry)
{
    const auto* code = inside(entry, {.key = "code", .index = {}});
    const auto text = code == nullptr ? std::nullopt : code->value_exact<std::string>();
    return text && !text->empty() ? '"' + *text + '"' : std::to_string(index + 1);
}

} // namespace

std::string place_in_file(const toml::table& content, const std::string& file, std::string_view path)
{
    const toml::node* at = &content;
    auto line = std::uint32_t{};
    std::string name;
    bool after_entry = false;
    while (!path.empty()) {
        const auto next = next_step(path);
        at = inside(at, next);
        if (at != nullptr && at->source().begin.line != 0) {
            line = at->source().begin.line;
        }
        if (next.index) {
            name += " " + name_of_entry(*next.index, at);
        } else {
            name += (name.empty() ? "" : after_entry ? ": " : ".") + next.key;
        }
        after_entry = next.index.has_value();
    }
    return file + (line == 0 ? "" : ":" + std::to_string(line)) + (name.empty() ? "" : ": " + name);
}

} // namespace motcua::office
