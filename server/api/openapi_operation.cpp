#include "server/api/openapi_operation.hpp"

#include <algorithm>

namespace motcua::api {

namespace json = boost::json;

namespace {

json::array parameters_of(const endpoint& row)
{
    json::array all;
    for (auto rest = row.path; rest.find('{') != rest.npos;) {
        rest.remove_prefix(rest.find('{') + 1);
        all.push_back(json::object{{"name", rest.substr(0, rest.find('}'))},
                                   {"in", "path"},
                                   {"required", true},
                                   {"schema", {{"type", "string"}}}});
    }
    for (const auto& one : row.query) {
        all.push_back(json::object{{"name", one.name},
                                   {"in", "query"},
                                   {"required", one.required},
                                   {"description", one.meaning},
                                   {"schema", one.schema()}});
    }
    if (row.takes_key) {
        all.push_back(json::object{{"$ref", "#/components/parameters/Idempotency-Key"}});
    }
    if (row.needs_match) {
        all.push_back(json::object{{"$ref", "#/components/parameters/If-Match"}});
    }
    return all;
}

void add_content(json::object& answer, const described_answer& one)
{
    const bool is_message = one.message.schema != nullptr;
    const auto type = is_message ? http::content::json : one.content_type;
    if (type.empty()) {
        return;
    }
    auto schema = is_message ? reference(one.message.name) : json::object{{"type", "string"}};
    auto& types = answer["content"];
    if (!types.is_object()) {
        types = json::object{};
    }
    types.get_object()[type] = json::object{{"schema", std::move(schema)}};
}

void add_header(json::object& answer, std::string_view name)
{
    answer["headers"] = json::object{{name, {{"$ref", "#/components/headers/" + std::string(name)}}}};
}

json::object answers_of(const endpoint& row)
{
    json::object all;
    for (const auto& one : row.answers) {
        auto& answer = all[std::to_string(one.status)];
        if (!answer.is_object()) {
            answer = json::object{{"description", one.meaning}};
        }
        add_content(answer.get_object(), one);
        add_headers_of_status(answer.get_object(), one.status);
        // An answer without a body is not stored.
        if (row.takes_key && one.message.schema != nullptr) {
            add_header(answer.get_object(), "Idempotent-Replayed");
        }
    }
    const auto refuse = [&all](unsigned status) {
        const auto key = std::to_string(status);
        if (!all.contains(key)) {
            all[key] = json::object{{"$ref", "#/components/responses/" + key}};
        }
    };
    std::ranges::for_each(common_refusals, refuse);
    if (std::holds_alternative<endpoint::feed_handler>(row.run)) {
        refuse(upgrade_required);
    }
    if (row.needs_match) {
        std::ranges::for_each(match_refusals, refuse);
    }
    return all;
}

} // namespace

json::object reference(std::string_view name)
{
    return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

json::object content_of(std::string_view type, json::object schema)
{
    return {{std::string(type), {{"schema", std::move(schema)}}}};
}

void add_headers_of_status(json::object& answer, unsigned status)
{
    if (status == 401) {
        add_header(answer, "WWW-Authenticate");
    } else if (status == 429 || status == 503) {
        add_header(answer, "Retry-After");
    }
}

json::object operation_of(const endpoint& row)
{
    json::object operation{
        {"summary", row.summary}, {"parameters", parameters_of(row)}, {"responses", answers_of(row)}};
    if (row.body.schema != nullptr) {
        // A body may be left out when all of its fields may be.
        operation["requestBody"] =
            json::object{{"required", row.body.schema().contains("required")},
                         {"content", content_of(http::content::json, reference(row.body.name))}};
    }
    json::array security;
    if (row.open != openness::closed) {
        security.push_back(json::object{});
    }
    if (row.open != openness::probe) {
        security.push_back(json::object{{"bearer", json::array{}}});
    }
    operation["security"] = std::move(security);
    json::array roles;
    for (const auto role : {access::role::kiosk, access::role::display, access::role::counter,
                            access::role::clerk, access::role::manager, access::role::admin}) {
        if (row.roles.holds(role)) {
            roles.emplace_back(domain::name_of(role));
        }
    }
    operation["x-roles"] = std::move(roles);
    return operation;
}

} // namespace motcua::api
