#pragma once
// A small site to try the rules in: services A to D, four counters, a line per command.

#include "server/domain/decide.hpp"

#include <catch2/catch.hpp>

namespace motcua::domain {

/// 2026-11-23 08:00 at UTC+7, a Monday.
inline constexpr instant monday_morning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} +
                                        std::chrono::hours{1}};

inline site_settings demo_like_settings()
{
    site_settings settings;
    settings.name = "Một cửa";
    for (const auto* code : {"A", "B", "C", "D"}) {
        settings.services.push_back({.code = code, .name = code, .name_en = code, .minutes = minutes{10}});
    }
    settings.counters = {{.code = "1", .services = {"A", "D"}},
                         {.code = "2", .services = {"A", "D"}},
                         {.code = "3", .services = {"B", "D"}},
                         {.code = "4", .services = {"C", "B", "A"}}};
    return settings;
}

inline void set_range(service_settings& service, int first, int last)
{
    service.first_number = first;
    service.last_number = last;
}

/// A site that runs without clock or store: `now` moves when the test says so.
class test_site
{
public:
    explicit test_site(const site_settings& settings = demo_like_settings())
    {
        must(configure_site{settings});
        must(turn_day{});
    }

    decision ask(const command& wanted, std::optional<counter_code> counter = {},
                 std::optional<std::string> staff = {})
    {
        const context ctx{
            .now = now, .actor = "test", .counter = std::move(counter), .staff = std::move(staff)};
        auto decided = decide(state, wanted, ctx);
        if (decided) {
            for (const auto& body : *decided) {
                journal.push_back({state.seq() + 1, now, "test", std::nullopt, body});
                state.apply(journal.back());
            }
        }
        return decided;
    }

    std::vector<event_body> must(const command& wanted, std::optional<counter_code> counter = {},
                                 std::optional<std::string> staff = {})
    {
        auto decided = ask(wanted, std::move(counter), std::move(staff));
        REQUIRE(decided.has_value());
        return *decided;
    }

    refusal_code refused(const command& wanted, std::optional<counter_code> counter = {})
    {
        auto decided = ask(wanted, std::move(counter));
        REQUIRE(decided.has_error());
        return decided.error().code;
    }

    /// One that no ticket has.
    track_id next_track() const
    {
        const auto next = state.last_ticket() + 1;
        return {static_cast<std::uint8_t>(next), static_cast<std::uint8_t>(next >> 8)};
    }

    ticket_id take(const service_code& service, priority_class priority = priority_class::none)
    {
        issue_ticket wanted{.service = service, .priority = priority};
        wanted.track = next_track();
        must(wanted);
        return ticket_id{state.last_ticket()};
    }

    /// Nothing when nobody waits.
    std::optional<ticket_id> call(const counter_code& counter)
    {
        const auto events = must(call_next{counter}, counter);
        if (events.empty()) {
            return std::nullopt;
        }
        return std::get<ticket_called>(events.front()).ticket;
    }

    void serve(ticket_id ticket, seconds duration = seconds{300})
    {
        must(start_ticket{ticket});
        now += duration;
        must(finish_ticket{ticket, visit_outcome::served});
    }

    const ticket& the(ticket_id id) const { return *state.find(id); }
    std::string number(ticket_id id) const { return format_number(the(id).series, the(id).number); }

    instant now = monday_morning;
    site_state state;
    std::vector<event> journal;
};

} // namespace motcua::domain
