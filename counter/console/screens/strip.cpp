#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"
#include "counter/letters.hpp"

#include <algorithm>
#include <numeric>

namespace motcua::counter::console {

using namespace ui;

namespace {

/// "Hoàn thành A005".
std::string order_text(frame& f, const order& o)
{
    const auto name =
        f.words(std::string("console.do.") + boost::describe::enum_to_string(o.wish.action, ""));
    return o.number.empty() ? name : name + " " + o.number;
}

/// That the server is away, and what the staff has sent it all the same.
std::string away_text(frame& f, const state& s)
{
    if (s.awaited) {
        auto orders = order_text(f, *s.awaited);
        if (s.remembered) {
            orders += ", " + order_text(f, {{}, *s.remembered});
        }
        return f.words("console.away.awaited", {{"order", orders}});
    }
    if (s.unanswered) {
        return f.words("console.away.unanswered", {{"order", order_text(f, *s.unanswered)}});
    }
    return f.words("console.away.calm");
}

/// What is under way, and what the staff has pressed since.
std::string slow_text(frame& f, const state& s)
{
    if (!s.remembered) {
        return f.words("console.slow");
    }
    const std::string name = boost::describe::enum_to_string(s.remembered->action, "");
    return f.words("console.slow.then", {{"action", f.words("console.do." + name)}});
}

/// `words` filled in with what was done.
std::string deed_text(frame& f, const state& s, std::string_view words, const order& o)
{
    const auto& to = o.wish.to;
    const auto& outcome = o.wish.outcome;
    const std::string how = outcome ? boost::describe::enum_to_string(*outcome, "") : "";
    return f.words(words, {{"order", order_text(f, o)},
                           {"number", o.number},
                           {"to", !to              ? ""
                                  : to->to_counter ? to->code
                                                   : service_name(f, s, to->code)},
                           {"outcome", outcome ? f.words("console.outcome." + how) : ""}});
}

/// A key and what it does; cut off the right of `r`.
void hint(frame& f, rect& r, const std::vector<std::string>& keys, std::string_view words)
{
    const text_style style{weight::medium, type::desk_small, colour::ink_2};
    f.canvas.text(r.cut_right(f.canvas.text_width(words, style) + 1, space::tiny), words, style);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const float width =
            std::max(30.0F, f.canvas.text_width(*key, {weight::semibold, type::desk_least}) + 16);
        key_chip(f, r.cut_right(width, space::hair).middle(width, 30), *key, colour::blue_background,
                 colour::navy, type::desk_least);
    }
    r.cut_right(space::small);
}

/// Which other counters are open: all that is known while this one is closed.
void draw_colleagues(frame& f, rect r, const state& s)
{
    std::string open;
    for (const auto& other : s.other_counters) {
        if (other.state == protocol::counter_state::open) {
            open += (open.empty() ? "" : ", ") + other.code;
        }
    }
    const text_style label{weight::medium, type::desk_small, colour::ink_2};
    const auto words = f.words(open.empty() ? "console.others_none" : "console.others_open");
    f.canvas.text(r.cut_left(f.canvas.text_width(words, label) + 1, space::small), words, label);
    f.canvas.text(r, open, {weight::bold, type::desk_large}, {.ends_early = true});
}

/// How many wait for each service, as many services as there is room for, and the keys of the list.
void draw_queue(frame& f, const rect& r, const state& s)
{
    constexpr float side = 36, step = 80;
    card(f, r, {.radius = radius::small});
    auto inside = r.inset(space::wide, 0);
    if (!listed(s).empty()) {
        hint(f, inside, {"Enter"}, f.words("console.hint.open"));
        hint(f, inside, {"↑", "↓"}, f.words("console.hint.choose"));
    }
    const text_style label{weight::medium, type::desk_small, colour::ink_2};
    const text_style figure{weight::bold, type::desk_large};
    if (!knows_queue(s)) {
        return draw_colleagues(f, inside, s);
    }
    const auto words = f.words("console.figure.waiting");
    f.canvas.text(inside.cut_left(f.canvas.text_width(words, label) + 1, space::normal), words, label);
    std::vector<letter> shown;
    std::vector<std::ptrdiff_t> waiting;
    for (std::size_t nth = 0; nth < s.services.size(); ++nth) {
        const auto& code = s.services[nth].code;
        const auto count = std::ranges::count(s.waiting, code, &ticket::service);
        if (count == 0 && std::ranges::count(s.counter.services, code) == 0) {
            continue;
        }
        shown.push_back({code, nth});
        waiting.push_back(count);
    }
    const auto room = static_cast<std::size_t>(inside.width / step);
    const auto seen = shown.size() <= room ? shown.size() : room - 1;
    for (std::size_t i = 0; i < seen; ++i) {
        auto cell = inside.cut_left(step);
        draw_letters(f, cell.cut_left(side, space::tiny).middle(side, side), {shown[i]}, side, colour::ink);
        f.canvas.text(cell, std::to_string(waiting[i]), figure);
    }
    if (seen == shown.size()) {
        return;
    }
    const auto rest = std::accumulate(waiting.begin() + static_cast<std::ptrdiff_t>(seen), waiting.end(), 0L);
    f.canvas.text(inside, "+" + std::to_string(rest), figure);
}

} // namespace

void draw_strip(frame& f, const rect& r, const state& s)
{
    if (s.contact != contact::connected) {
        return banner(f, r, tone::alert, "wifi-off", away_text(f, s), type::desk);
    }
    const bool warned = s.notice && !s.notice->about;
    if (s.slow && !warned) {
        return banner(f, r, tone::information, "hourglass", slow_text(f, s), type::desk);
    }
    if (s.notice) {
        return draw_notice(f, r, s, *s.notice);
    }
    draw_queue(f, r, s);
}

void draw_notice(frame& f, const rect& r, const state& s, const notice& n)
{
    const auto icon = n.about ? "circle-check" : n.words == "console.nobody" ? "info" : "triangle-alert";
    const auto tone = n.about || n.words == "console.nobody" ? tone::information : tone::priority;
    banner(f, r, tone, icon, n.about ? deed_text(f, s, n.words, *n.about) : f.words(n.words), type::desk);
}

} // namespace motcua::counter::console
