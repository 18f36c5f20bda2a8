#include "settings_office.hpp"

using namespace motcua;
using namespace motcua::api;

namespace {

domain::request_key kept_of(settings_office& office, const std::string& body)
{
    const auto given = office.ask(
        "tickets", {.method = http::verb::post, .body = body, .key = "the same", .token = "of-kiosk"});
    CHECK(given.status == 201);
    return office.state().keys().back().key;
}

} // namespace

TEST_CASE("what is kept of a request cannot be guessed without the office's key")
{
    // Each office here has a key of its own.
    settings_office one, other;
    const std::string body = R"({"service":"A"})";
    const auto kept = kept_of(one, body), elsewhere = kept_of(other, body);
    CHECK(kept.key == elsewhere.key);
    CHECK(kept.request != elsewhere.request);
    CHECK(kept_of(one, body).request == kept.request);
    CHECK(one.state().keys().size() == 1);
}
