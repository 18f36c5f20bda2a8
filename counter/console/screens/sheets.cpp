#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;

namespace {

constexpr float choice_height = 56, sheet_title_height = 48, heading_height = 36;
/// Choices of one column that are seen at once; more are reached by the keys or the arrows.
constexpr std::size_t rows_seen = 7;

/// The numbers of the choices that stand below each other.
using column = std::vector<std::size_t>;

std::string title_of(frame& frame, const state& state, const sheet& asked)
{
    const auto number = asked.number;
    switch (asked.kind) {
    case sheet_kind::hasty_next:
        return frame.words("console.sheet.hasty_next", {{"number", number}});
    case sheet_kind::no_show:
        return frame.words("console.sheet.no_show", {{"number", number}});
    case sheet_kind::hold:
        return frame.words("console.sheet.hold", {{"number", number}});
    case sheet_kind::pause:
        return frame.words("console.sheet.pause", {{"n", state.counter.code}});
    case sheet_kind::until:
        return asked.ticket.empty() ? frame.words("console.sheet.pause.until", {{"n", state.counter.code}})
                                    : frame.words("console.sheet.hold.until", {{"number", number}});
    case sheet_kind::priority:
        return frame.words("console.sheet.priority", {{"number", number}});
    case sheet_kind::issue:
        return frame.words("console.sheet.issue");
    case sheet_kind::issue_priority:
        return frame.words("console.sheet.issue_priority",
                           {{"service", service_name(frame, state, asked.choices.front().to->code)}});
    case sheet_kind::transfer:
        return frame.words("console.sheet.transfer", {{"number", number}});
    case sheet_kind::note:
        return frame.words("console.sheet.note", {{"number", number}});
    case sheet_kind::outcome:
        return frame.words("console.sheet.outcome", {{"number", number}});
    case sheet_kind::ticket:
        return frame.words("console.sheet.ticket", {{"number", number}});
    case sheet_kind::cancel:
        return frame.words("console.sheet.cancel", {{"number", number}});
    case sheet_kind::sign_out:
        return frame.words("console.sheet.sign_out");
    case sheet_kind::close:
        break;
    }
    return frame.words("console.sheet.close", {{"n", state.counter.code}});
}

/// A choice of how long a hold or a pause will take.
std::string until_label(frame& frame, const state& state, const wish& wish)
{
    if (!wish.until) {
        return frame.words("console.until.none");
    }
    const auto end = base::wall_time(*wish.until);
    const auto time = clock_text(end);
    if (end == break_end(state)) {
        return frame.words("console.until.break", {{"time", time}});
    }
    const auto now = std::chrono::floor<std::chrono::minutes>(*state.time);
    return frame.words("console.until.minutes", {{"wait", minutes_text(frame, end - now)}, {"time", time}});
}

std::string label_of(frame& frame, const state& state, const wish& wish)
{
    if (wish.priority) {
        return frame.words(std::string("console.class.") +
                           boost::describe::enum_to_string(*wish.priority, ""));
    }
    if (wish.to && wish.to->to_counter) {
        return frame.words("console.counter", {{"n", wish.to->code}});
    }
    if (wish.to) {
        return service_name(frame, state, wish.to->code);
    }
    if (wish.outcome) {
        return frame.words(std::string("console.outcome.") +
                           boost::describe::enum_to_string(*wish.outcome, ""));
    }
    if (wish.action == action::hold || wish.action == action::pause) {
        return wish.reason.value_or("").empty() ? frame.words("console.reason.none")
                                                : reason_text(frame, state, *wish.reason);
    }
    const auto& row = row_of(wish.action);
    return frame.words(row.choice.empty() ? row.label : row.choice);
}

/// The consequence, for a question with one answer beside leaving.
std::string explanation_of(frame& frame, const state& state, const sheet& asked)
{
    if (asked.kind == sheet_kind::cancel) {
        return frame.words("console.sheet.cancel.calm");
    }
    if (asked.kind == sheet_kind::hasty_next) {
        return frame.words("console.sheet.hasty_next.calm", {{"number", asked.number}});
    }
    if (asked.kind == sheet_kind::no_show) {
        return frame.words(state.current && state.current->calls > 1 ? "console.sheet.no_show.soon"
                                                                     : "console.sheet.no_show.once",
                           {{"n", std::to_string(since_call(state).count())}});
    }
    if (asked.kind == sheet_kind::sign_out) {
        return frame.words("console.sheet.sign_out.calm",
                           {{"number", state.current ? state.current->number : ""}});
    }
    std::string all;
    if (!state.held.empty()) {
        std::string numbers;
        for (const auto& one : state.held) {
            numbers += (numbers.empty() ? "" : ", ") + one.number;
        }
        all = frame.words("console.sheet.close.held", {{"numbers", numbers}}) + "\n";
    }
    if (const auto alone = left_alone(state)) {
        return all + frame.words("console.sheet.close.alone", {{"n", std::to_string(alone)}});
    }
    return all + frame.words(state.waiting.empty() ? "console.waiting.nobody" : "console.sheet.close.calm");
}

/// A word about the counter that a ticket would go to, when it is not open.
std::string remark_of(frame& frame, const state& state, const wish& wish)
{
    if (!wish.to || !wish.to->to_counter) {
        return {};
    }
    const auto known = std::ranges::find(state.other_counters, wish.to->code, &counter_view::code);
    if (known == state.other_counters.end() || known->state == protocol::counter_state::open) {
        return {};
    }
    return frame.words(known->state == protocol::counter_state::paused ? "console.paused"
                                                                       : "console.to_closed");
}

/// Yes or no, with the consequence in words.
bool is_plain(sheet_kind kind)
{
    constexpr sheet_kind kinds[] = {sheet_kind::hasty_next, sheet_kind::no_show, sheet_kind::cancel,
                                    sheet_kind::close, sheet_kind::sign_out};
    return std::ranges::find(kinds, kind) != std::end(kinds);
}

/// The key that takes a choice; the choices behind the ninth have none.
void draw_digit(frame& frame, const rect& place, int digit, bool is_chosen)
{
    if (digit <= 9) {
        key_chip(frame, place.middle(place.width, 30), std::to_string(digit),
                 is_chosen ? colour::white : colour::blue_background, colour::navy, type::console_least);
    }
}

void draw_choice(frame& frame, const rect& bounds, const state& state, const sheet& asked, std::size_t nth)
{
    const auto& w = asked.choices[nth];
    const auto choose = on(chose{nth});
    frame.touch(bounds, choose);
    const bool chosen = nth == asked.chosen;
    auto inside = list_row(frame, bounds, chosen || frame.pressed(choose));
    if (chosen) {
        frame.canvas.outline(bounds, colour::navy, 2, radius::small);
    }
    if (asked.first_digit) {
        draw_digit(frame, inside.cut_left(30, space::normal), *asked.first_digit + static_cast<int>(nth),
                   chosen);
    }
    const bool to_service = w.to && !w.to->to_counter && !w.priority;
    if (to_service) {
        const auto known =
            std::ranges::find(state.services, w.to->code, &service::code) - state.services.begin();
        letter_tile(frame, inside.cut_left(36, space::small).middle(36, 36),
                    colour::tiles[static_cast<std::size_t>(known) % colour::tiles.size()], w.to->code);
    }
    const auto label =
        asked.kind == sheet_kind::until ? until_label(frame, state, w) : label_of(frame, state, w);
    // Names of services are long, and as large in every row.
    const text_style name{weight::semibold, to_service ? type::console_small : type::console};
    if (const auto remark = remark_of(frame, state, w); !remark.empty()) {
        const float room = inside.width - frame.canvas.text_width(label, name) - 2 - space::normal;
        frame.canvas.text(
            inside.cut_right(room, space::normal), remark,
            {weight::medium, type::console_small, colour::ink_2},
            {.across = across::right, .lines = 2, .smallest = type::console_least, .leading = 1.2F});
    }
    frame.canvas.text(inside, label, name, {.lines = 2, .leading = 1.2F, .ends_early = to_service});
}

void draw_column(frame& frame, rect bounds, const state& state, const sheet& asked, const column& all)
{
    const auto at = static_cast<std::size_t>(std::ranges::find(all, asked.chosen) - all.begin());
    const bool many = all.size() > rows_seen;
    const auto first = at < all.size() && at >= rows_seen ? at - rows_seen + 1 : 0;
    for (std::size_t i = first; i < std::min(all.size(), first + rows_seen); ++i) {
        draw_choice(frame, bounds.cut_top(choice_height), state, asked, all[i]);
    }
    if (!many) {
        return;
    }
    // Touching the arrow goes on by the visible rows.
    const auto last = std::min(all.size() - 1, (at < all.size() ? at : 0) + rows_seen);
    const auto by = static_cast<int>(all[last]) - static_cast<int>(asked.chosen);
    const auto arrow = bounds.cut_top(40);
    frame.touch(arrow, on(moved{by}));
    frame.canvas.icon("chevron-down", arrow.centre(), 28, colour::navy);
}

/// Services and counters stand beside each other, anything else below each other.
std::vector<column> columns_of(const sheet& asked)
{
    column first;
    column second;
    for (std::size_t i = 0; i < asked.choices.size(); ++i) {
        const auto& to = asked.choices[i].to;
        (to && to->to_counter ? second : first).push_back(i);
    }
    std::vector<column> all;
    for (auto* one : {&first, &second}) {
        if (!one->empty()) {
            all.push_back(std::move(*one));
        }
    }
    return all;
}

float height_of(const std::vector<column>& all)
{
    std::size_t most = 0;
    for (const auto& one : all) {
        most = std::max(most, one.size());
    }
    return static_cast<float>(std::min(most, rows_seen)) * choice_height + (most > rows_seen ? 40 : 0);
}

} // namespace

void draw_sheet(frame& frame, const rect& area, const state& state, const sheet& asked)
{
    if (asked.kind == sheet_kind::note) {
        return draw_note_sheet(frame, area, state, asked);
    }
    const auto all = columns_of(asked);
    const bool plain = is_plain(asked.kind);
    const bool headed = asked.kind == sheet_kind::transfer;
    const float width = all.size() > 1 ? 840 : plain ? 640 : 560;
    const text_style calm{weight::medium, type::console, colour::ink_2};
    const text_layout wrapped{.down = down::top, .lines = 4};
    const auto explanation = plain ? explanation_of(frame, state, asked) : "";
    const float body = plain ? frame.canvas.text_height(width - 2 * space::large, explanation, calm, wrapped)
                             : height_of(all) + (headed ? heading_height : 0);
    const float height = 2 * space::large + sheet_title_height + space::normal + body + space::wide +
                         answers_height + (state.notice ? notice_height + space::normal : 0);
    auto inside = dialog(frame, area, width, height);
    frame.canvas.text(inside.cut_top(sheet_title_height, space::normal), title_of(frame, state, asked),
                      {weight::bold, type::large}, {.smallest = type::console_large});
    const auto answers = columns(inside.cut_bottom(answers_height, space::wide), 2, space::normal);
    if (state.notice) {
        draw_notice(frame, inside.cut_bottom(notice_height, space::normal), state, *state.notice);
    }
    draw_leave_button(frame, answers[0], type::console);
    button(frame, answers[1],
           {.label = plain ? label_of(frame, state, asked.choices.front()) : frame.words("console.confirm"),
            .key = "Enter",
            .kind = asked.kind == sheet_kind::cancel ? button_kind::danger : button_kind::primary,
            .size = type::console},
           on(confirmed{}));
    if (plain) {
        return void(frame.canvas.text(inside, explanation, calm, wrapped));
    }
    const auto places = columns(inside, static_cast<int>(all.size()), space::wide);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto place = places[i];
        if (headed) {
            const bool counters = asked.choices[all[i].front()].to->to_counter;
            frame.canvas.text(place.cut_top(heading_height).inset(space::normal, 0),
                              frame.words(counters ? "console.to_counter" : "console.to_service"),
                              {weight::medium, type::console_small, colour::ink_2});
        }
        draw_column(frame, place, state, asked, all[i]);
    }
}

} // namespace motcua::counter::console
