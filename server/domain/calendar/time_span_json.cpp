#include "base/json.hpp"
#include "server/domain/calendar/office_calendar.hpp"

namespace motcua::domain {

namespace {

using base::field_error;
using base::field_fault;
using base::parsed;

/// "07:30"
std::string text_of(minutes value)
{
    std::string text = "00:00";
    const auto hours = value.count() / 60;
    const auto rest = value.count() % 60;
    text[0] = static_cast<char>('0' + hours / 10);
    text[1] = static_cast<char>('0' + hours % 10);
    text[3] = static_cast<char>('0' + rest / 10);
    text[4] = static_cast<char>('0' + rest % 10);
    return text;
}

/// 00:00 to 24:00; none for any other text.
std::optional<minutes> minutes_in(std::string_view text)
{
    const auto is_digit = [&](std::size_t at) { return '0' <= text[at] && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !is_digit(0) || !is_digit(1) || !is_digit(3) || !is_digit(4)) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const minutes value{number(0) * 60 + number(3)};
    return number(3) < 60 && value <= minutes{24 * 60} ? std::optional{value} : std::nullopt;
}

parsed<minutes> read_minutes(const std::string& text, std::size_t index)
{
    const auto value = minutes_in(text);
    if (!value) {
        return field_error{field_fault::not_allowed, "[" + std::to_string(index) + "]",
                           "This must be a time of day such as 07:30."};
    }
    return *value;
}

} // namespace

} // namespace motcua::domain

namespace motcua::base {

void json_codec<domain::time_span>::write(std::string& out, const domain::time_span& value)
{
    out += "[\"" + domain::text_of(value.from) + "\",\"" + domain::text_of(value.to) + "\"]";
}

parsed<domain::time_span> json_codec<domain::time_span>::read(const boost::json::value& value)
{
    const auto texts = read_json<std::vector<std::string>>(value);
    if (!texts) {
        return texts.error();
    }
    if (texts->size() != 2) {
        return field_error{field_fault::not_allowed, "", "This must be two times, such as 07:30 and 11:30."};
    }
    const auto from = domain::read_minutes((*texts)[0], 0);
    const auto to = domain::read_minutes((*texts)[1], 1);
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    return domain::time_span{.from = *from, .to = *to};
}

boost::json::object json_codec<domain::time_span>::schema()
{
    return {{"type", "array"},
            {"items", {{"type", "string"}, {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"}}},
            {"minItems", 2},
            {"maxItems", 2}};
}

} // namespace motcua::base
