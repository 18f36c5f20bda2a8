#include "server/reports/csv.hpp"

#include <catch2/catch.hpp>

using namespace motcua::reports;

namespace {

enum class colour
{
    red
};
BOOST_DESCRIBE_ENUM(colour, red)

struct line
{
    std::string name;
    colour paint{};
    std::optional<int> count;
    std::int64_t change{};
};
BOOST_DESCRIBE_STRUCT(line, (), (name, paint, count, change))

std::string cell(std::string_view text)
{
    std::string out;
    write_csv_text(out, text);
    return out;
}

} // namespace

TEST_CASE("a CSV has a byte-order mark, the member names, and CRLF at each line's end")
{
    std::string out;
    write_csv_header<line>(out);
    write_csv_row(out, line{"Đất đai", colour::red, 3, -5});
    write_csv_row(out, line{"", colour::red, {}, 0});
    CHECK(out == "\xEF\xBB\xBFname,paint,count,change\r\nĐất đai,red,3,-5\r\n,red,,0\r\n");
}

TEST_CASE("a cell that would break its line is quoted, and its quotes are doubled")
{
    CHECK(cell("a,b") == "\"a,b\"");
    CHECK(cell("say \"yes\"") == "\"say \"\"yes\"\"\"");
    CHECK(cell("two\r\nlines") == "\"two\r\nlines\"");
    CHECK(cell("A001") == "A001");
    CHECK(cell(" kept ") == "\" kept \"");
    CHECK(cell("").empty());
}

TEST_CASE("no text can begin a formula")
{
    for (const std::string text :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "  \t=1", "\"=1", "'=1", "' \"@x",
          "\u00A0=1", "\u3000-1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20x"}) {
        INFO(text);
        const auto made = cell(text);
        CHECK((made.starts_with('\'') || made.starts_with("\"'")));
        CHECK(made.find('\'') < made.find_first_of("=+-@\t\r\n"));
    }
    for (const auto* text :
         {"A001", "2026-11-23T08:00:00+07:00", "Đất đai – Xây dựng", "a=1", "1-2", "O'Neil", "  "}) {
        INFO(text);
        CHECK(cell(text).find(text) != std::string::npos);
        CHECK_FALSE(cell(text).starts_with('\''));
        CHECK_FALSE(cell(text).starts_with("\"'"));
    }
}
