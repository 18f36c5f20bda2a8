#include "server/reports/csv.hpp"

#include <array>

namespace motcua::reports {

namespace {

/// What spreadsheets skip, or take off, before they look at a cell. The last two are the no-break and the
/// ideographic space.
constexpr std::array<std::string_view, 7> passed_over{" ", "\"", "'", "\v", "\f", "\xC2\xA0", "\xE3\x80\x80"};

/// What begins a formula. The last four are the full-width = + - @.
constexpr std::array<std::string_view, 11> formula_starts{
    "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

template <class List>
std::size_t length_of_start(std::string_view text, const List& starts)
{
    for (const auto start : starts) {
        if (text.starts_with(start)) {
            return start.size();
        }
    }
    return 0;
}

bool may_be_formula(std::string_view text)
{
    while (const auto length = length_of_start(text, passed_over)) {
        text.remove_prefix(length);
    }
    return length_of_start(text, formula_starts) > 0;
}

bool needs_quotes(std::string_view text)
{
    return text.find_first_of("\",\r\n") != std::string_view::npos || text.starts_with(' ') ||
           text.ends_with(' ');
}

} // namespace

void write_csv_text(std::string& out, std::string_view text)
{
    const std::string_view guard = may_be_formula(text) ? "'" : "";
    if (!needs_quotes(text)) {
        out += guard;
        out += text;
        return;
    }
    out += '"';
    out += guard;
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    out += '"';
}

} // namespace motcua::reports
