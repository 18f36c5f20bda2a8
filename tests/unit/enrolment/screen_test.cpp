#include "enrolment/screen.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace motcua;
using namespace motcua::enrolment;
using client::enrolment_trouble;

namespace {

struct named_state
{
    std::string name;
    enrolment::state state;
};

/// Every screen of a kind of device in one language.
std::vector<named_state> all_screens(const std::string& kind, const std::string& language)
{
    const enrolment::state typing{
        .kind = kind, .language = language, .draws_keyboard = kind == "kiosk", .is_typing = true};
    auto typed = typing;
    typed.text = "10.0.0.5:8443";
    auto wrong = typing;
    wrong.is_wrong = true;
    wrong.text = "https://mot-cua.trung-tam-phuc-vu-hanh-chinh-cong.phuong-an-binh.tinh.gov.vn:84433";
    auto code = typing;
    code.is_typing = false;
    code.server = "https://10.0.0.5:8443";
    code.code = "482913";
    code.left = std::chrono::minutes(14);
    auto asking = code;
    asking.code.clear();
    auto renewed = code;
    renewed.is_renewed = true;
    renewed.left = std::chrono::minutes(15);
    auto revoked = code;
    revoked.was_revoked = true;
    revoked.left = std::chrono::minutes(1);
    revoked.may_change_server = false;
    auto not_kept = asking;
    not_kept.why_not_kept = "cannot write /var/lib/motcua/kiosk.json: Read-only file system";
    not_kept.server = wrong.text;
    const auto troubled = [&](enrolment_trouble trouble) {
        auto state = code;
        state.trouble = trouble;
        return state;
    };
    return {{"typing", typing},
            {"typed", typed},
            {"wrong", wrong},
            {"asking", asking},
            {"code", code},
            {"renewed", renewed},
            {"revoked", revoked},
            {"not_kept", not_kept},
            {"away", troubled(enrolment_trouble::away)},
            {"distrusted", troubled(enrolment_trouble::distrusted)},
            {"too_many", troubled(enrolment_trouble::too_many)},
            {"too_old", troubled(enrolment_trouble::too_old)}};
}

void check_texts(const std::string& kind, sf::Vector2u size, const std::string& language)
{
    test::picture p(size, reference);
    for (const auto& [name, state] : all_screens(kind, language)) {
        p.draw([&state = state](ui::frame& frame) { draw(frame, state); });
        const auto file =
            "enrolment_" + kind + "_" + name + "_" + language + "_" + std::to_string(size.x) + ".png";
        if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
            p.save(file);
        }
        CAPTURE(file);
        CHECK(p.complaints() == std::vector<std::string>{});
        for (const auto& one : p.targets()) {
            CHECK((one.place.x >= 0 && one.place.y >= 0));
            CHECK(std::min(one.place.width, one.place.height) > ui::touch_size - 0.5F);
        }
    }
}

} // namespace

TEST_CASE("every text of the enrolment fits on every window, and every target is large enough")
{
    for (const auto* language : {"vi", "en"}) {
        check_texts("kiosk", {1080, 1920}, language);
        check_texts("kiosk", {1366, 768}, language);
        check_texts("console", {1280, 800}, language);
        check_texts("board", {1920, 1080}, language);
    }
}

TEST_CASE("keys of the drawn keyboard do not overlap")
{
    test::picture p({1080, 1920}, reference);
    const auto screens = all_screens("kiosk", "vi");
    p.draw([&](ui::frame& frame) { draw(frame, screens.front().state); });
    for (const auto& one : p.targets()) {
        const auto overlapping = std::ranges::count_if(
            p.targets(), [&](const ui::target& other) { return other.place.overlaps(one.place); });
        CHECK(overlapping == 1);
    }
}
