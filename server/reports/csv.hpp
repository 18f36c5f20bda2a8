#pragma once
// Described structs as CSV: RFC 4180 (CRLF at each line's end, quotes where needed) in UTF-8 with a
// byte-order mark, without which Excel reads Vietnamese names as Latin-1. The member names are the header.

#include "base/json.hpp"

namespace motcua::reports {

/// Stands before the header.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";

/// Appends `text` as one cell. One that a spreadsheet might take for a formula gets an apostrophe before it
/// (OWASP, CSV Injection): those that begin, perhaps behind spaces and quotes, with = + - @, a tab or a line
/// break.
void write_csv_text(std::string& out, std::string_view text);

/// Appends `value` as one cell; none is an empty one. Numbers are never formulas.
template <class T>
void write_csv_cell(std::string& out, const T& value)
{
    if constexpr (base::is_optional<T>::value) {
        if (value) {
            write_csv_cell(out, *value);
        }
    } else if constexpr (std::convertible_to<const T&, std::string_view>) {
        write_csv_text(out, value);
    } else if constexpr (std::integral<T> || std::floating_point<T>) {
        base::write_json(out, value);
    } else {
        // Enums, days and instants are JSON texts without a character that JSON must escape.
        static_assert(base::described_enum<T> || base::has_codec<T>, "a cell is one value");
        std::string quoted;
        base::write_json(quoted, value);
        write_csv_text(out, std::string_view(quoted).substr(1, quoted.size() - 2));
    }
}

/// Appends the byte-order mark and the member names of `T`.
template <class T>
void write_csv_header(std::string& out)
{
    out += byte_order_mark;
    bool first = true;
    boost::mp11::mp_for_each<base::members_of<T>>([&](auto member) {
        out += first ? "" : ",";
        first = false;
        out += member.name;
    });
    out += line_end;
}

template <class T>
void write_csv_row(std::string& out, const T& row)
{
    bool first = true;
    boost::mp11::mp_for_each<base::members_of<T>>([&](auto member) {
        out += first ? "" : ",";
        first = false;
        write_csv_cell(out, row.*member.pointer);
    });
    out += line_end;
}

} // namespace motcua::reports
