#include "base/timestamp.hpp"

#include "base/json.hpp"

namespace motcua::base {

namespace {

/// Writes `number`, which has at most `width` digits, with leading zeros; returns the place after it.
char* write_padded(char* out, unsigned number, std::size_t width)
{
    for (auto place = width; place > 0; --place, number /= 10) {
        out[place - 1] = static_cast<char>('0' + number % 10);
    }
    return out + width;
}

char* write_day(char* out, std::chrono::local_days value)
{
    const std::chrono::year_month_day date{value};
    // The years that four digits can tell are those of RFC 3339.
    out = write_padded(out, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    *out++ = '-';
    out = write_padded(out, static_cast<unsigned>(date.month()), 2);
    *out++ = '-';
    return write_padded(out, static_cast<unsigned>(date.day()), 2);
}

/// "08:05"
char* write_hours_and_minutes(char* out, std::chrono::minutes value)
{
    const auto minutes = static_cast<unsigned>(value.count());
    out = write_padded(out, minutes / 60, 2);
    *out++ = ':';
    return write_padded(out, minutes % 60, 2);
}

/// The number in the `width` digits at `at`, or -1 where there is anything else.
int read_digits(std::string_view text, std::size_t at, std::size_t width)
{
    int number = 0;
    if (at + width > text.size()) {
        return -1;
    }
    for (const char c : text.substr(at, width)) {
        if (c < '0' || c > '9') {
            return -1;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

field_error not_a_day() { return {field_fault::not_allowed, "", "This must be a day such as 2026-11-23."}; }

field_error not_an_instant()
{
    return {field_fault::not_allowed, "", "This must be an instant such as 2026-11-23T08:05:00+07:00."};
}

/// Minutes east of UTC in "Z" or "+07:00".
std::optional<std::chrono::minutes> read_offset(std::string_view text)
{
    if (text == "Z" || text == "z") {
        return std::chrono::minutes{0};
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const int hours = read_digits(text, 1, 2);
    const int minutes = read_digits(text, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
        return std::nullopt;
    }
    const auto offset = std::chrono::minutes{hours * 60 + minutes};
    return text[0] == '-' ? -offset : offset;
}

} // namespace

std::string format_day(day value)
{
    std::array<char, 10> text;
    write_day(text.data(), value.date);
    return {text.data(), text.size()};
}

parsed<day> parse_day(std::string_view text)
{
    const int year = read_digits(text, 0, 4);
    const int month = read_digits(text, 5, 2);
    const int day_of_month = read_digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || year < 0 || month < 0 || day_of_month < 0) {
        return not_a_day();
    }
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day_of_month)}};
    if (!date.ok()) {
        return not_a_day();
    }
    return day{std::chrono::local_days{date}};
}

std::string format_timestamp(const timestamp& value)
{
    const auto local = std::chrono::local_seconds{(value.at + value.offset).time_since_epoch()};
    const auto date = std::chrono::floor<std::chrono::days>(local);
    const auto time = local - date;
    std::array<char, 25> text;
    auto* out = write_day(text.data(), date);
    *out++ = 'T';
    out = write_hours_and_minutes(out, std::chrono::floor<std::chrono::minutes>(time));
    *out++ = ':';
    out = write_padded(out, static_cast<unsigned>(time.count() % 60), 2);
    *out++ = value.offset.count() < 0 ? '-' : '+';
    write_hours_and_minutes(out, std::chrono::abs(value.offset));
    return {text.data(), text.size()};
}

parsed<timestamp> parse_timestamp(std::string_view text)
{
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':') {
        return not_an_instant();
    }
    const auto date = parse_day(text.substr(0, 10));
    const int hours = read_digits(text, 11, 2);
    const int minutes = read_digits(text, 14, 2);
    const int seconds = read_digits(text, 17, 2);
    std::size_t rest = 19;
    if (text[rest] == '.') {
        rest = text.find_first_not_of("0123456789", rest + 1);
        if (rest == std::string_view::npos || rest == 20) {
            return not_an_instant();
        }
    }
    const auto offset = read_offset(text.substr(rest));
    // A leap second (60) is taken for the second after it.
    if (!date || !offset || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 ||
        seconds > 60) {
        return not_an_instant();
    }
    const auto local = date->date.time_since_epoch() + std::chrono::hours{hours} +
                       std::chrono::minutes{minutes} + std::chrono::seconds{seconds};
    return timestamp{std::chrono::sys_seconds{local - *offset}, *offset};
}

void json_codec<timestamp>::write(std::string& out, const timestamp& value)
{
    out += '"';
    out += format_timestamp(value);
    out += '"';
}

parsed<timestamp> json_codec<timestamp>::read(const boost::json::value& value)
{
    const auto text = read_json<std::string>(value);
    if (!text) {
        return text.error();
    }
    return parse_timestamp(*text);
}

boost::json::object json_codec<timestamp>::schema() { return {{"type", "string"}, {"format", "date-time"}}; }

void json_codec<day>::write(std::string& out, const day& value)
{
    out += '"';
    out += format_day(value);
    out += '"';
}

parsed<day> json_codec<day>::read(const boost::json::value& value)
{
    const auto text = read_json<std::string>(value);
    if (!text) {
        return text.error();
    }
    return parse_day(*text);
}

boost::json::object json_codec<day>::schema() { return {{"type", "string"}, {"format", "date"}}; }

} // namespace motcua::base
