#include "server/api/openapi.hpp"

#include "server/api/openapi_operation.hpp"
#include "server/api/resources/resources.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

namespace json = boost::json;

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
    add(described<protocol::feed_settings>("feed_settings"));
    add(described<protocol::feed_intake>("feed_intake"));
    add(described<protocol::track_snapshot>("track_snapshot"));
    add(described<protocol::track_message>("track_message"));
    return all;
}

/// Each refusal by its status.
json::object refusals()
{
    json::object all;
    const auto add = [&all](unsigned status) {
        json::object answer{{"description", http::reason(status)},
                            {"content", content_of(http::content::problem, reference("problem"))}};
        add_headers_of_status(answer, status);
        all[std::to_string(status)] = std::move(answer);
    };
    std::ranges::for_each(common_refusals, add);
    std::ranges::for_each(match_refusals, add);
    add(upgrade_required);
    return all;
}

json::object components_of(const std::vector<endpoint>& rows)
{
    const json::object key{
        {"name", "Idempotency-Key"},
        {"in", "header"},
        {"description", "The same key from the same sender within 48 h gets the first answer again"},
        {"schema", {{"type", "string"}, {"minLength", 1}, {"maxLength", 64}}}};
    const json::object match{{"name", "If-Match"},
                             {"in", "header"},
                             {"required", true},
                             {"description", "The ETag of what the change was made from"},
                             {"schema", {{"type", "string"}}}};
    const json::object headers{{"Idempotent-Replayed",
                                {{"description", "Present when the first answer to the key is sent again"},
                                 {"schema", {{"type", "string"}, {"enum", json::array{"true"}}}}}},
                               {"Retry-After",
                                {{"description", "Seconds until the next attempt"},
                                 {"schema", {{"type", "integer"}, {"minimum", 1}}}}},
                               {"WWW-Authenticate",
                                {{"description", "The scheme of the required credential"},
                                 {"schema", {{"type", "string"}, {"enum", json::array{"Bearer"}}}}}}};
    return {{"schemas", schemas_of(rows)},
            {"parameters", {{"Idempotency-Key", key}, {"If-Match", match}}},
            {"headers", headers},
            {"responses", refusals()},
            {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}};
}

std::string lower(std::string_view method)
{
    std::string text(method);
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? char(letter + 32) : letter;
    });
    return text;
}

/// The OpenAPI specification describes an OpenAPI document.
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
    for (auto* const resource : {ticket_endpoints,
                                 ticket_list_endpoints,
                                 number_block_endpoints,
                                 counter_endpoints,
                                 clock_endpoints,
                                 board_endpoints,
                                 procedure_endpoints,
                                 live_endpoints,
                                 track_endpoints,
                                 session_endpoints,
                                 device_endpoints,
                                 enrolment_endpoints,
                                 staff_endpoints,
                                 health_endpoints,
                                 page_endpoints,
                                 visit_endpoints,
                                 settings_endpoints,
                                 calendar_endpoints,
                                 audit_endpoints,
                                 intake_endpoints,
                                 slot_endpoints,
                                 appointment_endpoints,
                                 appointment_reading_endpoints,
                                 closure_endpoints,
                                 track_action_endpoints}) {
        std::ranges::move(resource(), std::back_inserter(rows));
    }
    const auto document = std::make_shared<std::shared_ptr<const std::string>>();
    rows.push_back({.method = http::verb::get,
                    .path = "/api/openapi.json",
                    .roles = access::everyone,
                    .open = openness::open,
                    .summary = "This description",
                    .query = {},
                    .body = {},
                    .answers = {{200, "An OpenAPI 3.1 document", {"openapi_document", any_object}}},
                    .run = [document](request_context&) -> awaitable<response> {
                        response answer;
                        answer.shared_body = *document;
                        co_return answer;
                    }});
    *document = std::make_shared<const std::string>(openapi_document(rows));
    return rows;
}

} // namespace motcua::api
