#pragma once
// The queue on the card of a service: how many wait and for how long, or why there is no number to be had.

#include "kiosk/screens/wait_words.hpp"
#include "kiosk/types.hpp"
#include "ui/widgets.hpp"

namespace motcua::kiosk {

struct queue_line
{
    std::string_view icon;
    std::string words;
    ui::text_style style;
};

/// Two things to say, in this order; the first may be missing.
struct card_queue
{
    std::optional<queue_line> first;
    queue_line second;
    /// Where there is room for one of them only: the first, because it puts the second in doubt.
    bool first_alone = false;
};

/// `size`: of the letters.
card_queue queue_of(ui::frame& frame, const service& service, const site_time& at, float size);

/// One below the other.
void draw_stacked(ui::frame& frame, const ui::rect& bounds, const card_queue& queue);

/// Side by side, the second on this side of the room that is left: smaller where they need it, and one alone
/// where even that is not enough.
void draw_beside(ui::frame& frame, ui::rect bounds, const card_queue& queue, ui::across second);

} // namespace motcua::kiosk
