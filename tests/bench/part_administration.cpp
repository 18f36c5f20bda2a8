#include "tests/bench/failure.hpp"
#include "tests/bench/http_wire.hpp"
#include "tests/bench/limits.hpp"
#include "tests/bench/office.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/statistics.hpp"
#include "tests/bench/ticker.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace motcua::bench {

namespace {

using milliseconds = std::chrono::duration<double, std::milli>;

constexpr double settings_goal_ms = 1000;
constexpr double calendar_goal_ms = 1;
constexpr double ticket_goal_ms = 20;
constexpr int sign_ins_per_second = 100;
constexpr int tickets_per_second = 100;
/// Enough that a sign-in finds a free one while others wait for their answer.
constexpr std::size_t sign_in_connections = 32;

/// Reads the feed until it reports new settings.
void wait_for_settings(socket& feed)
{
    for (;;) {
        auto next = find_frame(feed.receive());
        if (!next) {
            next = find_frame(feed.wait_for_more());
        }
        if (!next) {
            continue;
        }
        const bool is_it = next->payload.starts_with(R"({"type":"site_configured")");
        feed.take(next->length);
        if (is_it) {
            return;
        }
    }
}

figure measure_settings(std::uint16_t port, const demo_file& demo, int changes)
{
    socket asker(port);
    socket feed(port);
    open_feed(feed, demo.site, demo.tokens.display);
    std::vector<double> took;
    for (int change = 0; change < changes; ++change) {
        const auto body = fmt::format(R"({{"elderly_age":{}}})", 61 - change % 2);
        const auto begun = clock::now();
        asker.send(
            write_request("PUT", site_path(demo) + "/settings", demo.tokens.admin, "If-Match: *\r\n", body));
        wait_for_settings(feed);
        took.push_back(milliseconds(clock::now() - begun).count());
        const auto reply = wait_for_reply(asker);
        if (reply.status != 200) {
            throw failure(describe(reply));
        }
        asker.take(reply.whole.size());
    }
    return {.part = "administration",
            .what = "a settings change until a feed has it, p99",
            .value = percentile(took, 99),
            .unit = "ms",
            .goal = goal{goal_kind::below, settings_goal_ms},
            .detail = fmt::format("p50 {:.2f} ms, {} changes", median(took), changes),
            .samples = {}};
}

figure measure_calendar(std::uint16_t port, const demo_file& demo, int reads)
{
    socket asker(port);
    const auto request =
        write_request("GET", site_path(demo) + "/calendar?from=2026-01-01&to=2026-12-31&limit=366",
                      demo.tokens.display, "", "");
    std::vector<double> took;
    std::size_t bytes = 0;
    for (int read = 0; read < reads; ++read) {
        const auto begun = clock::now();
        bytes = exchange(asker, request, 200).size();
        took.push_back(milliseconds(clock::now() - begun).count());
    }
    return {.part = "administration",
            .what = "the calendar of a year, p50",
            .value = median(took),
            .unit = "ms",
            .goal = goal{goal_kind::below, calendar_goal_ms},
            .detail = fmt::format("p99 {:.2f} ms, {} reads of {} bytes", percentile(took, 99), reads, bytes),
            .samples = {}};
}

/// Tickets by a timetable, beside as many wrong passwords as somebody who guesses may send.
class beleaguered_kiosk
{
public:
    beleaguered_kiosk(std::uint16_t port, const demo_file& demo, bool is_attacked)
        : kiosk_(port), issuing_(demo, "ABCD"), is_attacked_(is_attacked),
          wrong_(write_request(
              "POST", "/api/v1/sessions", "", "",
              fmt::format(R"({{"site":"{}","login":"lan","password":"not the password"}})", demo.site)))
    {
        for (std::size_t at = 0; at < sign_in_connections; ++at) {
            poller_.watch(guessers_.emplace_back(socket(port), false).connection.handle(), at);
        }
        poller_.watch(kiosk_.handle(), kiosk_tag);
    }

    void run(std::chrono::seconds duration)
    {
        const ticker tickets(std::chrono::nanoseconds{std::chrono::seconds{1}} / tickets_per_second);
        const ticker guesses(std::chrono::nanoseconds{std::chrono::seconds{1}} / sign_ins_per_second);
        poller_.watch(tickets.handle(), ticket_tag);
        poller_.watch(guesses.handle(), sign_in_tag);
        const auto end = clock::now() + duration;
        while (clock::now() < end || is_waiting_) {
            if (clock::now() > end + reply_wait) {
                throw failure("a ticket was not answered in time");
            }
            for (const auto& ready : poller_.wait(end + reply_wait)) {
                take(ready.data.u64, tickets, guesses, clock::now() < end);
            }
        }
    }

    /// In milliseconds, from the moment at which the timetable wanted the ticket.
    std::vector<double> tickets_ms;
    int sign_ins = 0;

private:
    static constexpr std::uint64_t kiosk_tag = sign_in_connections;
    static constexpr std::uint64_t ticket_tag = kiosk_tag + 1;
    static constexpr std::uint64_t sign_in_tag = kiosk_tag + 2;

    struct guesser
    {
        guesser(socket opened, bool waits) : connection(std::move(opened)), is_waiting(waits) {}

        socket connection;
        bool is_waiting;
    };

    void take(std::uint64_t tag, const ticker& tickets, const ticker& guesses, bool goes_on)
    {
        if (tag == ticket_tag) {
            wanted_.insert(wanted_.end(), tickets.passed(), clock::now());
            ask_for_ticket(goes_on);
        } else if (tag == sign_in_tag) {
            for (auto due = guesses.passed(); due > 0 && is_attacked_ && goes_on; --due) {
                guess();
            }
        } else if (tag == kiosk_tag) {
            read_ticket(goes_on);
        } else {
            read_refusal(guessers_[tag]);
        }
    }

    void ask_for_ticket(bool goes_on)
    {
        if (!is_waiting_ && goes_on && next_ < wanted_.size()) {
            kiosk_.send(issuing_.next_request());
            is_waiting_ = true;
        }
    }

    void read_ticket(bool goes_on)
    {
        const auto length = issuing_.reply_length(kiosk_.receive());
        if (length == 0) {
            return;
        }
        kiosk_.take(length);
        is_waiting_ = false;
        tickets_ms.push_back(milliseconds(clock::now() - wanted_[next_++]).count());
        ask_for_ticket(goes_on);
    }

    void guess()
    {
        const auto idle = std::ranges::find(guessers_, false, &guesser::is_waiting);
        if (idle != guessers_.end()) {
            idle->connection.send(wrong_);
            idle->is_waiting = true;
            ++sign_ins;
        }
    }

    static void read_refusal(guesser& asked)
    {
        if (const auto reply = find_reply(asked.connection.receive())) {
            if (reply->status < 400) {
                throw failure(describe(*reply));
            }
            asked.connection.take(reply->whole.size());
            asked.is_waiting = false;
        }
    }

    poller poller_;
    socket kiosk_;
    ticket_requests issuing_;
    bool is_attacked_;
    std::string wrong_;
    std::vector<guesser> guessers_;
    /// When the timetable wanted each ticket, and which is the next that was not answered.
    std::vector<clock::time_point> wanted_;
    std::size_t next_ = 0;
    bool is_waiting_ = false;
};

figure measure_flood(std::uint16_t port, const demo_file& demo, std::chrono::seconds duration)
{
    beleaguered_kiosk in_peace(port, demo, false);
    in_peace.run(duration);
    beleaguered_kiosk attacked(port, demo, true);
    attacked.run(duration);
    return {.part = "administration",
            .what = "a ticket beside 100 wrong passwords a second, p99",
            .value = percentile(attacked.tickets_ms, 99),
            .unit = "ms",
            .goal = goal{goal_kind::below, ticket_goal_ms},
            .detail = fmt::format("p50 {:.2f} ms, without them p99 {:.2f} ms; {} tickets, {:.0f} passwords/s",
                                  median(attacked.tickets_ms), percentile(in_peace.tickets_ms, 99),
                                  attacked.tickets_ms.size(),
                                  attacked.sign_ins / std::chrono::duration<double>(duration).count()),
            .samples = {}};
}

} // namespace

void measure_administration(const surroundings& around, report& results)
{
    const temporary_folder folder(around.folder);
    const auto demo = make_office(around.server, folder.path() / "data");
    const office server(around.server, folder.path() / "data");
    results.figures.push_back(measure_settings(server.port(), demo, around.quick ? 20 : 100));
    results.figures.push_back(measure_calendar(server.port(), demo, around.quick ? 100 : 1000));
    results.figures.push_back(
        measure_flood(server.port(), demo, std::chrono::seconds{around.quick ? 2 : 10}));
    results.notes.emplace_back("Administration: a settings change counts from sending it until a board has "
                               "the message; the calendar over HTTP. Tickets and passwords by a timetable of "
                               "100 a second each, a ticket from the moment at which it was due.");
}

} // namespace motcua::bench
