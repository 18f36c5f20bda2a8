#include "enrolment/model.hpp"

#include <catch2/catch.hpp>

using namespace motcua::enrolment;
using motcua::client::enrolment_trouble;
using namespace std::chrono_literals;

namespace {

/// A device in front of which somebody stands.
struct shown_device
{
    explicit shown_device(state first) : model(std::move(first)) {}

    std::optional<enrol_at> happens(const event& input)
    {
        const auto wanted = model.handle(input, now);
        return wanted ? std::optional(std::get<enrol_at>(*wanted)) : std::nullopt;
    }

    void types(std::string_view text)
    {
        for (const char letter : text) {
            happens(typed{letter});
        }
    }

    motcua::enrolment::model model;
    moment now{};
};

} // namespace

TEST_CASE("a device without an address asks for it, then for a code at that server")
{
    shown_device d({.kind = "kiosk"});
    CHECK_FALSE(d.happens(ticked{}));
    CHECK(d.model.state().is_typing);
    d.types("127.0.0.1:8o");
    d.happens(erased{});
    d.types("0");
    CHECK(d.happens(confirmed{}) == enrol_at{"https://127.0.0.1:80"});
    CHECK_FALSE(d.model.state().is_typing);
    CHECK_FALSE(d.happens(ticked{}));
    d.happens(code_came{"482913"});
    CHECK(d.model.state().code == "482913");
    CHECK(d.model.state().left == 15min);
}

TEST_CASE("what is not an address is said so until it is changed")
{
    shown_device d({.kind = "kiosk"});
    d.types("10.0.0.5:");
    CHECK_FALSE(d.happens(confirmed{}));
    CHECK(d.model.state().is_wrong);
    d.types("8");
    CHECK_FALSE(d.model.state().is_wrong);
}

TEST_CASE("a device that knows its server asks for a code at once, and is over when it is allowed")
{
    shown_device d({.kind = "board", .server = "http://127.0.0.1:1"});
    CHECK(d.happens(ticked{}) == enrol_at{"http://127.0.0.1:1"});
    d.happens(code_came{"482913"});
    CHECK_FALSE(d.model.state().is_over);
    d.happens(allowed{"secret", "board 1"});
    CHECK(d.model.state().is_over);
    CHECK(d.model.state().allowed->token == "secret");
}

TEST_CASE("the minutes of a code count down, and a new code is pointed out for a while")
{
    shown_device d({.kind = "kiosk", .server = "http://127.0.0.1:1"});
    d.happens(ticked{});
    d.happens(code_came{"482913"});
    CHECK_FALSE(d.model.state().is_renewed);
    d.now += 61s;
    const auto before = d.model.revision();
    d.happens(ticked{});
    CHECK(d.model.state().left == 14min);
    CHECK(d.model.revision() > before);
    d.happens(code_came{"111222"});
    CHECK(d.model.state().is_renewed);
    CHECK(d.model.state().left == 15min);
    d.now += 31s;
    d.happens(ticked{});
    CHECK_FALSE(d.model.state().is_renewed);
}

TEST_CASE("another server may be typed, unless it was given to the program")
{
    shown_device d({.kind = "kiosk", .server = "http://127.0.0.1:1"});
    d.happens(ticked{});
    d.happens(trouble_changed{enrolment_trouble::away});
    d.happens(changes_server{});
    CHECK(d.model.state().is_typing);
    CHECK(d.model.state().text == "http://127.0.0.1:1");
    d.happens(erased{});
    d.types("2");
    CHECK(d.happens(confirmed{}) == enrol_at{"http://127.0.0.1:2"});
    CHECK(d.model.state().trouble == enrolment_trouble::none);
    shown_device given({.kind = "kiosk", .may_change_server = false, .server = "http://127.0.0.1:1"});
    given.happens(changes_server{});
    CHECK_FALSE(given.model.state().is_typing);
}

TEST_CASE("a known fingerprint holds until somebody types an address, a given one always")
{
    const std::string known(64, 'a');
    shown_device d({.kind = "kiosk", .server = "https://10.0.0.5", .fingerprint = known});
    CHECK(d.happens(ticked{}) == enrol_at{"https://10.0.0.5", known});
    d.happens(trouble_changed{enrolment_trouble::distrusted});
    d.happens(changes_server{});
    CHECK(d.happens(confirmed{}) == enrol_at{"https://10.0.0.5", ""});
    shown_device given({.kind = "kiosk", .fingerprint = known, .is_pinned = true});
    given.types("http://10.0.0.5");
    CHECK_FALSE(given.happens(confirmed{}));
    CHECK(given.model.state().is_wrong);
    for (int letter = 0; letter < 15; ++letter) {
        given.happens(erased{});
    }
    given.types("10.0.0.5");
    CHECK(given.happens(confirmed{}) == enrol_at{"https://10.0.0.5", known});
}

TEST_CASE("a device that lacks only the address needs no code")
{
    shown_device d({.kind = "kiosk", .has_token = true});
    d.types("localhost");
    CHECK_FALSE(d.happens(confirmed{}));
    CHECK(d.model.state().is_over);
    CHECK(d.model.state().server == "https://localhost");
}
