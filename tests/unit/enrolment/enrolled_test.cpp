#include "enrolment/enrolled.hpp"
#include "enrolment/memory.hpp"
#include "enrolment/program.hpp"
#include "tests/unit/enrolment/scratch.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::enrolment;

TEST_CASE("a device that knows server and token shows its window at once, and is asked nothing")
{
    const test::scratch s;
    int screens = 0;
    std::string token;
    show_enrolled(
        {.server = "http://127.0.0.1:1", .token = "kept", .file = s.folder / "kiosk.json"},
        {.kind = "kiosk",
         .show =
             [&](const client::server_address& server, const reporting&) {
                 token = server.token;
                 return false;
             }},
        [&](ui::program&, const ui::layout_size&) {
            ++screens;
            return false;
        },
        logging::no_log);
    CHECK(token == "kept");
    CHECK(screens == 0);
}

TEST_CASE("a revoked token is dropped from the file, and the device shows a code again")
{
    const test::scratch s;
    const auto file = s.file("kiosk.json", R"({"server":"http://127.0.0.1:1","token":"kept"})");
    show_enrolled(
        {.server = "http://127.0.0.1:1", .token = "kept", .file = file},
        {.kind = "kiosk", .show = [](const client::server_address&, const reporting&) { return true; }},
        [&](ui::program& shown, const ui::layout_size&) {
            CHECK(dynamic_cast<enrolment_program&>(shown).state().was_revoked);
            return false;
        },
        logging::no_log);
    CHECK_FALSE(read_memory(file)->token);
    CHECK(read_memory(file)->server == "http://127.0.0.1:1");
}

TEST_CASE("an address that is typed leads to the window without a restart")
{
    const test::scratch s;
    std::string authority;
    show_enrolled(
        {.token = "given", .token_is_given = true, .file = s.folder / "kiosk.json"},
        {.kind = "kiosk",
         .show =
             [&](const client::server_address& server, const reporting&) {
                 authority = server.authority;
                 return false;
             }},
        [&](ui::program& shown, const ui::layout_size&) {
            for (const char letter : std::string_view("127.0.0.1:8080")) {
                shown.typed(static_cast<char32_t>(letter), {});
            }
            sf::Event::KeyEvent enter{};
            enter.code = sf::Keyboard::Enter;
            shown.key(enter, {});
            return shown.is_over();
        },
        logging::no_log);
    CHECK(authority == "127.0.0.1:8080");
}
