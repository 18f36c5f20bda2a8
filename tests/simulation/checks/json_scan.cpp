#include "tests/simulation/checks/json_scan.hpp"

#include <charconv>

namespace motcua::simulation {

/// From one quote to behind the other. Most strings have a few characters: a call of memchr costs more.
void json_scan::pass_string()
{
    ++at_;
    while (at_ != end_ && *at_ != '"') {
        at_ += *at_ == '\\' && end_ - at_ > 1 ? 2 : 1;
    }
    if (at_ != end_) {
        ++at_;
    }
}

void json_scan::pass_brackets()
{
    std::size_t depth = 0;
    while (at_ != end_) {
        const char here = *at_;
        if (here == '"') {
            pass_string();
            continue;
        }
        ++at_;
        if (here == '{' || here == '[') {
            ++depth;
        } else if ((here == '}' || here == ']') && --depth == 0) {
            return;
        }
    }
}

std::string_view json_scan::raw()
{
    pass_blanks();
    const auto* start = at_;
    if (at_ == end_) {
        return {};
    }
    if (*at_ == '"') {
        pass_string();
    } else if (*at_ == '{' || *at_ == '[') {
        pass_brackets();
    } else {
        // At least one character, so that no text holds the walk up.
        do {
            ++at_;
        } while (at_ != end_ && *at_ > ' ' && *at_ != ',' && *at_ != '}' && *at_ != ']');
    }
    return {start, static_cast<std::size_t>(at_ - start)};
}

std::string_view json_scan::text()
{
    const auto value = raw();
    return value.size() >= 2 && value.front() == '"' ? value.substr(1, value.size() - 2) : std::string_view{};
}

std::int64_t json_scan::number() { return json_number(raw()); }

std::string_view json_member(std::string_view object, std::string_view name)
{
    json_scan scan(object);
    std::string_view found;
    scan.members([&](std::string_view member) {
        if (member == name) {
            found = scan.raw();
            scan.stop();
        } else {
            scan.skip();
        }
    });
    return found;
}

std::string_view json_word(std::string_view object, std::string_view name)
{
    return json_scan(json_member(object, name)).text();
}

std::int64_t json_number(std::string_view value)
{
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

} // namespace motcua::simulation
