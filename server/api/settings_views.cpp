#include "server/api/settings_views.hpp"

#include "base/duration_json.hpp"
#include "base/json_overlay.hpp"
#include "base/json_schema.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/settings/descriptions.hpp"

namespace motcua::api {

namespace {

namespace json = boost::json;

struct versioned_settings : domain::site_settings
{
    int version{};
};
BOOST_DESCRIBE_STRUCT(versioned_settings, (domain::site_settings), (version))

void describe_key(json::object& schema, const std::string& key)
{
    if (const auto* description = domain::find_description(key)) {
        schema["description"] = description->en;
        schema["x-description-vi"] = description->vi;
    }
}

/// Runs `change(schema, key)` with every schema inside of `schema`, which is that of `key`.
template <class Change>
void each_schema(json::object& schema, const std::string& key, const Change& change)
{
    change(schema, key);
    if (auto* members = schema.if_contains("properties")) {
        for (auto& [name, member] : members->as_object()) {
            const auto inner = key.empty() ? std::string(name) : key + "." + std::string(name);
            each_schema(member.as_object(), inner, change);
        }
    }
    if (auto* items = schema.if_contains("items")) {
        each_schema(items->as_object(), key, change);
    }
    if (auto* either = schema.if_contains("anyOf")) {
        each_schema(either->as_array().at(0).as_object(), key, change);
    }
}

} // namespace

std::string settings_body(const domain::site_state& state)
{
    return base::to_json(versioned_settings{state.settings(), state.settings_version()});
}

std::string settings_etag(int version) { return '"' + std::to_string(version) + '"'; }

base::parsed<domain::site_settings> settings_over(domain::site_settings present, std::string_view body)
{
    auto given = base::parse_json(body);
    if (!given) {
        return std::move(given).error();
    }
    if (auto* object = given->if_object()) {
        object->erase("version");
    }
    if (auto fault = base::read_over(present, *given)) {
        return *std::move(fault);
    }
    return present;
}

json::object settings_schema()
{
    auto schema = base::schema_of<versioned_settings>();
    each_schema(schema, "", describe_key);
    return schema;
}

json::object settings_change_schema()
{
    auto schema = settings_schema();
    each_schema(schema, "", [](json::object& inner, const std::string&) { inner.erase("required"); });
    return schema;
}

protocol::settings_history_item history_item(const reports::settings_version& set,
                                             const reports::settings_version* before,
                                             const domain::time_zone& zone)
{
    protocol::settings_history_item item{
        .version = set.version,
        .at = {std::chrono::floor<std::chrono::seconds>(set.at), domain::offset_at(zone, set.at)},
        .actor = set.actor,
        .actor_name = {},
        .changes = {}};
    if (before != nullptr) {
        item.changes =
            base::changes_between(base::parse_json(before->body).value(), base::parse_json(set.body).value());
    }
    return item;
}

} // namespace motcua::api
