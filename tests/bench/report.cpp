#include "tests/bench/report.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motcua::bench {

namespace {

using line = std::array<std::string, 5>;

/// Three digits that matter: ratios and milliseconds lie near 1, tickets a second in the ten thousands.
std::string format_value(double value)
{
    return value >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

line line_of(const figure& shown)
{
    line cells{shown.what, format_value(shown.value) + " " + shown.unit, "", "", shown.detail};
    if (shown.goal) {
        cells[2] = (shown.goal->kind == goal_kind::below ? "< " : ">= ") + format_value(shown.goal->value);
        cells[3] = is_met(*shown.goal, shown.value) ? "met" : "MISSED";
    }
    return cells;
}

/// Columns on the screen: a UTF-8 continuation byte takes none.
std::size_t width_of(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

} // namespace

bool is_met(const goal& wanted, double value)
{
    return wanted.kind == goal_kind::below ? value < wanted.value : value >= wanted.value;
}

std::string to_table(const report& shown)
{
    std::vector<line> lines{{"measured", "value", "goal", "", "how"}};
    for (const auto& one : shown.figures) {
        lines.push_back(line_of(one));
    }
    std::array<std::size_t, 5> widths{};
    for (const auto& cells : lines) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], width_of(cells[i]));
        }
    }
    auto table =
        fmt::format("motcua {}{} on {}\n", shown.version, shown.quick ? ", quick run" : "", shown.machine);
    for (const auto& cells : lines) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += cells[i] + std::string(widths[i] - width_of(cells[i]) + 2, ' ');
        }
        text.erase(text.find_last_not_of(' ') + 1);
        table += text + '\n';
    }
    for (const auto& note : shown.notes) {
        table += "- " + note + '\n';
    }
    return table;
}

} // namespace motcua::bench
