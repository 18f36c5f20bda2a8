#pragma once
// Services and counters of made-up offices, for the pictures of the board.

#include "counter/board/model.hpp"

#include <array>

namespace motcua::counter::board {

using namespace std::chrono_literals;

/// An open counter serves it, after `expected`.
inline client::forecast waits(std::chrono::seconds expected)
{
    return {.state = client::forecast_state::open,
            .wait = client::expected_wait{expected, expected, expected}};
}

inline std::vector<service> demo_services()
{
    return {{"A", "Hộ tịch – Chứng thực", "Civil status – Certification", 12, waits(25min)},
            {"B", "Đất đai – Xây dựng", "Land – Construction", 15, waits(40min)},
            {"C", "Đăng ký kinh doanh", "Business registration", 6, waits(20min)},
            {"D", "Trả kết quả", "Collect a result", 0, waits(0min)}};
}

inline std::vector<service> many_services()
{
    std::vector<service> all;
    for (int n = 0; n < 20; ++n) {
        all.push_back({std::string(1, static_cast<char>('A' + n)),
                       n % 2 ? "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn "
                               "liền với đất lần đầu"
                             : "Cư trú, căn cước",
                       n % 2 ? "First certificate of the right to use land" : "Residence, ID card",
                       n * 61 % 1200, waits(std::chrono::minutes(n * 41 % 190))});
    }
    return all;
}

/// As many as are seen at once, with names that need every line they get.
inline std::vector<service> long_services()
{
    std::vector<service> all;
    for (int n = 0; n < 6; ++n) {
        all.push_back({std::string(1, static_cast<char>('A' + n)),
                       "Ấp ỹ gỵ Ậy Ổg đăng ký Ộp quyền sử dụng đất Ễg, quyền sở hữu tài sản",
                       "Land, housing and property", n ? 1 : 111, waits(20min)});
    }
    return all;
}

inline std::vector<manned_counter> demo_counters()
{
    return {{"1", "D023"},
            {"2", "A112"},
            {"3", "B009"},
            {"4", "B047"},
            {"12", "C1031"},
            {"6", "", true, "Họp giao ban đến 10 giờ"},
            {"7", "", true, "console_gone"},
            {"8"}};
}

/// Without minutes, each for another reason; `morning` is the time on the wall.
inline std::vector<service> without_minutes(std::chrono::local_seconds morning)
{
    using client::forecast_state;
    auto all = demo_services();
    all[0].forecast = {.state = forecast_state::paused};
    all[1].forecast = {.state = forecast_state::planned, .opens_at = morning + 2h};
    all[2].forecast = {.state = forecast_state::closed};
    all[3].forecast = {.state = forecast_state::too_late};
    all.push_back(
        {"E", "Cư trú, căn cước", "Residence, ID card", 3, {forecast_state::planned, {}, morning + 24h}});
    return all;
}

/// The demo's services, with who is next.
inline std::vector<service> with_next(std::vector<service> all)
{
    for (auto& one : all) {
        one.next = {one.code + "044", one.code + "1033", one.code + "042"};
    }
    return all;
}

/// Nobody waits, and no ticket is issued, each for another reason.
inline std::vector<service> closed_services()
{
    using client::intake_state;
    constexpr std::array reasons{intake_state::closed, intake_state::suspended, intake_state::full};
    auto all = demo_services();
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].waiting = 0;
        all[i].intake.state = reasons.at(i % reasons.size());
    }
    return all;
}

} // namespace motcua::counter::board
