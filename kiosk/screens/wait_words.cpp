#include "kiosk/screens/wait_words.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

using client::forecast_state;

/// The one way a wait is written: "25 phút", "1 giờ 20", "2 giờ".
std::string duration_words(frame& frame, int minutes)
{
    if (minutes < 60) {
        return frame.words("wait.minutes", {{"n", std::to_string(minutes)}});
    }
    const auto hours = std::to_string(minutes / 60);
    if (minutes % 60 == 0) {
        return frame.words("wait.whole_hours", {{"h", hours}});
    }
    return frame.words("wait.hours", {{"h", hours}, {"m", std::to_string(minutes % 60)}});
}

struct note_look
{
    std::string_view name; ///< in the keys of the texts
    std::string_view icon;
    bool is_warning = false;
};

std::optional<note_look> look_of(const client::forecast& forecast)
{
    switch (forecast.state) {
    case forecast_state::too_late:
        return note_look{"too_late", "triangle-alert", true};
    case forecast_state::paused:
        return note_look{"paused", "circle-pause"};
    case forecast_state::planned:
        if (forecast.opens_at) {
            return note_look{"planned", "info"};
        }
        break;
    case forecast_state::open:
        if (forecast.wait) {
            return forecast.doubtful ? std::optional{note_look{"doubtful", "triangle-alert", true}}
                                     : std::nullopt;
        }
        break;
    case forecast_state::closed:
        break;
    }
    return note_look{"closed", "info"};
}

} // namespace

std::string range_words(frame& frame, const client::expected_wait& wait, const site_time& at)
{
    if (at.now) {
        if (const auto pause = break_across(at.hours, *at.now + wait.from, *at.now + wait.to)) {
            return frame.words("wait.break",
                               {{"before", clock_text(pause->from)}, {"after", clock_text(pause->to)}});
        }
    }
    const auto [from, to] = shown_range(wait.from, wait.to);
    if (to == 5) {
        return frame.words("wait.under_five");
    }
    if (from == to) {
        return duration_words(frame, to);
    }
    if (to < 60) {
        return frame.words("wait.minutes_range",
                           {{"from", std::to_string(from)}, {"to", std::to_string(to)}});
    }
    return frame.words("wait.range",
                       {{"from", duration_words(frame, from)}, {"to", duration_words(frame, to)}});
}

std::optional<wait_note> note_on(frame& frame, const client::forecast& forecast,
                                 const std::optional<wall_time>& now)
{
    const auto look = look_of(forecast);
    if (!look) {
        return std::nullopt;
    }
    std::string time;
    if (forecast.opens_at) {
        time = clock_text(*forecast.opens_at);
        const auto day = day_words(frame, *forecast.opens_at, now);
        if (!day.empty()) {
            time = frame.words("wait.on_day", {{"time", time}, {"day", day}});
        }
    }
    const auto key = "wait." + std::string(look->name);
    return wait_note{.brief = frame.words(key, {{"time", time}}),
                     .title = frame.words(key + ".ticket"),
                     .advice = frame.words(key + ".advice", {{"time", time}}),
                     .icon = look->icon,
                     .is_warning = look->is_warning};
}

std::string day_words(frame& frame, wall_time at, const std::optional<wall_time>& now)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto ahead = now ? day - std::chrono::floor<std::chrono::days>(*now) : std::chrono::days{7};
    if (ahead < std::chrono::days{1}) {
        return {};
    }
    return ahead < std::chrono::days{7} ? frame.words(weekday_key(at)) : date_text(at);
}

} // namespace motcua::kiosk
