#pragma once
// Services and counters of made-up offices, for the pictures of the board.

#include "counter/board/model.hpp"

#include <array>

namespace motcua::counter::board {

using namespace std::chrono_literals;

inline std::vector<service> demo_services()
{
    return {{"A", "Hộ tịch – Chứng thực", "Civil status – Certification", 12, 25min},
            {"B", "Đất đai – Xây dựng", "Land – Construction", 15, 40min},
            {"C", "Đăng ký kinh doanh", "Business registration", 6, 20min},
            {"D", "Trả kết quả", "Collect a result", 0, 0min}};
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
                       n * 61 % 1200, std::chrono::minutes(n * 41 % 190)});
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
                       "Land, housing and property", n ? 1 : 111, 20min});
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
