#include "server/office/delivered_settings.hpp"

#include "server/domain/calendar/holidays.hpp"

namespace motcua::office {

namespace {

using domain::minutes;

/// Holidays are delivered for these years; later ones are for the office to enter.
constexpr int first_year = 2024;
constexpr int last_year = 2030;

void add_holidays(domain::site_settings& settings)
{
    for (int year = first_year; year <= last_year; ++year) {
        for (auto& holiday : domain::holidays_of(year)) {
            settings.holidays.push_back(std::move(holiday));
        }
        for (const auto& swap : domain::swaps_of(year)) {
            settings.swaps.push_back(swap);
        }
    }
}

/// As most halls work: Monday to Friday, with a long lunch.
domain::week_hours working_hours()
{
    const domain::day_hours day{{minutes{7 * 60 + 30}, minutes{11 * 60 + 30}},
                                {minutes{13 * 60}, minutes{17 * 60}}};
    return {.mon = day, .tue = day, .wed = day, .thu = day, .fri = day, .sat = {}, .sun = {}};
}

domain::service_settings service(const char* code, const char* name, const char* name_en, int time)
{
    return {.code = code, .name = name, .name_en = name_en, .minutes = minutes{time}};
}

} // namespace

domain::site_settings delivered_settings(bool demo)
{
    domain::site_settings settings;
    settings.name = demo ? "Trung tâm Phục vụ hành chính công Phường An Bình" : "Bộ phận Một cửa";
    settings.name_en = demo ? "Public Administration Service Centre of An Binh Ward" : "One-stop Hall";
    // The demo can be tried at any time of day; nobody books for the night.
    if (demo) {
        settings.appointments.hours = working_hours();
    } else {
        settings.hours = working_hours();
    }
    add_holidays(settings);
    settings.services = {service("A", "Hộ tịch – Chứng thực", "Civil Status – Certification", 8),
                         service("B", "Đất đai – Xây dựng", "Land – Construction", 15),
                         service("C", "Đăng ký kinh doanh", "Business Registration", 12),
                         service("D", "Trả kết quả", "Collect Results", 4)};
    settings.counters = {{.code = "1", .services = {"A", "D"}},
                         {.code = "2", .services = {"A", "D"}},
                         {.code = "3", .services = {"B", "D"}},
                         {.code = "4", .services = {"C", "B", "A"}}};
    return settings;
}

} // namespace motcua::office
