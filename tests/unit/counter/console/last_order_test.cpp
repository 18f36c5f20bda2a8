#include "counter/console/last_order.hpp"
#include "counter/limits.hpp"
#include "tests/unit/counter/console/sample.hpp"

#include <catch2/catch.hpp>

#include <utility>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::ticket_state;
using test::one;

namespace {

/// A console that a signal ends while an order is under way.
struct ended_console : ui::outside<effect, event>
{
    ended_console()
    {
        news = {identified{"1", "An Bình", "An Binh"}, connection_changed{true},
                board_arrived{test::monday_morning(), {{"1", protocol::counter_state::open, {"A"}}}},
                others_arrived{{one(ticket_state::serving)}}};
        program.wake(now);
        press(action::finish);
    }

    void press(action action) { program.act(ui::action(event(pressed{action})), now); }

    void perform(const effect& wanted) override { sent.push_back(std::get<order>(wanted)); }
    std::vector<event> take() override { return std::exchange(news, {}); }

    /// What the log says at the end, when `answer` comes a second after it began.
    std::vector<std::string> end(std::optional<event> answer = {})
    {
        std::vector<std::string> lines;
        const auto begin = now;
        await_last_order(
            program, [&](const logging::line& line) { lines.push_back(line.text); },
            [&] {
                now += 100ms;
                if (answer && now == begin + 1s) {
                    news = {*answer};
                }
                return now;
            });
        return lines;
    }

    std::vector<order> sent;
    std::vector<event> news;
    moment now{};
    console_program program{*this, {"vi"}, "boot"};
};

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("a console that ends waits for the answer to its last order, and then has nothing to say")
{
    ended_console c;
    REQUIRE(c.sent.size() == 1);
    CHECK(c.end(done{c.sent.back().key, one(ticket_state::served)}) == lines{});
    CHECK_FALSE(c.program.state().awaited);
    CHECK(c.now < moment(1500ms));
    CHECK(c.end() == lines{});
}

TEST_CASE("an order without an answer, or refused, at the end of its console is in the log by its action")
{
    ended_console c;
    CHECK(c.end() == lines{"finish may not be carried out: the console ended before its answer"});
    CHECK(c.now <= moment(counter::limits::last_answer + 200ms));
    ended_console unclear;
    CHECK(unclear.end(unanswered{unclear.sent.back().key}) ==
          lines{"finish may not be carried out: the console ended before its answer"});
    ended_console wrong;
    CHECK(wrong.end(refused{wrong.sent.back().key, "wrong_state"}) ==
          lines{"finish was refused as the console ended"});
}

TEST_CASE("what was pressed behind the last order is not sent any more, which the log says")
{
    ended_console c;
    c.press(action::call_next);
    CHECK(c.end(done{c.sent.back().key, one(ticket_state::served)}) ==
          lines{"finish_and_call was not sent: the console ended first"});
    CHECK(c.sent.size() == 1);
}
