#pragma once
// The states that a kiosk goes through, for tests: one office, its services, and every screen.

#include "kiosk/model.hpp"

#include <utility>

namespace motcua::test {

inline std::chrono::local_seconds monday_morning()
{
    using namespace std::chrono;
    return local_days(year(2026) / November / 23) + 9h + 41min;
}

/// The hours of that day.
inline kiosk::opening_hours hours_with_noon()
{
    using namespace std::chrono_literals;
    return {.day = std::chrono::floor<std::chrono::days>(monday_morning()),
            .spans = {{7h + 30min, 11h + 30min}, {13h, 17h}}};
}

/// Before noon or after it: from `monday_morning` on, within `hours_with_noon`.
inline client::forecast waits_across_noon()
{
    using namespace std::chrono_literals;
    return {.state = client::forecast_state::open, .wait = client::expected_wait{100min, 110min, 210min}};
}

/// An open counter serves it, after about `expected`.
inline client::forecast waits(std::chrono::minutes expected)
{
    return {.state = client::forecast_state::open,
            .wait = client::expected_wait{expected * 3 / 4, expected, expected * 5 / 4}};
}

/// Without minutes.
inline client::forecast waits_in_state(client::forecast_state state) { return {.state = state}; }

/// It may not be reached today.
inline client::forecast doubtful(client::forecast found)
{
    found.doubtful = true;
    return found;
}

/// No counter is open; one opens `ahead` of the morning's time.
inline client::forecast waits_for_opening(std::chrono::minutes ahead)
{
    client::forecast found{.state = client::forecast_state::planned, .opens_at = monday_morning() + ahead};
    if (ahead < std::chrono::hours{12}) {
        found.wait = client::expected_wait{ahead, ahead + ahead / 4, ahead + ahead / 2};
    }
    return found;
}

inline std::vector<kiosk::service> demo_services()
{
    using std::chrono::minutes;
    return {{"A",
             {{"vi", "Hộ tịch – Chứng thực"}, {"en", "Civil status – Certification"}},
             12,
             waits(minutes(25))},
            {"B", {{"vi", "Đất đai – Xây dựng"}, {"en", "Land – Construction"}}, 15, waits(minutes(40))},
            {"C", {{"vi", "Đăng ký kinh doanh"}, {"en", "Business registration"}}, 6, waits(minutes(20))},
            {"D", {{"vi", "Trả kết quả"}, {"en", "Collect a result"}}, 0, waits(minutes(0))}};
}

/// `count` services, with long names among them.
inline std::vector<kiosk::service> many_services(std::size_t count)
{
    const kiosk::names names[] = {
        {{"vi", "Chứng thực, sao y"}, {"en", "Certified copies"}},
        {{"vi", "Hộ tịch: khai sinh, kết hôn, khai tử"}, {"en", "Civil status: birth, marriage, death"}},
        {{"vi", "Cư trú, căn cước"}, {"en", "Residence, ID card"}},
        {{"vi", "Đất đai, nhà ở"}, {"en", "Land and housing"}},
        {{"vi", "Cấp giấy chứng nhận quyền sử dụng đất lần đầu"},
         {"en", "First certificate of the right to use land"}},
        {{"vi", "Đăng ký kinh doanh"}, {"en", "Business registration"}},
        {{"vi", "Bảo trợ xã hội, người có công"}, {"en", "Welfare, people of merit"}},
        {{"vi", "Nhận kết quả hồ sơ"}, {"en", "Collect results"}}};
    std::vector<kiosk::service> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back({std::string(1, static_cast<char>('A' + i)), names[i % 8],
                       static_cast<int>(i * 37 % 130), waits(std::chrono::minutes(i * 41 % 190))});
    }
    return all;
}

/// `count` services, each with a name of the length that real offices use.
inline std::vector<kiosk::service> long_services(std::size_t count)
{
    const kiosk::names names[] = {
        {{"vi", "Đăng ký khai sinh, kết hôn, khai tử và xác nhận tình trạng hôn nhân"},
         {"en", "Registration of birth, marriage and death, certificate of marital status"}},
        {{"vi", "Cấp giấy chứng nhận quyền sử dụng đất và tài sản gắn liền với đất"},
         {"en", "Certificate of the right to use land and of assets attached to it"}},
        {{"vi", "Chứng thực"}, {"en", "Certification"}},
        {{"vi", "Lao động – Người có công và Bảo trợ xã hội"},
         {"en", "Labour, people of merit and social protection"}},
        {{"vi", "Tiếp nhận phản ánh, kiến nghị của người dân"}, {"en", "Complaints and suggestions"}}};
    auto all = many_services(count);
    for (std::size_t i = 0; i < count; ++i) {
        all[i].name = names[i % 5];
    }
    return all;
}

inline kiosk::office office()
{
    return {.name = {{"vi", "Trung tâm phục vụ hành chính công phường An Bình"},
                     {"en", "Public administration service centre of An Binh ward"}}};
}

inline kiosk::ticket demo_ticket()
{
    return {"A013", "A", "none", 12, waits(std::chrono::minutes(25)), monday_morning(), "demo-13"};
}

/// A kiosk that knows its office and services and is connected.
inline kiosk::model ready_kiosk(std::vector<kiosk::service> services = demo_services(),
                                kiosk::moment now = {})
{
    kiosk::model m("boot");
    m.handle(kiosk::office_known{office()}, now);
    m.handle(kiosk::connection_changed{true}, now);
    m.handle(kiosk::board_arrived{std::move(services), monday_morning()}, now);
    m.handle(kiosk::hours_known{hours_with_noon()}, now);
    return m;
}

/// A ready kiosk that shows this screen.
inline kiosk::state showing(kiosk::screen shown, std::string language,
                            std::vector<kiosk::service> services = demo_services())
{
    auto state = ready_kiosk(std::move(services)).state();
    state.screen = std::move(shown);
    state.language = std::move(language);
    state.home_in = std::chrono::seconds(12);
    state.home_after = std::chrono::seconds(30);
    return state;
}

} // namespace motcua::test
