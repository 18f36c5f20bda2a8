// An appointment as an entry of a phone's calendar.

#include "server/api/appointment_views.hpp"

#include <catch2/catch.hpp>

using namespace motcua;

namespace {

protocol::appointment an_appointment()
{
    const std::chrono::sys_seconds start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} +
                                         std::chrono::hours{2}};
    protocol::appointment one;
    one.code = "7KQ2MD";
    one.site = "demo";
    one.site_name = "Trung tâm Phục vụ hành chính công Phường An Bình; quận 1, thành phố Hồ Chí Minh";
    one.service_name = "Hộ tịch";
    one.start = {start, std::chrono::minutes{420}};
    one.end = {start + std::chrono::minutes{30}, std::chrono::minutes{420}};
    one.time = {start - std::chrono::hours{24}, std::chrono::minutes{420}};
    return one;
}

} // namespace

// RFC 5545, 3.1 and 3.3.11.
TEST_CASE("lines of a calendar file are folded between characters, and special ones are escaped")
{
    const auto text = api::calendar_file(an_appointment(), "https://hall.example");
    CHECK(text.find("DTSTART:20261125T020000Z\r\n") != text.npos);
    CHECK(text.find("DTEND:20261125T023000Z\r\n") != text.npos);
    std::string unfolded;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find("\r\n", begin);
        REQUIRE(end != text.npos);
        CHECK(end - begin <= 75);
        const bool goes_on = text[begin] == ' ';
        CHECK((static_cast<unsigned char>(text[begin + (goes_on ? 1 : 0)]) & 0xC0U) != 0x80U);
        unfolded +=
            goes_on ? text.substr(begin + 1, end - begin - 1) : "\n" + text.substr(begin, end - begin);
        begin = end + 2;
    }
    CHECK(
        unfolded.find("\nLOCATION:Trung tâm Phục vụ hành chính công Phường An Bình\\; quận 1\\, thành phố Hồ "
                      "Chí Minh\n") != unfolded.npos);
    CHECK(unfolded.find("\nURL:https://hall.example\n") != unfolded.npos);
}

TEST_CASE("a cancelled appointment keeps its entry, with a higher sequence, and says that it is cancelled")
{
    auto one = an_appointment();
    const auto before = api::calendar_file(one, "");
    one.changes = 2;
    one.state = protocol::appointment_state::cancelled;
    const auto after = api::calendar_file(one, "");
    CHECK(before.find("UID:7KQ2MD-demo@motcua\r\nSEQUENCE:0\r\n") != before.npos);
    CHECK(after.find("UID:7KQ2MD-demo@motcua\r\nSEQUENCE:2\r\n") != after.npos);
    CHECK(after.find("METHOD:CANCEL\r\n") != after.npos);
    CHECK(after.find("STATUS:CANCELLED\r\n") != after.npos);
}
