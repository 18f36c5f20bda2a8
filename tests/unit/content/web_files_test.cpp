#include "server/content/web_files.hpp"
#include "tests/unit/content/folder.hpp"

#include <catch2/catch.hpp>

using namespace motcua::content;
using motcua::test::folder;

namespace {

void fill(const folder& at)
{
    for (const char* name : {"book.css", "book.html", "book.js", "front.css", "front.html", "front.js",
                             "icon.svg", "ticket.css", "ticket.html", "ticket.js"}) {
        at.with(name, std::string("content of ") + name);
    }
}

} // namespace

TEST_CASE("every file of the pages is found by its name, with its type")
{
    const folder at;
    fill(at);
    const auto files = load_web_files(at.path());
    REQUIRE(files.has_value());
    const auto type_of = [&](std::string_view name) {
        const auto* file = files->find(name);
        REQUIRE(file);
        CHECK_FALSE(file->body->empty());
        return file->content_type;
    };
    CHECK(type_of("ticket.html") == "text/html; charset=utf-8");
    CHECK(type_of("ticket.css") == "text/css; charset=utf-8");
    CHECK(type_of("ticket.js") == "text/javascript; charset=utf-8");
    CHECK(type_of("icon.svg") == "image/svg+xml");
}

TEST_CASE("no other name leads to a file")
{
    const folder at;
    fill(at);
    at.with("secret", "key");
    const auto files = load_web_files(at.path());
    REQUIRE(files.has_value());
    for (const char* name :
         {"", ".", "..", "secret", "./ticket.css", "../web/ticket.css", "ticket.css/", "TICKET.CSS"}) {
        CHECK(files->find(name) == nullptr);
    }
}

TEST_CASE("an entity tag is quoted, the same for the same bytes and another for others")
{
    const folder at;
    fill(at);
    const auto first = load_web_files(at.path());
    at.with("ticket.css", "other content");
    const auto second = load_web_files(at.path());
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    const auto& tag = first->find("ticket.css")->etag;
    CHECK(tag.size() == 34);
    CHECK(tag.front() == '"');
    CHECK(tag.back() == '"');
    CHECK(tag != second->find("ticket.css")->etag);
    CHECK(first->find("ticket.js")->etag == second->find("ticket.js")->etag);
    CHECK(*second->find("ticket.css")->body == "other content");
}

TEST_CASE("a server whose pages were not built serves everything else")
{
    const folder at;
    const auto files = load_web_files(at.path() / "web");
    REQUIRE(files.has_value());
    CHECK(files->size() == 0);
    CHECK(files->find("ticket.html") == nullptr);
}

TEST_CASE("a file of the page that is missing or empty is named")
{
    const folder at;
    fill(at);
    at.with("ticket.js", "");
    const auto empty = load_web_files(at.path());
    REQUIRE_FALSE(empty.has_value());
    CHECK(empty.error().message == (at.path() / "ticket.js").string() + ": it is empty");

    std::filesystem::remove(at.path() / "ticket.html");
    const auto missing = load_web_files(at.path());
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().message == (at.path() / "ticket.html").string() + ": No such file or directory");
}

TEST_CASE("a folder, or a file too large to be meant, is not an asset")
{
    const folder at;
    CHECK_FALSE(read_asset(at.path()).has_value());
    const auto large = at.with("large", "");
    std::filesystem::resize_file(large, asset_bytes_max + 1);
    REQUIRE_FALSE(read_asset(large).has_value());
    CHECK_THAT(read_asset(large).error().message, Catch::Contains("large"));
    std::filesystem::resize_file(large, asset_bytes_max);
    CHECK(read_asset(large).has_value());
}
