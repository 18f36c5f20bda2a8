#include "server/api/openapi.hpp"

#include "server/api/resources/resources.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

namespace json = boost::json;

/// The answers that the way to a row may give before the row itself is run.
constexpr std::array common_refusals{400U, 401U, 403U, 404U, 409U, 413U, 415U, 422U, 429U, 500U, 503U};
/// And that of a feed to a call that is no upgrade.
constexpr unsigned upgrade_required = 426;

json::object reference(std::string_view name)
{
    return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

json::object content(std::string_view type, json::object schema)
{
    return {{std::string(type), {{"schema", std::move(schema)}}}};
}

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
    return all;
}

void add_content(json::object& told, const described_answer& one)
{
    const bool is_message = one.message.schema != nullptr;
    const auto type = is_message ? http::content::json : one.content_type;
    if (type.empty()) {
        return;
    }
    auto schema = is_message ? reference(one.message.name) : json::object{{"type", "string"}};
    auto& types = told["content"];
    if (!types.is_object()) {
        types = json::object{};
    }
    types.get_object()[type] = json::object{{"schema", std::move(schema)}};
}

void add_header(json::object& told, std::string_view name)
{
    told["headers"] = json::object{{name, {{"$ref", "#/components/headers/" + std::string(name)}}}};
}

/// What an answer with this status says in its header, whoever gives it.
void add_headers_of_status(json::object& told, unsigned status)
{
    if (status == 401) {
        add_header(told, "WWW-Authenticate");
    } else if (status == 429 || status == 503) {
        add_header(told, "Retry-After");
    }
}

json::object answers_of(const endpoint& row)
{
    json::object all;
    for (const auto& one : row.answers) {
        auto& told = all[std::to_string(one.status)];
        if (!told.is_object()) {
            told = json::object{{"description", one.meaning}};
        }
        add_content(told.get_object(), one);
        add_headers_of_status(told.get_object(), one.status);
        // What has no body is not remembered.
        if (row.takes_key && one.message.schema != nullptr) {
            add_header(told.get_object(), "Idempotent-Replayed");
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
    return all;
}

json::object operation_of(const endpoint& row)
{
    json::object told{
        {"summary", row.summary}, {"parameters", parameters_of(row)}, {"responses", answers_of(row)}};
    if (row.body.schema != nullptr) {
        // A body may be left away when all that is in it may be.
        told["requestBody"] =
            json::object{{"required", row.body.schema().contains("required")},
                         {"content", content(http::content::json, reference(row.body.name))}};
    }
    json::array security;
    if (row.open != openness::closed) {
        security.push_back(json::object{});
    }
    if (row.open != openness::probe) {
        security.push_back(json::object{{"bearer", json::array{}}});
    }
    told["security"] = std::move(security);
    json::array roles;
    for (const auto one :
         {role::kiosk, role::display, role::counter, role::clerk, role::manager, role::admin}) {
        if (row.who.holds(one)) {
            roles.emplace_back(domain::name_of(one));
        }
    }
    told["x-roles"] = std::move(roles);
    return told;
}

json::object schemas_of(const std::vector<endpoint>& rows)
{
    json::object all;
    const auto add = [&all](const described_message& one) {
        if (one.schema != nullptr && !all.contains(one.name)) {
            all[one.name] = one.schema();
        }
    };
    for (const auto& row : rows) {
        add(row.body);
        for (const auto& one : row.answers) {
            add(one.message);
        }
    }
    add(described<protocol::problem>("problem"));
    add(described<protocol::feed_snapshot>("feed_snapshot"));
    add(described<protocol::feed_ticket<protocol::ticket>>("feed_ticket"));
    add(described<protocol::feed_ticket<protocol::public_ticket>>("feed_public_ticket"));
    add(described<protocol::feed_counter>("feed_counter"));
    add(described<protocol::feed_day>("feed_day"));
    add(described<protocol::track_snapshot>("track_snapshot"));
    add(described<protocol::track_message>("track_message"));
    return all;
}

/// Each refusal by its status.
json::object refusals()
{
    json::object all;
    const auto add = [&all](unsigned status) {
        json::object told{{"description", http::reason(status)},
                          {"content", content(http::content::problem, reference("problem"))}};
        add_headers_of_status(told, status);
        all[std::to_string(status)] = std::move(told);
    };
    std::ranges::for_each(common_refusals, add);
    add(upgrade_required);
    return all;
}

json::object components_of(const std::vector<endpoint>& rows)
{
    const json::object key{
        {"name", "Idempotency-Key"},
        {"in", "header"},
        {"description", "The same key of the same caller within 48 h gives the first answer again"},
        {"schema", {{"type", "string"}, {"minLength", 1}, {"maxLength", 64}}}};
    const json::object headers{{"Idempotent-Replayed",
                                {{"description", "There when the first answer to the key is given again"},
                                 {"schema", {{"type", "string"}, {"enum", json::array{"true"}}}}}},
                               {"Retry-After",
                                {{"description", "In how many seconds to ask again"},
                                 {"schema", {{"type", "integer"}, {"minimum", 1}}}}},
                               {"WWW-Authenticate",
                                {{"description", "The scheme of the credential that is needed"},
                                 {"schema", {{"type", "string"}, {"enum", json::array{"Bearer"}}}}}}};
    return {{"schemas", schemas_of(rows)},
            {"parameters", {{"Idempotency-Key", key}}},
            {"headers", headers},
            {"responses", refusals()},
            {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}};
}

std::string lower(std::string_view method)
{
    std::string text(method);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return text;
}

/// OpenAPI itself describes what an OpenAPI document is.
json::object any_object() { return {{"type", "object"}}; }

} // namespace

std::string openapi_document(const std::vector<endpoint>& rows)
{
    json::object paths;
    for (const auto& row : rows) {
        const auto method = boost::beast::http::to_string(row.method);
        auto& path = paths[row.path];
        if (!path.is_object()) {
            path = json::object{};
        }
        path.get_object()[lower({method.data(), method.size()})] = operation_of(row);
    }
    const json::object document{{"openapi", "3.1.0"},
                                {"info",
                                 {{"title", "Motcua"},
                                  {"version", MOTCUA_VERSION},
                                  {"description", "Queue and appointments of a reception hall."}}},
                                {"servers", json::array{{{"url", "/"}}}},
                                {"paths", std::move(paths)},
                                {"components", components_of(rows)}};
    return json::serialize(document);
}

std::vector<endpoint> all_endpoints()
{
    std::vector<endpoint> rows;
    for (auto* const resource :
         {ticket_endpoints, number_block_endpoints, counter_endpoints, clock_endpoints, board_endpoints,
          procedure_endpoints, live_endpoints, track_endpoints, session_endpoints, device_endpoints,
          health_endpoints, page_endpoints, visit_endpoints}) {
        std::ranges::move(resource(), std::back_inserter(rows));
    }
    const auto document = std::make_shared<std::shared_ptr<const std::string>>();
    rows.push_back({.method = http::verb::get,
                    .path = "/api/openapi.json",
                    .who = everyone,
                    .open = openness::open,
                    .summary = "This description",
                    .query = {},
                    .body = {},
                    .answers = {{200, "An OpenAPI 3.1 document", {"openapi_document", any_object}}},
                    .run = [document](call&) -> awaitable<response> {
                        response answer;
                        answer.shared_body = *document;
                        co_return answer;
                    }});
    *document = std::make_shared<const std::string>(openapi_document(rows));
    return rows;
}

} // namespace motcua::api
