#include "tests/bench/calling.hpp"
#include "tests/bench/failure.hpp"
#include "tests/bench/feed_crowd.hpp"
#include "tests/bench/limits.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/statistics.hpp"
#include "tests/bench/ticker.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace motcua::bench {

namespace {

constexpr std::size_t counters = 4;
constexpr double p99_goal_ms = 10;

struct call_load
{
    std::size_t feeds;
    int calls_per_second;
    int warm_up_calls;
    int measured_calls;
    bool has_goal;

    int calls() const { return warm_up_calls + measured_calls; }
};

/// The calls of one load, and when each feed had them.
class followed_calls
{
public:
    followed_calls(std::uint16_t port, const demo_file& demo, const call_load& wanted)
        : wanted_(wanted), feeds_(port, demo, wanted.feeds), next_message_(wanted.feeds)
    {
        for (std::size_t i = 0; i < counters; ++i) {
            counters_.emplace_back(port, demo, std::to_string(i + 1));
            poller_.watch(counters_.back().handle(), i);
        }
        feeds_.watch(poller_, first_feed_tag);
    }

    void run()
    {
        const auto period = std::chrono::nanoseconds(std::chrono::seconds{1}) / wanted_.calls_per_second;
        const ticker timer(period);
        poller_.watch(timer.handle(), timer_tag);
        const auto deadline = clock::now() + period * wanted_.calls() + reply_wait;
        while (reached_ < static_cast<std::size_t>(wanted_.calls()) * wanted_.feeds ||
               is_any_counter_busy()) {
            if (clock::now() > deadline) {
                throw failure(fmt::format(
                    "not every feed got every call: {} of {} calls made, {} of {} messages came", made_,
                    wanted_.calls(), reached_, static_cast<std::size_t>(wanted_.calls()) * wanted_.feeds));
            }
            for (const auto& ready : poller_.wait(deadline)) {
                if (ready.data.u64 == timer_tag) {
                    call_what_is_due(timer.passed());
                } else if (ready.data.u64 < counters) {
                    counters_[ready.data.u64].read();
                } else {
                    read_feed(ready.data.u64 - first_feed_tag);
                }
            }
        }
    }

    /// In milliseconds, of each measured call at each feed, and at the last of the feeds.
    std::vector<double> each_feed_ms;
    std::vector<double> last_feed_ms;

    /// Calls that were sent a second, which may be fewer than were wanted.
    double rate() const
    {
        auto first = clock::time_point::max();
        auto last = clock::time_point::min();
        for (const auto& one : counters_) {
            first = std::min(first, one.sent().front().sent_at);
            last = std::max(last, one.sent().back().sent_at);
        }
        return (wanted_.calls() - 1) / std::chrono::duration<double>(last - first).count();
    }

    std::size_t late() const
    {
        std::size_t sum = 0;
        for (const auto& one : counters_) {
            sum += one.late();
        }
        return sum;
    }

private:
    static constexpr std::uint64_t timer_tag = counters;
    static constexpr std::uint64_t first_feed_tag = counters + 1;

    void call_what_is_due(std::uint64_t periods)
    {
        for (; periods > 0 && made_ < wanted_.calls(); --periods) {
            const auto at = static_cast<std::size_t>(made_++) % counters;
            counters_[at].call_next();
        }
    }

    void read_feed(std::size_t feed)
    {
        feeds_.read(feed, [&](char code) {
            const auto at = static_cast<std::size_t>(code - '1');
            const auto place = at < counters ? next_message_[feed][at]++ : 0;
            if (at >= counters || place >= counters_[at].sent().size()) {
                throw failure("a feed reported a call that nobody made");
            }
            note(counters_[at].sent()[place], place * counters + at);
        });
    }

    void note(call& made, std::size_t index)
    {
        const std::chrono::duration<double, std::milli> took = clock::now() - made.sent_at;
        ++reached_;
        const bool is_last = ++made.feeds_reached == wanted_.feeds;
        if (index < static_cast<std::size_t>(wanted_.warm_up_calls)) {
            return;
        }
        each_feed_ms.push_back(took.count());
        if (is_last) {
            last_feed_ms.push_back(took.count());
        }
    }

    bool is_any_counter_busy() const
    {
        return std::ranges::any_of(counters_, [](const calling_counter& one) { return one.is_busy(); });
    }

    call_load wanted_;
    poller poller_;
    std::vector<calling_counter> counters_;
    feed_crowd feeds_;
    /// For each feed the next call of each counter that it has not reported.
    std::vector<std::array<std::size_t, counters>> next_message_;
    int made_ = 0;
    std::size_t reached_ = 0;
};

void measure(const surroundings& around, const call_load& wanted, report& results)
{
    const temporary_folder folder(around.folder);
    const auto demo = make_office(around.server, folder.path() / "data");
    const office server(around.server, folder.path() / "data");
    // Counters 1 to 3 call D, 1, 2 and 4 call A; with as many of each as there are calls nobody runs dry.
    ticket_requests issuing(demo, "AD");
    get_replies(server.port(), issuing, 2 * wanted.calls());
    followed_calls measured(server.port(), demo, wanted);
    measured.run();

    const auto add = [&](const char* until, const char* which, double value, std::optional<goal> aim) {
        results.figures.push_back(
            {.part = "feed",
             .what = fmt::format("call_next until {} of {} feeds, {}", until, wanted.feeds, which),
             .value = value,
             .unit = "ms",
             .goal = aim,
             .detail = fmt::format("{} calls, {:.0f}/s of {}/s wanted, {} waited for their counter",
                                   wanted.measured_calls, measured.rate(), wanted.calls_per_second,
                                   measured.late()),
             .samples = {}});
    };
    add("each", "p50", percentile(measured.each_feed_ms, 50), {});
    add("each", "p99", percentile(measured.each_feed_ms, 99),
        wanted.has_goal ? std::optional{goal{goal_kind::below, p99_goal_ms}} : std::nullopt);
    add("the last", "p99", percentile(measured.last_feed_ms, 99), {});
}

} // namespace

void measure_feed(const surroundings& around, report& results)
{
    const int seconds = around.quick ? 2 : 10;
    measure(around,
            {.feeds = 100,
             .calls_per_second = 500,
             .warm_up_calls = 500,
             .measured_calls = 500 * seconds,
             .has_goal = true},
            results);
    measure(around,
            {.feeds = 1000,
             .calls_per_second = 20,
             .warm_up_calls = 20,
             .measured_calls = 20 * seconds,
             .has_goal = false},
            results);
    results.notes.emplace_back("Feed: calls by a timetable, from sending call_next until a feed has "
                               "ticket_called. After each its counter is "
                               "freed by no_show: as many requests and messages more, which nobody counts. "
                               "The four counters of the demo "
                               "reach 500/s only where two commits after each other take less than 8 ms; "
                               "else calls wait for their counter.");
}

} // namespace motcua::bench
