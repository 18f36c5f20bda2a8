#pragma once
// A random script of commands, each checked against the model.

#include "script_model.hpp"
#include "test_site.hpp"

#include "server/domain/forecast/forecast.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace motcua::domain {

class script
{
public:
    explicit script(unsigned seed) : random_(seed) {}

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            site_.now += seconds{pick(0, 200)};
            if (pick(1, 100) == 1) {
                pass_days();
            }
            step();
            check();
        }
    }

    const test_site& site() const { return site_; }

private:
    /// A night, a weekend or a longer absence passes.
    void pass_days()
    {
        const auto before = *site_.state.day();
        site_.now += std::chrono::days{pick(1, 3) < 3 ? pick(1, 4) : pick(30, 40)};
        const auto today = business_day(zone_of_vietnam(), site_.state.settings(), site_.now);
        auto next = before;
        for (const auto& body : site_.must(turn_day{})) {
            if (const auto* opened = std::get_if<day_opened>(&body)) {
                next += std::chrono::days{1};
                const bool passed_over = next > before + std::chrono::days{missed_days_max};
                REQUIRE(opened->day == (passed_over ? today : next));
            }
        }
        REQUIRE(site_.state.day() == today);
        for (const auto& at : site_.state.counters()) {
            REQUIRE(at.state == counter_state::closed);
        }
        model_.tickets.clear();
        blocks_.clear(); // Slips of a day that is over have tests of their own.
    }

    int pick(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }

    const counter_code& any_counter()
    {
        const auto& counters = site_.state.settings().counters;
        return counters[static_cast<std::size_t>(pick(0, 3))].code;
    }

    model_ticket* any_ticket()
    {
        if (model_.tickets.empty()) {
            return nullptr;
        }
        // Mostly the newest ones: the old are finished.
        const int last = static_cast<int>(model_.tickets.size()) - 1;
        return &model_.tickets[static_cast<std::size_t>(pick(std::max(0, last - 12), last))];
    }

    void step()
    {
        switch (pick(0, 10)) {
        case 10:
            print_offline();
            return;
        case 0:
        case 1:
        case 2:
            issue();
            return;
        case 3:
            if (pick(0, 4) == 0) {
                site_.ask(pause_counter{any_counter(), {}});
            } else {
                site_.ask(open_counter{any_counter(), {}});
            }
            return;
        case 4:
            call();
            return;
        case 5:
            call();
            return;
        case 6:
            transfer();
            return;
        default:
            move();
            return;
        }
    }

    void issue()
    {
        const auto priority = static_cast<priority_class>(pick(0, 5));
        const auto service = site_.state.settings().services[static_cast<std::size_t>(pick(0, 3))].code;
        const auto id = site_.take(service, priority);
        expect(id, service, site_.now - head_start_of(site_.state.settings().head_start, priority));
    }

    /// A slip of the last ten minutes, from a block of which one number is left out now and then.
    void print_offline()
    {
        const auto service = site_.state.settings().services[static_cast<std::size_t>(pick(0, 3))].code;
        auto& block = blocks_[service];
        if (block.numbers.empty()) {
            const auto leased = std::get<block_leased>(
                site_.must(lease_block{.kiosk = "hall", .service = service, .day = {}, .count = 3}).front());
            block.id = leased.block;
            for (int number = leased.last; number >= leased.first; --number) {
                block.numbers.push_back(number);
            }
        }
        const auto contact = site_.now - minutes{10};
        const auto claimed = site_.now - minutes{pick(-5, 20)};
        issue_offline_ticket wanted{.kiosk = "hall",
                                    .block = block.id,
                                    .number = block.numbers.back(),
                                    .issued_at = claimed,
                                    .last_contact = contact};
        block.numbers.pop_back();
        if (pick(0, 3) == 0) {
            return;
        }
        wanted.track = site_.next_track();
        site_.must(wanted);
        REQUIRE(site_.refused(wanted) == refusal_code::number_taken);
        expect(ticket_id{site_.state.last_ticket()}, service,
               std::min(std::max(claimed, contact), site_.now));
    }

    /// The open counters that serve `service`, or else those that are set up for it.
    std::map<counter_code, std::vector<service_code>> sharing_counters(const service_code& service) const
    {
        std::map<counter_code, std::vector<service_code>> found;
        const auto add = [&](const auto& at, bool counts) {
            if (counts && std::ranges::count(at.services, service) > 0) {
                found[at.code] = at.services;
            }
        };
        for (const auto& at : site_.state.counters()) {
            add(at, at.state == counter_state::open);
        }
        const bool none_open = found.empty();
        for (const auto& at : site_.state.settings().counters) {
            add(at, none_open);
        }
        return found;
    }

    /// The ticket has just come, and `due` is its place.
    void expect(ticket_id id, const service_code& service, instant due)
    {
        const auto counters = sharing_counters(service);
        std::set<service_code> services{service};
        for (const auto& [code, served] : counters) {
            services.insert(served.begin(), served.end());
        }
        int ahead = 0;
        for (const auto& one : model_.tickets) {
            const bool is_shared =
                one.reserved ? counters.contains(*one.reserved) : services.contains(one.service);
            if (one.state == ticket_state::waiting && is_shared && one.due <= due) {
                ++ahead;
            }
        }
        CHECK(site_.the(id).ahead == ahead);
        model_.tickets.push_back({.id = id, .service = service, .due = due, .at = {}, .reserved = {}});
    }

    void call()
    {
        const auto code = any_counter();
        const auto* at = site_.state.find_counter(code);
        const bool can = at->state == counter_state::open && !at->current;
        const auto expected = model_.next(code, at->services);
        const auto decided = site_.ask(call_next{code}, code);
        REQUIRE(decided.has_value() == can);
        if (!can) {
            return;
        }
        REQUIRE(decided->empty() == !expected);
        if (!expected) {
            return;
        }
        REQUIRE(std::get<ticket_called>(decided->front()).ticket == *expected);
        auto& called = of(*expected);
        called.state = ticket_state::called;
        called.at = code;
        called.reserved.reset();
    }

    void transfer()
    {
        auto* one = any_ticket();
        if (one == nullptr) {
            return;
        }
        transfer_ticket wanted{
            .ticket = one->id, .service = {}, .counter = {}, .keep_place = pick(0, 1) == 1};
        if (pick(0, 1) == 1) {
            wanted.service = site_.state.settings().services[static_cast<std::size_t>(pick(0, 3))].code;
        } else {
            wanted.counter = any_counter();
        }
        const auto decided = site_.ask(wanted);
        REQUIRE(decided.has_value() == !is_finished(one->state));
        if (!decided) {
            return;
        }
        one->state = ticket_state::waiting;
        one->service = wanted.service.value_or(one->service);
        one->reserved = wanted.counter;
        one->at.reset();
        if (!wanted.keep_place) {
            one->due = site_.now;
        }
    }

    void move()
    {
        auto* one = any_ticket();
        if (one == nullptr) {
            return;
        }
        using enum ticket_state;
        switch (pick(0, 7)) {
        case 0:
            follow(*one, start_ticket{one->id}, {called}, serving);
            return;
        case 1:
            follow(*one, finish_ticket{one->id, visit_outcome::served}, {called, serving}, served);
            return;
        case 2:
            follow(*one, mark_no_show{one->id}, {called}, no_show);
            return;
        case 3:
            follow(*one, hold_ticket{one->id, {}}, {called, serving}, held);
            return;
        case 4:
            follow(*one, cancel_ticket{one->id}, {waiting, called, held}, cancelled);
            return;
        case 5:
            resume(*one);
            return;
        case 6:
            release(*one);
            return;
        default:
            recall(*one);
            return;
        }
    }

    void follow(model_ticket& one, const command& wanted, std::vector<ticket_state> from, ticket_state to)
    {
        const bool allowed = std::ranges::count(from, one.state) > 0;
        REQUIRE(site_.ask(wanted).has_value() == allowed);
        if (!allowed) {
            return;
        }
        one.state = to;
        one.reserved.reset();
        if (to == ticket_state::no_show) {
            one.missed_since = site_.now;
        }
    }

    void resume(model_ticket& one)
    {
        const auto* at = one.at ? site_.state.find_counter(*one.at) : nullptr;
        const bool allowed =
            one.state == ticket_state::held && at->state != counter_state::closed && !at->current;
        REQUIRE(site_.ask(resume_ticket{one.id}).has_value() == allowed);
        if (allowed) {
            one.state = ticket_state::serving;
        }
    }

    void release(model_ticket& one)
    {
        const auto* at = one.at ? site_.state.find_counter(*one.at) : nullptr;
        const bool allowed =
            one.state == ticket_state::held ? at->state != counter_state::open : one.reserved.has_value();
        REQUIRE(site_.ask(release_ticket{one.id}).has_value() == allowed);
        if (allowed) {
            one.state = ticket_state::waiting;
            one.at.reset();
            one.reserved.reset();
        }
    }

    void recall(model_ticket& one)
    {
        const bool allowed = one.state == ticket_state::called || one.state == ticket_state::no_show;
        REQUIRE(site_.ask(recall_ticket{one.id}).has_value() == allowed);
        if (one.state != ticket_state::no_show) {
            return;
        }
        one.state = ticket_state::waiting;
        one.at.reset();
        if (site_.now > one.missed_since + site_.state.settings().recall_grace_minutes) {
            one.due = site_.now;
        }
    }

    model_ticket& of(ticket_id id) { return *std::ranges::find(model_.tickets, id, &model_ticket::id); }

    void check() const
    {
        std::map<counter_code, int> standing;
        for (const auto& one : model_.tickets) {
            const auto& real = site_.the(one.id);
            REQUIRE(real.state == one.state);
            REQUIRE(real.due == one.due);
            REQUIRE(real.reserved_for == one.reserved);
            if (occupies_counter(one.state)) {
                ++standing[*one.at];
                REQUIRE(site_.state.find_counter(*one.at)->current == one.id);
            }
        }
        for (const auto& [code, count] : standing) {
            REQUIRE(count == 1);
        }
        for (const auto& service : site_.state.settings().services) {
            REQUIRE(site_.state.waiting().waiting(service.code) == model_.waiting(service.code));
        }
        if (site_.state.seq() % 20 == 0) {
            check_forecasts();
        }
    }

    void check_forecasts() const
    {
        const auto forecasts = forecast_all(site_.state, {site_.now, zone_of_vietnam()});
        for (const auto& [code, one] : forecasts.services) {
            REQUIRE(one.expected.has_value() == (one.state == forecast_state::open));
            REQUIRE(one.from <= one.expected);
            REQUIRE(one.expected <= one.to);
        }
    }

    struct leased_numbers
    {
        block_id id{};
        std::vector<int> numbers;
    };

    std::mt19937 random_;
    test_site site_;
    std::map<service_code, leased_numbers> blocks_;
    model model_{demo_like_settings()};
};

} // namespace motcua::domain
