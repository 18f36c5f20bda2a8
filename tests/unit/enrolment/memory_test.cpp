#include "enrolment/memory.hpp"
#include "tests/unit/enrolment/scratch.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

using namespace motcua::enrolment;
using motcua::test::scratch;

TEST_CASE("what a window keeps comes back, and only its owner may read it")
{
    const scratch s;
    const auto file = s.folder / "new" / "folder" / "kiosk.json";
    CHECK_FALSE(read_memory(file));
    const memory kept{.server = "http://10.0.0.5:8080",
                      .token = "secret",
                      .officers = {{{"lan", "Nguyễn Thị Lan", "2026-11-23"}}}};
    write_memory(file, kept);
    CHECK(read_memory(file) == kept);
    struct stat facts = {};
    REQUIRE(stat(file.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 07777U) == 0600);
}

TEST_CASE("a file that others may read is refused with one line that says what to do")
{
    const scratch s;
    const auto file = s.file("kiosk.json", R"({"token":"abc123"})", GENERATE(0640, 0604, 0660));
    CHECK_THROWS_WITH(read_memory(file), Catch::Contains("chmod 600 " + file.string()) &&
                                             !Catch::Contains("abc123") && !Catch::Contains("\n"));
}

TEST_CASE("a file with a bare token gives the token")
{
    const scratch s;
    CHECK(read_memory(s.file("token", "abc-DEF_123\n", 0400)) == memory{.token = "abc-DEF_123"});
    CHECK(read_memory(s.file("empty", "")) == memory{});
}

TEST_CASE("a file that holds anything else, or cannot be read, is refused in one line")
{
    const scratch s;
    CHECK_THROWS_AS(read_memory(s.file("text", "not a token")), memory_error);
    CHECK_THROWS_AS(read_memory(s.file("broken", R"({"token":)")), memory_error);
    CHECK_THROWS_AS(read_memory(s.file("wrong", R"({"token":7})")), memory_error);
    CHECK_THROWS_AS(read_memory(s.file("large", std::string(100'000, 'x'))), memory_error);
    CHECK_THROWS_AS(read_memory(s.folder), memory_error);
    CHECK_THROWS_AS(write_memory(s.file("in_the_way", "") / "kiosk.json", {}), memory_error);
}
