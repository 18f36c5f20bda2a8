#pragma once
// A counter at work, for tests: its office, its tickets, its colleagues.

#include "counter/console/model.hpp"

namespace motcua::test {

using counter::console::ticket;
using protocol::ticket_state;

inline std::chrono::local_seconds monday_morning()
{
    using namespace std::chrono;
    return local_days(year(2026) / November / 23) + 9h + 41min;
}

/// A ticket of service A that was issued `age` ago; at counter 1 unless it waits.
inline ticket one(ticket_state ticket_state, std::string number = "A001",
                  std::chrono::seconds age = std::chrono::minutes(21))
{
    const auto issued = monday_morning() - age;
    ticket t{.id = std::string("demo-").append(number),
             .number = number,
             .service = number.substr(0, 1),
             .state = ticket_state};
    t.issued_at = t.due_at = issued;
    if (ticket_state == ticket_state::waiting) {
        return t;
    }
    t.counter = std::string("1"); // gcc 12 warns of the plain assignment
    t.calls = 1;
    t.called_at = issued + age / 2;
    if (ticket_state == ticket_state::serving) {
        t.served_from = monday_morning() - std::chrono::seconds(252);
    }
    return t;
}

inline std::vector<std::string> numbers(const std::vector<ticket>& list)
{
    std::vector<std::string> all;
    for (const auto& one : list) {
        all.push_back(one.number);
    }
    return all;
}

inline std::vector<counter::console::service> services()
{
    using std::chrono::minutes;
    return {{"A", "Hộ tịch – Chứng thực", "Civil status – Certification", minutes(15)},
            {"B", "Đất đai – Xây dựng", "Land – Construction", minutes(30)},
            {"C", "Đăng ký kinh doanh", "Business registration", minutes(20)},
            {"D", "Trả kết quả", "Collect a result", minutes(10)}};
}

/// Counter 1 of the demo office, which serves A and D.
inline counter::console::model counter_one(protocol::counter_state state = protocol::counter_state::open,
                                           std::vector<ticket> others = {},
                                           std::vector<ticket> waiting = {one(ticket_state::waiting)},
                                           bool is_session = false)
{
    using namespace counter::console;
    using protocol::counter_state;
    model m("boot", is_session);
    m.handle(identified{"1", "Trung tâm phục vụ hành chính công phường An Bình",
                        "Public administration service centre of An Binh ward"},
             {});
    m.handle(connection_changed{true}, {});
    m.handle(services_arrived{services()}, {});
    std::vector<std::string> serves;
    if (state != counter_state::closed) {
        serves = {"A", "D"};
    }
    m.handle(board_arrived{monday_morning(),
                           {{"1", state, serves},
                            {"2", counter_state::open, {"A", "D"}},
                            {"3", counter_state::paused, {"B", "D"}},
                            {"4", counter_state::closed, {}}}},
             {});
    m.handle(waiting_arrived{std::move(waiting)}, {});
    m.handle(others_arrived{std::move(others)}, {});
    return m;
}

/// The reasons that the office delivers to its counters.
inline protocol::window_settings with_reasons()
{
    protocol::window_settings settings;
    settings.elderly_age = 60;
    settings.infant_months = 36;
    settings.hold_reasons = {{"Đợi bản chính", "Waits for the original"}, {"Đi nộp phí", "Pays a fee"}};
    settings.pause_reasons = {{"Họp", "Meeting"}, {"Giải lao", "Break"}};
    return settings;
}

/// Counter 1 with a visitor in service, where nobody waits.
inline counter::console::model serving(std::string number = "A001")
{
    return counter_one(protocol::counter_state::open, {one(ticket_state::serving, std::move(number))}, {});
}

} // namespace motcua::test
