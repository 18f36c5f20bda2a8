#include "server/api/window_settings_view.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::api {
namespace {

std::vector<protocol::bilingual> bilingual(const std::vector<domain::bilingual_text>& texts)
{
    std::vector<protocol::bilingual> shown;
    std::ranges::transform(texts, std::back_inserter(shown), [](const auto& text) {
        return protocol::bilingual{.vi = text.vi, .en = text.en};
    });
    return shown;
}

} // namespace

protocol::window_settings window_settings_view(const domain::site_settings& settings)
{
    protocol::window_settings shown{
        .elderly_age = settings.elderly_age,
        .infant_months = settings.infant_months,
        .hold_reasons = bilingual(settings.hold_reasons),
        .pause_reasons = bilingual(settings.pause_reasons),
        .kiosk = {.priority = settings.kiosk.priority, .home_after_s = settings.kiosk.home_after_s},
        .board = {.seconds_per_call = settings.board.seconds_per_call,
                  .languages = settings.board.languages,
                  .voice = settings.board.voice}};
    if (!settings.public_url.empty()) {
        shown.public_url = settings.public_url;
    }
    std::ranges::transform(settings.notices, std::back_inserter(shown.notices), [](const auto& one) {
        return protocol::shown_notice{.vi = one.vi, .en = one.en, .from = one.from, .until = one.until};
    });
    return shown;
}

} // namespace motcua::api
