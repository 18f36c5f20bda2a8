#include "server/domain/settings/rules.hpp"

#include "base/text.hpp"
#include "server/domain/calendar/office_calendar.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <set>

namespace motcua::domain {

namespace {

using fault = std::optional<settings_fault>;

constexpr int a_day = 24 * 60;
constexpr std::size_t name_max = 120;
constexpr std::size_t text_max = 300;
constexpr std::size_t code_max = 16;

fault first_of(std::initializer_list<fault> faults)
{
    for (const auto& one : faults) {
        if (one) {
            return one;
        }
    }
    return std::nullopt;
}

fault from(const std::optional<calendar_fault>& found)
{
    return found ? fault{{found->field, found->why}} : std::nullopt;
}

fault inside(const std::string& path, fault found)
{
    if (found) {
        found->field.insert(0, found->field.empty() || found->field.front() == '[' ? path : path + ".");
    }
    return found;
}

/// Of the first entry at fault, with its place in the list.
template <class List, class Check>
fault each_of(const std::string& list, const List& entries, const Check& check)
{
    std::size_t index = 0;
    for (const auto& entry : entries) {
        if (auto found = check(entry)) {
            return inside(list + "[" + std::to_string(index) + "]", std::move(found));
        }
        ++index;
    }
    return std::nullopt;
}

fault count_of(std::string field, std::size_t entries, std::size_t most)
{
    if (entries > most) {
        return settings_fault{std::move(field), "must have at most " + std::to_string(most) + " entries"};
    }
    return std::nullopt;
}

fault number(std::string field, std::int64_t given, std::int64_t least, std::int64_t most)
{
    if (given < least || given > most) {
        return settings_fault{std::move(field),
                              "must be " + std::to_string(least) + " to " + std::to_string(most)};
    }
    return std::nullopt;
}

fault number(std::string field, std::chrono::minutes given, int least, int most)
{
    return number(std::move(field), given.count(), least, most);
}

fault text(std::string field, std::string_view given, std::size_t least, std::size_t most)
{
    const auto length = base::count_characters(given);
    if (length < least || length > most) {
        return settings_fault{std::move(field), "must have " + std::to_string(least) + " to " +
                                                    std::to_string(most) + " characters"};
    }
    if (base::has_control_character(given)) {
        return settings_fault{std::move(field), "must have no control characters"};
    }
    return std::nullopt;
}

/// As it stands in paths, ticket ids and numbers.
fault code(const std::string& given, std::set<std::string>& others)
{
    const bool plain = std::ranges::all_of(given, [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '-' || letter == '_';
    });
    if (given.empty() || given.size() > code_max || !plain) {
        return settings_fault{"code", "must have 1 to 16 letters A to Z, digits, - or _"};
    }
    if (!others.insert(given).second) {
        return settings_fault{"code", "another one has it already"};
    }
    return std::nullopt;
}

fault bilingual(const bilingual_text& given)
{
    return first_of({text("vi", given.vi, 1, text_max), text("en", given.en, 0, text_max)});
}

fault of_hours(const std::string& field, const std::optional<week_hours>& given)
{
    return given ? inside(field, from(first_fault(*given))) : std::nullopt;
}

fault of_weekdays(const std::vector<weekday_appointments>& given)
{
    std::set<weekday_name> named;
    return each_of("weekdays", given, [&](const weekday_appointments& special) {
        const auto minutes_of = [](const char* field, const std::optional<minutes>& value, int least) {
            return value ? number(field, *value, least, a_day) : std::nullopt;
        };
        return first_of({
            named.insert(special.day).second
                ? std::nullopt
                : fault{settings_fault{"day", "another one is of that day already"}},
            minutes_of("slot_minutes", special.slot_minutes, 5),
            minutes_of("step_minutes", special.step_minutes, 5),
            minutes_of("buffer_minutes", special.buffer_minutes, 0),
            special.capacity ? number("capacity", *special.capacity, 0, 1000) : std::nullopt,
        });
    });
}

fault of_appointments(const appointment_settings& given)
{
    auto found = first_of({
        number("slot_minutes", given.slot_minutes, 5, a_day),
        number("step_minutes", given.step_minutes, 5, a_day),
        number("buffer_minutes", given.buffer_minutes, 0, a_day),
        number("capacity", given.capacity, 0, 1000),
        of_weekdays(given.weekdays),
        number("lead_minutes", given.lead_minutes, 0, 30 * a_day),
        number("horizon_days", given.horizon_days, 0, 366),
        number("early_minutes", given.early_minutes, 0, a_day),
        number("grace_minutes", given.grace_minutes, 0, a_day),
        number("hold_minutes", given.hold_minutes, 1, 60),
        number("per_phone_day", given.per_phone_day, 1, 100),
        of_hours("hours", given.hours),
    });
    const auto is_share = [](double share) { return share >= 0 && share <= 1; };
    if (!found && !is_share(given.walk_in_share)) {
        return settings_fault{"walk_in_share", "must be 0 to 1"};
    }
    if (!found && !(is_share(given.officer_share) && given.walk_in_share + given.officer_share <= 1)) {
        return settings_fault{"officer_share", "must be 0 to 1, and at most 1 with walk_in_share"};
    }
    return found;
}

fault of_range(const service_settings& service)
{
    if (service.first_number.has_value() != service.last_number.has_value()) {
        return settings_fault{service.first_number ? "last_number" : "first_number",
                              "first_number and last_number are given together or not at all"};
    }
    if (!service.first_number) {
        return std::nullopt;
    }
    return first_of({number("first_number", *service.first_number, 1, 999'999),
                     number("last_number", *service.last_number, *service.first_number, 999'999)});
}

fault of_service(const service_settings& service, std::set<std::string>& codes)
{
    return first_of({
        code(service.code, codes),
        text("name", service.name, 1, name_max),
        text("name_en", service.name_en, 0, name_max),
        text("icon", service.icon, 0, 40),
        text("colour", service.colour, 0, 20),
        number("minutes", service.minutes, 1, a_day),
        number("target_minutes", service.target_minutes, 1, a_day),
        of_range(service),
        service.daily_quota ? number("daily_quota", *service.daily_quota, 0, 100'000) : std::nullopt,
        number("last_ticket_before_close_min", service.last_ticket_before_close_min, 0, a_day),
        of_hours("hours", service.hours),
        service.appointments ? inside("appointments", of_appointments(*service.appointments)) : std::nullopt,
    });
}

fault of_services(const site_settings& settings)
{
    if (settings.services.empty()) {
        return settings_fault{"services", "must have at least one"};
    }
    std::set<std::string> codes;
    return first_of({count_of("services", settings.services.size(), 100),
                     each_of("services", settings.services, [&codes](const service_settings& service) {
                         return of_service(service, codes);
                     })});
}

fault of_counter(const counter_settings& counter, const site_settings& settings, std::set<std::string>& codes)
{
    std::set<std::string> named;
    return first_of({
        code(counter.code, codes),
        count_of("services", counter.services.size(), 100),
        each_of("services", counter.services,
                [&](const service_code& service) -> fault {
                    if (find_service(settings, service) == nullptr) {
                        return settings_fault{"", "there is no service \"" + service + '"'};
                    }
                    if (!named.insert(service).second) {
                        return settings_fault{"", "the service is named twice"};
                    }
                    return std::nullopt;
                }),
        text("place", counter.place, 0, name_max),
        text("place_en", counter.place_en, 0, name_max),
        of_hours("rota", counter.rota),
    });
}

fault of_counters(const site_settings& settings)
{
    std::set<std::string> codes;
    return first_of({count_of("counters", settings.counters.size(), 200),
                     each_of("counters", settings.counters, [&](const counter_settings& counter) {
                         return of_counter(counter, settings, codes);
                     })});
}

fault of_notice(const notice& given)
{
    if (given.from && given.until && given.until->at <= given.from->at) {
        return settings_fault{"until", "must be later than from"};
    }
    return bilingual({given.vi, given.en});
}

fault of_texts(const site_settings& settings)
{
    return first_of({
        text("name", settings.name, 1, name_max),
        text("name_en", settings.name_en, 0, name_max),
        count_of("notices", settings.notices.size(), 20),
        each_of("notices", settings.notices, of_notice),
        count_of("hold_reasons", settings.hold_reasons.size(), 20),
        each_of("hold_reasons", settings.hold_reasons, bilingual),
        count_of("pause_reasons", settings.pause_reasons.size(), 20),
        each_of("pause_reasons", settings.pause_reasons, bilingual),
    });
}

fault of_times(const site_settings& settings)
{
    const auto& starts = settings.head_start;
    return first_of({
        text("time_zone", settings.time_zone, 1, 60),
        number("day_starts_minutes", settings.day_starts_minutes, 0, a_day - 1),
        number("head_start.elderly_minutes", starts.elderly_minutes, 0, a_day - 1),
        number("head_start.disabled_minutes", starts.disabled_minutes, 0, a_day - 1),
        number("head_start.pregnant_minutes", starts.pregnant_minutes, 0, a_day - 1),
        number("head_start.infant_minutes", starts.infant_minutes, 0, a_day - 1),
        number("head_start.merit_minutes", starts.merit_minutes, 0, a_day - 1),
        number("head_start.appointment_minutes", starts.appointment_minutes, 0, a_day - 1),
        number("elderly_age", settings.elderly_age, 1, 150),
        number("infant_months", settings.infant_months, 1, 240),
        number("recall_grace_minutes", settings.recall_grace_minutes, 0, a_day - 1),
    });
}

/// An IPv4 or IPv6 network in CIDR form; of IPv6 only the letters are looked at.
fault of_network(const std::string& given)
{
    const settings_fault wrong{"", "must be a network such as 192.168.1.0/24"};
    const auto slash = given.find('/');
    if (slash == std::string::npos) {
        return wrong;
    }
    const bool is_v6 = given.find(':') < slash;
    int length = -1;
    const auto* end = given.data() + given.size();
    const auto read = std::from_chars(given.data() + slash + 1, end, length);
    if (read.ec != std::errc{} || read.ptr != end || length < 0 || length > (is_v6 ? 128 : 32)) {
        return wrong;
    }
    const std::string_view address(given.data(), slash);
    if (is_v6) {
        const bool plain = address.find_first_not_of("0123456789abcdefABCDEF:") == address.npos;
        return plain ? fault{} : wrong;
    }
    int parts = 0;
    for (const auto* at = given.data(); parts < 4; ++parts) {
        int part = -1;
        const auto one = std::from_chars(at, given.data() + slash, part);
        const bool last = parts == 3;
        if (one.ec != std::errc{} || part < 0 || part > 255 ||
            (last ? one.ptr != given.data() + slash : *one.ptr != '.')) {
            return wrong;
        }
        at = one.ptr + 1;
    }
    return std::nullopt;
}

fault of_public(const site_settings& settings)
{
    const auto& url = settings.public_url;
    const bool plain = url.empty() || url.starts_with("http://") || url.starts_with("https://");
    if (!plain || url.size() > 200 || url.find_first_of(" \t\"<>\\") != std::string::npos) {
        return settings_fault{"public_url",
                              "must be an address such as https://hall.example, at most 200 characters"};
    }
    return first_of({count_of("check_in_networks", settings.check_in_networks.size(), 20),
                     each_of("check_in_networks", settings.check_in_networks, of_network)});
}

fault of_pin(const std::optional<std::string>& pin)
{
    const bool good = !pin || (pin->size() >= 4 && pin->size() <= 12 &&
                               pin->find_first_not_of("0123456789") == std::string::npos);
    return good ? fault{} : settings_fault{"kiosk.service_pin", "must have 4 to 12 digits"};
}

fault of_windows(const site_settings& settings)
{
    std::set<std::string> named;
    const auto language = [&named](const std::string& given) -> fault {
        if (given != "vi" && given != "en") {
            return settings_fault{"", "must be vi or en"};
        }
        return named.insert(given).second ? fault{} : settings_fault{"", "the language is named twice"};
    };
    return first_of({
        number("kiosk.home_after_s", settings.kiosk.home_after_s, 10, 600),
        of_pin(settings.kiosk.service_pin),
        number("kiosk.block_first", settings.kiosk.block_first, 1, 999'999),
        number("kiosk.block_last", settings.kiosk.block_last, settings.kiosk.block_first, 999'999),
        number("board.seconds_per_call", settings.board.seconds_per_call, 2, 120),
        each_of("board.languages", settings.board.languages, language),
        settings.board.languages.empty() ? fault{{"board.languages", "must have at least one"}} : fault{},
        number("retention.personal_days", settings.retention.personal_days, 1, 3660),
    });
}

} // namespace

std::optional<settings_fault> first_fault(const site_settings& settings)
{
    return first_of({of_texts(settings), of_times(settings),
                     from(first_fault(static_cast<const office_calendar&>(settings))), of_services(settings),
                     of_counters(settings), of_public(settings), of_windows(settings),
                     inside("appointments", of_appointments(settings.appointments))});
}

} // namespace motcua::domain
