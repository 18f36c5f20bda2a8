#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;

namespace {

constexpr float row_height = 56, title_height = 48, heading_height = 36, answers_height = 64,
                notice_height = 48;
/// Choices of one column that are seen at once; more are reached by the keys or the arrows.
constexpr std::size_t rows_seen = 7;

/// The numbers of the choices that stand below each other.
using column = std::vector<std::size_t>;

std::string title_of(frame& f, const state& s, const sheet& asked)
{
    const auto number = asked.number;
    switch (asked.kind) {
    case sheet_kind::transfer:
        return f.words("console.sheet.transfer", {{"number", number}});
    case sheet_kind::outcome:
        return f.words("console.sheet.outcome", {{"number", number}});
    case sheet_kind::ticket:
        return f.words("console.sheet.ticket", {{"number", number}});
    case sheet_kind::cancel:
        return f.words("console.sheet.cancel", {{"number", number}});
    case sheet_kind::close:
        break;
    }
    return f.words("console.sheet.close", {{"n", s.counter.code}});
}

std::string label_of(frame& f, const state& s, const wish& w)
{
    if (w.to && w.to->to_counter) {
        return f.words("console.counter", {{"n", w.to->code}});
    }
    if (w.to) {
        return service_name(f, s, w.to->code);
    }
    if (w.outcome) {
        return f.words(std::string("console.outcome.") + boost::describe::enum_to_string(*w.outcome, ""));
    }
    const bool in_sheet_only = w.action == action::call || w.action == action::cancel;
    return f.words((in_sheet_only ? "console.choice." : "console.do.") +
                   std::string(boost::describe::enum_to_string(w.action, "")));
}

/// What a question with one answer beside leaving leads to.
std::string explanation_of(frame& f, const state& s, const sheet& asked)
{
    if (asked.kind == sheet_kind::cancel) {
        return f.words("console.sheet.cancel.calm");
    }
    std::string all;
    if (!s.held.empty()) {
        all = f.words("console.sheet.close.held", {{"n", std::to_string(s.held.size())}}) + "\n";
    }
    if (const auto alone = left_alone(s)) {
        return all + f.words("console.sheet.close.alone", {{"n", std::to_string(alone)}});
    }
    return all + f.words(s.waiting.empty() ? "console.waiting.nobody" : "console.sheet.close.calm");
}

/// A word about the counter that a ticket would go to, when it is not open.
std::string remark_of(frame& f, const state& s, const wish& w)
{
    if (!w.to || !w.to->to_counter) {
        return {};
    }
    const auto known = std::ranges::find(s.other_counters, w.to->code, &counter_view::code);
    if (known == s.other_counters.end() || known->state == protocol::counter_state::open) {
        return {};
    }
    return f.words(known->state == protocol::counter_state::paused ? "console.paused" : "console.to_closed");
}

void draw_choice(frame& f, const rect& r, const state& s, const sheet& asked, std::size_t nth)
{
    const auto& w = asked.choices[nth];
    const ui::action choose{"choose", std::to_string(nth)};
    f.touch(r, choose);
    const bool chosen = nth == asked.chosen;
    auto inside = list_row(f, r, chosen || f.pressed(choose));
    if (chosen) {
        f.canvas.outline(r, colour::navy, 2, radius::small);
    }
    const bool to_service = w.to && !w.to->to_counter;
    if (to_service) {
        const auto known = std::ranges::find(s.services, w.to->code, &service::code) - s.services.begin();
        letter_tile(f, inside.cut_left(36, space::small).middle(36, 36),
                    colour::tiles[static_cast<std::size_t>(known) % colour::tiles.size()], w.to->code);
    }
    const auto label = label_of(f, s, w);
    // Names of services are long, and as large in every row.
    const text_style name{weight::semibold, to_service ? type::desk_small : type::desk};
    if (const auto remark = remark_of(f, s, w); !remark.empty()) {
        const float room = inside.width - f.canvas.text_width(label, name) - 2 - space::normal;
        f.canvas.text(inside.cut_right(room, space::normal), remark,
                      {weight::medium, type::desk_small, colour::ink_2},
                      {.across = across::right, .lines = 2, .smallest = type::desk_least, .leading = 1.2F});
    }
    f.canvas.text(inside, label, name, {.lines = 2, .leading = 1.2F, .ends_early = to_service});
}

void draw_column(frame& f, rect r, const state& s, const sheet& asked, const column& all)
{
    const auto at = static_cast<std::size_t>(std::ranges::find(all, asked.chosen) - all.begin());
    const bool many = all.size() > rows_seen;
    const auto first = at < all.size() && at >= rows_seen ? at - rows_seen + 1 : 0;
    for (std::size_t i = first; i < std::min(all.size(), first + rows_seen); ++i) {
        draw_choice(f, r.cut_top(row_height), s, asked, all[i]);
    }
    if (!many) {
        return;
    }
    // Touching the arrow goes on by what is seen.
    const auto last = std::min(all.size() - 1, (at < all.size() ? at : 0) + rows_seen);
    const auto by = static_cast<int>(all[last]) - static_cast<int>(asked.chosen);
    const ui::action on{"move", std::to_string(by)};
    const auto arrow = r.cut_top(40);
    f.touch(arrow, on);
    f.canvas.icon("chevron-down", arrow.centre(), 28, colour::navy);
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
    return static_cast<float>(std::min(most, rows_seen)) * row_height + (most > rows_seen ? 40 : 0);
}

} // namespace

void draw_sheet(frame& f, const rect& area, const state& s, const sheet& asked)
{
    const auto all = columns_of(asked);
    const bool plain = asked.kind == sheet_kind::close || asked.kind == sheet_kind::cancel;
    const bool headed = asked.kind == sheet_kind::transfer;
    const float width = all.size() > 1 ? 840 : plain ? 640 : 560;
    const text_style calm{weight::medium, type::desk, colour::ink_2};
    const text_layout wrapped{.down = down::top, .lines = 4};
    const auto explanation = plain ? explanation_of(f, s, asked) : "";
    const float body = plain ? f.canvas.text_height(width - 2 * space::large, explanation, calm, wrapped)
                             : height_of(all) + (headed ? heading_height : 0);
    const float height = 2 * space::large + title_height + space::normal + body + space::wide +
                         answers_height + (s.notice ? notice_height + space::normal : 0);
    auto inside = dialog(f, area, width, height);
    f.canvas.text(inside.cut_top(title_height, space::normal), title_of(f, s, asked),
                  {weight::bold, type::large}, {.smallest = type::desk_large});
    const auto answers = columns(inside.cut_bottom(answers_height, space::wide), 2, space::normal);
    if (s.notice) {
        draw_notice(f, inside.cut_bottom(notice_height, space::normal), s, *s.notice);
    }
    button(
        f, answers[0],
        {.label = f.words("console.leave"), .key = "Esc", .kind = button_kind::outlined, .size = type::desk},
        {"leave"});
    button(f, answers[1],
           {.label = plain ? label_of(f, s, asked.choices.front()) : f.words("console.confirm"),
            .key = "Enter",
            .kind = asked.kind == sheet_kind::cancel ? button_kind::danger : button_kind::primary,
            .size = type::desk},
           {"confirm"});
    if (plain) {
        return void(f.canvas.text(inside, explanation, calm, wrapped));
    }
    const auto places = columns(inside, static_cast<int>(all.size()), space::wide);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto place = places[i];
        if (headed) {
            const bool counters = asked.choices[all[i].front()].to->to_counter;
            f.canvas.text(place.cut_top(heading_height).inset(space::normal, 0),
                          f.words(counters ? "console.to_counter" : "console.to_service"),
                          {weight::medium, type::desk_small, colour::ink_2});
        }
        draw_column(f, place, s, asked, all[i]);
    }
}

} // namespace motcua::counter::console
