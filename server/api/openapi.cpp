#include "server/api/openapi.hpp"

#include "server/api/resources.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

namespace json = boost::json;

/// The answers that the way to a row may give before the row itself is run.
constexpr std::array common_refusals{400U, 401U, 403U, 404U, 409U, 413U, 415U, 422U, 429U, 500U, 503U};

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
                                   {"schema", {{"type", "string"}}}});
    }
    if (row.method == http::verb::post) {
        all.push_back(json::object{{"$ref", "#/components/parameters/Idempotency-Key"}});
    }
    return all;
}

/// A status may be answered in several types; what is not JSON is a text.
void add_content(json::object& told, const described_answer& one)
{
    const bool is_message = one.message.schema != nullptr;
    if (!is_message && one.content_type == http::content::json) {
        return;
    }
    auto& types = told["content"];
    if (!types.is_object()) {
        types = json::object{};
    }
    auto schema = is_message ? reference(one.message.name) : json::object{{"type", "string"}};
    types.get_object()[one.content_type] = json::object{{"schema", std::move(schema)}};
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
    }
    const auto refuse = [&all](unsigned status) {
        const auto key = std::to_string(status);
        if (!all.contains(key)) {
            all[key] = json::object{{"$ref", "#/components/responses/problem"}};
        }
    };
    std::ranges::for_each(common_refusals, refuse);
    if (std::holds_alternative<endpoint::feed_handler>(row.run)) {
        refuse(426);
    }
    return all;
}

json::object operation_of(const endpoint& row)
{
    json::object told{
        {"summary", row.summary}, {"parameters", parameters_of(row)}, {"responses", answers_of(row)}};
    if (row.body.schema != nullptr) {
        told["requestBody"] =
            json::object{{"content", content("application/json", reference(row.body.name))}};
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

std::string lower(std::string_view method)
{
    std::string text(method);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return text;
}

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
    const json::object key{
        {"name", "Idempotency-Key"},
        {"in", "header"},
        {"description", "The same key of the same caller within 48 h gives the first answer again"},
        {"schema", {{"type", "string"}, {"minLength", 1}, {"maxLength", 64}}}};
    const json::object problem{{"description", "Why not (RFC 9457)"},
                               {"content", content(http::content::problem, reference("problem"))}};
    const json::object document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Motcua"},
          {"version", MOTCUA_VERSION},
          {"description", "Queue and appointments of a reception hall."}}},
        {"servers", json::array{{{"url", "/"}}}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", schemas_of(rows)},
          {"parameters", {{"Idempotency-Key", key}}},
          {"responses", {{"problem", problem}}},
          {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}}}};
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
                    .answers = {{200, "An OpenAPI 3.1 document", {}}},
                    .run = [document](call&) -> awaitable<response> {
                        response answer;
                        answer.shared_body = *document;
                        co_return answer;
                    }});
    *document = std::make_shared<const std::string>(openapi_document(rows));
    return rows;
}

} // namespace motcua::api
