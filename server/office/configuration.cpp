#include "server/office/configuration.hpp"

#include "base/json.hpp"
#include "server/office/setting_place.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <toml++/toml.h>

namespace motcua {

namespace {

namespace json = boost::json;

// The file as it is written; the member names are its keys.

struct open_section
{
    bool reads{};
    bool tickets{};
};
BOOST_DESCRIBE_STRUCT(open_section, (), (reads, tickets))

struct site_section
{
    std::string code;
    std::string name;
    std::string name_en;
    std::optional<int> utc_offset_minutes;
    std::optional<int> day_starts_minutes;
    std::optional<int> recall_grace_minutes;
};
BOOST_DESCRIBE_STRUCT(site_section, (),
                      (code, name, name_en, utc_offset_minutes, day_starts_minutes, recall_grace_minutes))

struct head_start_section
{
    std::optional<int> elderly_minutes;
    std::optional<int> disabled_minutes;
    std::optional<int> pregnant_minutes;
    std::optional<int> infant_minutes;
    std::optional<int> merit_minutes;
};
BOOST_DESCRIBE_STRUCT(head_start_section, (),
                      (elderly_minutes, disabled_minutes, pregnant_minutes, infant_minutes, merit_minutes))

struct service_section
{
    std::string code;
    std::string name;
    std::string name_en;
    int minutes{};
    std::optional<int> target_minutes;
    std::optional<int> first_number;
    std::optional<int> last_number;
};
BOOST_DESCRIBE_STRUCT(service_section, (),
                      (code, name, name_en, minutes, target_minutes, first_number, last_number))

struct counter_section
{
    std::string code;
    std::vector<std::string> services;
};
BOOST_DESCRIBE_STRUCT(counter_section, (), (code, services))

struct file_content
{
    std::string listen;
    std::optional<open_section> open;
    site_section site;
    std::optional<head_start_section> head_start;
    std::vector<service_section> service;
    std::vector<counter_section> counter;
};
BOOST_DESCRIBE_STRUCT(file_content, (), (listen, open, site, head_start, service, counter))

json::value to_json_value(const toml::node& node)
{
    if (const auto* table = node.as_table()) {
        json::object object;
        for (const auto& [key, value] : *table) {
            object[key.str()] = to_json_value(value);
        }
        return object;
    }
    if (const auto* list = node.as_array()) {
        json::array array;
        for (const auto& item : *list) {
            array.push_back(to_json_value(item));
        }
        return array;
    }
    if (const auto text = node.value_exact<std::string>()) {
        return json::value(*text);
    }
    if (const auto number = node.value_exact<std::int64_t>()) {
        return json::value(*number);
    }
    if (const auto flag = node.value_exact<bool>()) {
        return json::value(*flag);
    }
    if (const auto real = node.value_exact<double>()) {
        return json::value(*real);
    }
    return json::object{}; // a date or a time: no key of ours takes one, nor a table of nothing
}

/// The path of the first key of `given` that `known`, the same as read and written again, does not have.
std::optional<std::string> unknown_key(const json::value& given, const json::value& known)
{
    if (const auto* object = given.if_object(); object != nullptr && known.is_object()) {
        for (const auto& [key, value] : *object) {
            const auto* same = known.get_object().if_contains(key);
            if (same == nullptr) {
                return std::string(key);
            }
            if (const auto inside = unknown_key(value, *same)) {
                return std::string(key) + (inside->front() == '[' ? "" : ".") + *inside;
            }
        }
    }
    if (const auto* array = given.if_array(); array != nullptr && known.is_array()) {
        for (std::size_t i = 0; i < array->size() && i < known.get_array().size(); ++i) {
            if (const auto inside = unknown_key(array->at(i), known.get_array().at(i))) {
                return "[" + std::to_string(i) + "]." + *inside;
            }
        }
    }
    return std::nullopt;
}

domain::head_starts head_starts_of(const head_start_section& section)
{
    const domain::head_starts delivered;
    const auto minutes = [](const std::optional<int>& given, domain::minutes otherwise) {
        return given ? domain::minutes{*given} : otherwise;
    };
    return {.elderly = minutes(section.elderly_minutes, delivered.elderly),
            .disabled = minutes(section.disabled_minutes, delivered.disabled),
            .pregnant = minutes(section.pregnant_minutes, delivered.pregnant),
            .infant = minutes(section.infant_minutes, delivered.infant),
            .merit = minutes(section.merit_minutes, delivered.merit)};
}

domain::service_settings service_of(const service_section& section)
{
    domain::service_settings service{.code = section.code,
                                     .name_vi = section.name,
                                     .name_en = section.name_en,
                                     .service_time = domain::minutes{section.minutes},
                                     .target = domain::minutes{section.target_minutes.value_or(15)},
                                     .range = {}};
    if (section.first_number || section.last_number) {
        service.range = {section.first_number.value_or(1), section.last_number.value_or(0)};
    }
    return service;
}

domain::site_settings settings_of(const file_content& content)
{
    domain::site_settings settings;
    settings.name_vi = content.site.name;
    settings.name_en = content.site.name_en;
    settings.utc_offset = domain::minutes{content.site.utc_offset_minutes.value_or(420)};
    settings.day_starts = domain::minutes{content.site.day_starts_minutes.value_or(0)};
    settings.recall_grace = domain::minutes{content.site.recall_grace_minutes.value_or(10)};
    settings.head_start = head_starts_of(content.head_start.value_or(head_start_section{}));
    std::ranges::transform(content.service, std::back_inserter(settings.services), service_of);
    for (const auto& one : content.counter) {
        settings.counters.push_back({one.code, one.services});
    }
    return settings;
}

bool is_site_code(const std::string& code)
{
    return !code.empty() && code.size() <= 32 && std::ranges::all_of(code, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

constexpr std::string_view office_template =
    R"(# Motcua: the server of a reception hall. Lines that begin with # are comments.
# Restart the server after a change.

# Where it listens. 0.0.0.0:8080 lets kiosks and counters on other machines in.
listen = "127.0.0.1:8080"

# What anybody may do without a token.
[open]
reads = true        # the board, the services and their papers
tickets = false     # taking a number

[site]
code = "{code}"
name = "Bộ phận Một cửa{name}"
name_en = "One-stop Hall{name_en}"
utc_offset_minutes = 420
day_starts_minutes = 0       # after midnight
recall_grace_minutes = 10    # a no-show who comes back within this time has his place again

# By how many minutes each of these is called before those who came at the same time.
[head_start]
elderly_minutes = 30
disabled_minutes = 30
merit_minutes = 30
pregnant_minutes = 20
infant_minutes = 20

# What people come for. "minutes" is a first guess of the time at the counter, until visits have been measured;
# "target_minutes" is the wait that the office wants to stay within. Numbers count up from 001; with "first_number"
# and "last_number" they stay within these, begin anew after the last, and skip those of people still here.
[[service]]
code = "A"
name = "Hộ tịch – Chứng thực"
name_en = "Civil Status – Certification"
minutes = 8
target_minutes = 15

[[service]]
code = "B"
name = "Đất đai – Xây dựng"
name_en = "Land – Construction"
minutes = 15
target_minutes = 15

[[service]]
code = "C"
name = "Đăng ký kinh doanh"
name_en = "Business Registration"
minutes = 12
target_minutes = 15

[[service]]
code = "D"
name = "Trả kết quả"
name_en = "Collect Results"
minutes = 4
target_minutes = 15

[[counter]]
code = "1"
services = ["A", "D"]

[[counter]]
code = "2"
services = ["A", "D"]

[[counter]]
code = "3"
services = ["B", "D"]

[[counter]]
code = "4"
services = ["C", "B", "A"]
)";

void replace(std::string& text, std::string_view what, std::string_view by)
{
    text.replace(text.find(what), what.size(), by);
}

} // namespace

or_reason<configuration> read_configuration(std::string_view toml, const std::string& file)
{
    toml::table table;
    try {
        table = toml::parse(toml, file);
    } catch (const toml::parse_error& wrong) {
        std::ostringstream line;
        line << file << ":" << wrong.source().begin.line << ": " << wrong.description();
        return reason{line.str()};
    }
    const auto wrong = [&](std::string_view path, const std::string& why) {
        return reason{place_in_file(table, file, path) + ": " + why};
    };
    const auto given = to_json_value(table);
    const auto content = base::read_json<file_content>(given);
    if (!content) {
        return wrong(content.error().field, content.error().detail);
    }
    if (const auto key = unknown_key(given, *base::parse_json(base::to_json(*content)))) {
        return wrong(*key, "there is no such setting");
    }
    if (!is_site_code(content->site.code)) {
        return wrong("site.code", "small letters, digits, - and _ are expected, at most 32");
    }
    if (const auto where = parse_listen(content->listen); !where) {
        return wrong("listen", where.error().why);
    }
    auto settings = settings_of(*content);
    if (const auto fault = domain::first_fault(settings)) {
        return wrong(path_in_file(fault->field), fault->why);
    }
    const auto open = content->open.value_or(open_section{});
    return configuration{.file = file,
                         .listen = content->listen,
                         .open = {.reads = open.reads, .tickets = open.tickets},
                         .site = content->site.code,
                         .settings = std::move(settings)};
}

or_reason<configuration> load_configuration(const std::filesystem::path& file)
{
    std::error_code not_there;
    if (std::filesystem::is_directory(file, not_there)) {
        return reason{file.string() + " is a folder, not a configuration file"};
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return reason{file.string() + " cannot be read: " + std::generic_category().message(errno)};
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return read_configuration(text, file.string());
}

std::string configuration_template(bool demo)
{
    std::string text(office_template);
    replace(text, "{code}", demo ? "demo" : "hall");
    replace(text, "{name}", demo ? " Phường An Bình" : "");
    replace(text, "{name_en}", demo ? " of An Binh Ward" : "");
    return text;
}

or_reason<boost::asio::ip::tcp::endpoint> parse_listen(std::string_view text)
{
    const reason expected{"ADDRESS:PORT is expected, such as 127.0.0.1:8080"};
    const auto colon = text.rfind(':');
    if (colon == text.npos) {
        return expected;
    }
    auto host = text.substr(0, colon);
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(host), error);
    std::uint16_t port = 0;
    const auto digits = text.substr(colon + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
        return expected;
    }
    return boost::asio::ip::tcp::endpoint{address, port};
}

} // namespace motcua
