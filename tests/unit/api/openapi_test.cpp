// The document that describes the interface, as a code generator reads it.

#include "server/api/openapi.hpp"
#include "server/api/resources/resources.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace motcua;
namespace json = boost::json;

namespace {

const json::value& document()
{
    static const auto parsed = json::parse(api::openapi_document(api::all_endpoints()));
    return parsed;
}

const json::value& operation(std::string_view method, std::string_view path)
{
    return document().at("paths").at(path).at(method);
}

/// The schema of a query parameter.
const json::value& query_schema(std::string_view path, std::string_view name)
{
    const auto& all = operation("get", path).at("parameters").as_array();
    const auto found = std::ranges::find_if(all, [name](const auto& one) {
        return one.as_object().contains("name") && one.at("name") == json::value(name) &&
               one.at("in") == "query";
    });
    REQUIRE(found != all.end());
    return found->at("schema");
}

std::string words(const json::value& schema)
{
    std::string all;
    for (const auto& word : schema.at("enum").as_array()) {
        all += std::string(word.as_string()) + " ";
    }
    return all;
}

bool offers_key(const json::value& row)
{
    const json::value offered{{"$ref", "#/components/parameters/Idempotency-Key"}};
    return std::ranges::count(row.at("parameters").as_array(), offered) == 1;
}

/// An answer of a row, its reference followed.
const json::value& answer(const json::value& row, std::string_view status)
{
    const auto& found = row.at("responses").at(status);
    const auto* reference = found.as_object().if_contains("$ref");
    if (reference == nullptr) {
        return found;
    }
    REQUIRE(*reference == json::value("#/components/responses/" + std::string(status)));
    return document().at("components").at("responses").at(status);
}

bool has_header(const json::value& found, std::string_view name)
{
    const auto* headers = found.as_object().if_contains("headers");
    return headers != nullptr && headers->as_object().contains(name) &&
           document().at("components").at("headers").as_object().contains(name);
}

const std::string of_site = "/api/v1/sites/{site}";

} // namespace

TEST_CASE("the document lists the words of a request that are accepted and no others")
{
    const auto& schemas = document().at("components").at("schemas");
    const auto field = [&](std::string_view message, std::string_view name) {
        return words(schemas.at(message).at("properties").at(name).at("anyOf").at(0));
    };
    CHECK(field("finish_ticket", "outcome") == "served documents_missing wrong_service left ");
    CHECK(field("issue_ticket", "channel") == "kiosk phone staff online ");
    CHECK(words(schemas.at("ticket").at("properties").at("channel")) ==
          "kiosk phone staff appointment online ");
}

TEST_CASE("the document has the type of each query parameter")
{
    for (const std::string list : {"/tickets", "/procedures", "/services", "/devices", "/number_blocks",
                                   "/visits", "/reports/waits"}) {
        INFO(list);
        const auto& limit = query_schema(of_site + list, "limit");
        CHECK(limit.at("type") == "integer");
        CHECK(limit.at("minimum") == 1);
        CHECK(limit.at("maximum") == 1000);
        CHECK(query_schema(of_site + list, "cursor").at("type") == "string");
    }
    for (const std::string log : {"/visits", "/reports/waits"}) {
        CHECK(query_schema(of_site + log, "from").at("format") == "date");
        CHECK(query_schema(of_site + log, "to").at("format") == "date");
    }
    CHECK(words(query_schema(of_site + "/tickets", "state")) ==
          "waiting called serving held served no_show cancelled ");
    CHECK(words(query_schema(of_site + "/visits", "format")) == "json csv ");
    CHECK(words(query_schema(of_site + "/visits", "priority")) ==
          "none elderly disabled pregnant infant merit ");
    CHECK(words(query_schema(of_site + "/reports/waits", "by")) ==
          "service counter staff hour weekday day priority channel total ");
}

TEST_CASE("the document requires a body where a field of it is mandatory")
{
    const auto required = [](const std::string& path) {
        return operation("post", path).at("requestBody").at("required").as_bool();
    };
    CHECK(required(of_site + "/tickets"));
    CHECK(required("/api/v1/sessions"));
    CHECK_FALSE(required("/api/v1/tickets/{id}/finish"));
    CHECK_FALSE(required(of_site + "/counters/{counter}/call_next"));
}

TEST_CASE("the document offers a key wherever an answer is remembered and nowhere else")
{
    const auto& issue = operation("post", of_site + "/tickets");
    CHECK(offers_key(issue));
    CHECK(has_header(answer(issue, "201"), "Idempotent-Replayed"));
    const auto& call_next = operation("post", of_site + "/counters/{counter}/call_next");
    CHECK(has_header(answer(call_next, "200"), "Idempotent-Replayed"));
    CHECK_FALSE(has_header(answer(call_next, "204"), "Idempotent-Replayed"));
    for (const auto& row : {operation("post", "/api/v1/sessions"), operation("get", of_site + "/tickets"),
                            operation("delete", "/api/v1/sessions/current")}) {
        CHECK_FALSE(offers_key(row));
        for (const auto& found : row.at("responses").as_object()) {
            CHECK_FALSE(has_header(answer(row, found.key()), "Idempotent-Replayed"));
        }
    }
}

TEST_CASE("the document has the headers of each refusal")
{
    for (const auto& path : document().at("paths").as_object()) {
        for (const auto& row : path.value().as_object()) {
            INFO(path.key());
            CHECK(has_header(answer(row.value(), "401"), "WWW-Authenticate"));
            CHECK(has_header(answer(row.value(), "429"), "Retry-After"));
            CHECK(has_header(answer(row.value(), "503"), "Retry-After"));
            CHECK_FALSE(has_header(answer(row.value(), "422"), "Retry-After"));
        }
    }
}

TEST_CASE("the document has the types of the pages, and the answer to an unchanged page")
{
    const auto has_type = [](const std::string& path, std::string_view type) {
        return answer(operation("get", path), "200").at("content").as_object().contains(type);
    };
    CHECK(has_type("/t/{track}", http::content::html));
    for (const auto type :
         {http::content::html, http::content::css, http::content::javascript, http::content::svg}) {
        CHECK(has_type("/web/{name}", type));
    }
    CHECK(has_type("/api/openapi.json", http::content::json));
    CHECK(has_type(of_site + "/visits", http::content::csv));
    for (const std::string page : {"/", "/book", "/t/{track}", "/web/{name}"}) {
        CHECK_FALSE(answer(operation("get", page), "304").as_object().contains("content"));
    }
}
