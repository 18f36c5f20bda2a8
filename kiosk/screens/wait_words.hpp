#pragma once
// An expected wait in words: on the cards, the ticket and its slip, as on the page for phones.

#include "client/forecast.hpp"
#include "kiosk/opening_hours.hpp"
#include "ui/format.hpp"
#include "ui/frame.hpp"

namespace motcua::kiosk {

/// When a wait is said, where that is known, and the hours of that day.
struct site_time
{
    std::optional<ui::wall_time> now;
    opening_hours hours;
};

/// "15–30 phút", "dưới 5 phút", "1 giờ 20 – 2 giờ"; across a break of the hall "trước 11:30 hoặc từ 13:00",
/// because minutes through a break say nothing.
std::string range_words(ui::frame& frame, const client::expected_wait& wait, const site_time& at);

/// What is to be said beside the minutes or in their place.
struct wait_note
{
    /// In a few words, for a card.
    std::string brief;
    /// For the ticket: what is so, and what to do.
    std::string title;
    std::string advice;
    std::string_view icon;
    /// The citizen may have come in vain.
    bool is_warning = false;
};

/// Without one the minutes say all. `now` is the office's time, where it is known.
std::optional<wait_note> note_on(ui::frame& frame, const client::forecast& forecast,
                                 const std::optional<ui::wall_time>& now);

/// The day of `at` as people name it: nothing for today, soon the day of the week, later the date. Without
/// `now` every day is a date.
std::string day_words(ui::frame& frame, ui::wall_time at, const std::optional<ui::wall_time>& now);

} // namespace motcua::kiosk
