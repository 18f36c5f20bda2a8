#pragma once
// Durations as JSON: whole counts of their unit.

#include "base/json.hpp"

#include <chrono>

namespace motcua::base {

template <std::integral Count, class Period>
struct json_codec<std::chrono::duration<Count, Period>>
{
    using duration = std::chrono::duration<Count, Period>;

    static void write(std::string& out, const duration& value) { write_json(out, value.count()); }

    static parsed<duration> read(const boost::json::value& value)
    {
        const auto count = read_json<Count>(value);
        if (!count) {
            return count.error();
        }
        return duration{*count};
    }

    static boost::json::object schema() { return {{"type", "integer"}}; }
};

} // namespace motcua::base
