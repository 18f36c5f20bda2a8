#include "base/json_changes.hpp"

namespace motcua::base {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

bool holds_objects(const array& list)
{
    return std::ranges::all_of(list, [](const value& item) { return item.is_object(); });
}

class comparison
{
public:
    void compare(const std::string& path, const value& from, const value& to)
    {
        if (from == to) {
            return;
        }
        if (from.is_object() && to.is_object()) {
            return compare_objects(path, from.get_object(), to.get_object());
        }
        if (from.is_array() && to.is_array() && holds_objects(from.get_array()) &&
            holds_objects(to.get_array())) {
            return compare_lists(path, from.get_array(), to.get_array());
        }
        found_.push_back({.path = path, .from = from, .to = to});
    }

    std::vector<json_change> take() { return std::move(found_); }

private:
    void compare_objects(const std::string& path, const object& from, const object& to)
    {
        const auto inside = [&path](std::string_view name) {
            return path.empty() ? std::string(name) : path + "." + std::string(name);
        };
        for (const auto& [name, item] : from) {
            const auto* other = to.if_contains(name);
            compare(inside(name), item, other == nullptr ? value() : *other);
        }
        for (const auto& [name, item] : to) {
            if (!from.contains(name)) {
                compare(inside(name), value(), item);
            }
        }
    }

    void compare_lists(const std::string& path, const array& from, const array& to)
    {
        const auto shorter = std::min(from.size(), to.size());
        std::size_t begin = 0;
        while (begin < shorter && from[begin] == to[begin]) {
            ++begin;
        }
        std::size_t same_at_end = 0;
        while (same_at_end < shorter - begin &&
               from[from.size() - 1 - same_at_end] == to[to.size() - 1 - same_at_end]) {
            ++same_at_end;
        }
        const auto item = [same_at_end](const array& list, std::size_t at) {
            return at < list.size() - same_at_end ? list[at] : value();
        };
        for (auto at = begin; at < std::max(from.size(), to.size()) - same_at_end; ++at) {
            compare(path + "[" + std::to_string(at) + "]", item(from, at), item(to, at));
        }
    }

    std::vector<json_change> found_;
};

} // namespace

std::vector<json_change> changes_between(const value& from, const value& to)
{
    comparison both;
    both.compare("", from, to);
    return both.take();
}

} // namespace motcua::base
