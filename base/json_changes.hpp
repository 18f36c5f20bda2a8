#pragma once
// What differs between two JSON values, and JSON values as members of messages.

#include "base/json.hpp"

namespace motcua::base {

/// Any JSON value at all.
template <>
struct json_codec<boost::json::value>
{
    static void write(std::string& out, const boost::json::value& value)
    {
        out += boost::json::serialize(value);
    }
    static parsed<boost::json::value> read(const boost::json::value& value) { return value; }
    static boost::json::object schema() { return {}; }
};

/// One difference: the path, as in "services[1].minutes", and both values; null where one side lacks it.
struct json_change
{
    std::string path;
    boost::json::value from;
    boost::json::value to;
};
BOOST_DESCRIBE_STRUCT(json_change, (), (path, from, to))

/// Objects are compared by member. Lists of objects are compared item by item, after those that are the same
/// at both ends; an item's path is its place in `to`, or in `from` when it is gone. Everything else, a list
/// of texts too, is one value.
std::vector<json_change> changes_between(const boost::json::value& from, const boost::json::value& to);

} // namespace motcua::base
