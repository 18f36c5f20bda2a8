#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"
#include "counter/letters.hpp"

#include <algorithm>
#include <numeric>

namespace motcua::counter::console {

using namespace ui;

namespace {

/// "F4 Hoàn thành A005".
std::string order_text(frame& frame, const order& order)
{
    const auto& row = row_of(order.wish.action);
    const auto name = std::string(row.key) + (row.key.empty() ? "" : " ") + frame.words(row.label);
    return order.number.empty() ? name : name + " " + order.number;
}

/// That the server is away, and which orders the staff has sent nevertheless.
std::string away_text(frame& frame, const state& state)
{
    if (state.awaited) {
        auto orders = order_text(frame, *state.awaited);
        if (state.remembered) {
            orders += ", " + order_text(frame, {{}, *state.remembered});
        }
        return frame.words("console.away.awaited", {{"order", orders}});
    }
    if (state.unanswered) {
        return frame.words("console.away.unanswered", {{"order", order_text(frame, *state.unanswered)}});
    }
    return frame.words("console.away.calm");
}

/// That an order is under way, and which action the staff has pressed since.
std::string slow_text(frame& frame, const state& state)
{
    if (!state.remembered) {
        return frame.words("console.slow");
    }
    return frame.words("console.slow.then",
                       {{"action", frame.words(row_of(state.remembered->action).label)}});
}

/// `words` filled in with the order that was carried out.
std::string deed_text(frame& frame, const state& state, std::string_view words, const order& order)
{
    const auto& to = order.wish.to;
    const auto& outcome = order.wish.outcome;
    const std::string how = outcome ? boost::describe::enum_to_string(*outcome, "") : "";
    const auto& key = row_of(order.wish.action).key;
    return frame.words(words, {{"order", order_text(frame, order)},
                               {"key", key.empty() ? "Enter" : std::string(key)},
                               {"number", order.number},
                               {"to", !to              ? ""
                                      : to->to_counter ? to->code
                                                       : service_name(frame, state, to->code)},
                               {"outcome", outcome ? frame.words("console.outcome." + how) : ""}});
}

/// A key and what it does; cut off the right of `bounds`.
void hint(frame& frame, rect& bounds, const std::vector<std::string>& keys, std::string_view words)
{
    const text_style style{weight::medium, type::console_small, colour::ink_2};
    frame.canvas.text(bounds.cut_right(frame.canvas.text_width(words, style) + 1, space::tiny), words, style);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const float width =
            std::max(30.0F, frame.canvas.text_width(*key, {weight::semibold, type::console_least}) + 16);
        key_chip(frame, bounds.cut_right(width, space::hair).middle(width, 30), *key, colour::blue_background,
                 colour::navy, type::console_least);
    }
    bounds.cut_right(space::small);
}

/// Whether the key of the class acts on the selected ticket.
bool is_class_offered(const state& state)
{
    return !state.selected.empty() && wish_of(state, action::confirm_priority).ticket == state.selected;
}

/// Which other counters are open: all that is known while this one is closed.
void draw_colleagues(frame& frame, rect bounds, const state& state)
{
    std::string open;
    for (const auto& other : state.other_counters) {
        if (other.state == protocol::counter_state::open) {
            open += (open.empty() ? "" : ", ") + other.code;
        }
    }
    const text_style label{weight::medium, type::console_small, colour::ink_2};
    const auto words = frame.words(open.empty() ? "console.others_none" : "console.others_open");
    frame.canvas.text(bounds.cut_left(frame.canvas.text_width(words, label) + 1, space::small), words, label);
    frame.canvas.text(bounds, open, {weight::bold, type::console_large}, {.ends_early = true});
}

/// How many wait for each service, as many services as there is room for, and the keys of the list.
void draw_queue(frame& frame, const rect& bounds, const state& state)
{
    constexpr float side = 36, step = 80;
    card(frame, bounds, {.radius = radius::small});
    auto inside = bounds.inset(space::wide, 0);
    if (!listed(state).empty()) {
        hint(frame, inside, {"Enter"}, frame.words("console.hint.open"));
        if (is_class_offered(state)) {
            hint(frame, inside, {std::string(row_of(action::confirm_priority).key)},
                 frame.words("console.hint.class"));
        }
        hint(frame, inside, {"↑", "↓"}, frame.words("console.hint.choose"));
    }
    const text_style label{weight::medium, type::console_small, colour::ink_2};
    const text_style figure{weight::bold, type::console_large};
    if (!knows_queue(state)) {
        return draw_colleagues(frame, inside, state);
    }
    const auto words = frame.words("console.figure.waiting");
    frame.canvas.text(inside.cut_left(frame.canvas.text_width(words, label) + 1, space::normal), words,
                      label);
    std::vector<letter> shown;
    std::vector<std::ptrdiff_t> waiting;
    for (std::size_t nth = 0; nth < state.services.size(); ++nth) {
        const auto& code = state.services[nth].code;
        const auto count = std::ranges::count(state.waiting, code, &ticket::service);
        if (count == 0 && std::ranges::count(state.counter.services, code) == 0) {
            continue;
        }
        shown.push_back({code, nth});
        waiting.push_back(count);
    }
    const auto room = static_cast<std::size_t>(inside.width / step);
    const auto seen = shown.size() <= room ? shown.size() : room - 1;
    for (std::size_t i = 0; i < seen; ++i) {
        auto cell = inside.cut_left(step);
        draw_letters(frame, cell.cut_left(side, space::tiny).middle(side, side), {shown[i]}, side,
                     colour::ink);
        frame.canvas.text(cell, std::to_string(waiting[i]), figure);
    }
    if (seen == shown.size()) {
        return;
    }
    const auto rest = std::accumulate(waiting.begin() + static_cast<std::ptrdiff_t>(seen), waiting.end(), 0L);
    frame.canvas.text(inside, "+" + std::to_string(rest), figure);
}

} // namespace

void draw_strip(frame& frame, const rect& bounds, const state& state)
{
    if (state.contact != contact::connected) {
        return banner(frame, bounds, tone::alert, "wifi-off", away_text(frame, state), type::console);
    }
    const bool warned = state.notice && !state.notice->is_success();
    if (state.slow && !warned) {
        return banner(frame, bounds, tone::information, "hourglass", slow_text(frame, state), type::console);
    }
    if (state.notice) {
        return draw_notice(frame, bounds, state, *state.notice);
    }
    draw_queue(frame, bounds, state);
}

void draw_notice(frame& frame, const rect& bounds, const state& state, const notice& notice)
{
    const auto icon = notice.is_success()                ? "circle-check"
                      : notice.words == "console.nobody" ? "info"
                                                         : "triangle-alert";
    const auto tone =
        notice.is_success() || notice.words == "console.nobody" ? tone::information : tone::priority;
    auto words =
        notice.about ? deed_text(frame, state, notice.words, *notice.about) : frame.words(notice.words);
    if (notice.unsent) {
        words += " " + frame.words("console.unsent", {{"order", order_text(frame, {{}, *notice.unsent})}});
    }
    banner(frame, bounds, tone, icon, words, type::console);
}

} // namespace motcua::counter::console
