#pragma once
// A small site on a clock set by hand and a journal in memory, for the tests of the runtime.

#include "server/journal/memory_journal.hpp"
#include "server/runtime/site.hpp"

#include <catch2/catch.hpp>
#include <memory>

namespace motcua::runtime {

class hand_clock : public clock_source
{
public:
    clock_reading read() override { return {start + passed + off, passed, synchronised}; }

    instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{1}};
    microseconds passed{0};
    microseconds off{0};
    bool synchronised = false;
};

inline domain::site_settings small_site()
{
    domain::site_settings settings;
    settings.services = {{.code = "A", .name = "A", .name_en = "A", .minutes = std::chrono::minutes{10}}};
    settings.name = "A";
    settings.counters = {{.code = "1", .services = {"A"}}};
    return settings;
}

/// What somebody who asks gets, when it comes.
using answer_slot = std::shared_ptr<std::optional<outcome>>;

struct site_bench
{
    hand_clock clock;
    journal::memory_journal store;
    int rounds_asked = 0;
    std::string fatal;
    std::vector<std::string> log;
    runtime::site site{store,
                       clock,
                       [this] { ++rounds_asked; },
                       [this](const std::string& why) { fatal = why; },
                       events_between_snapshots,
                       [this](log_level, std::string_view line) { log.emplace_back(line); }};

    site_bench()
    {
        REQUIRE(site.start().has_value());
        change(domain::configure_site{small_site()});
    }

    /// Asks and leaves the round open.
    answer_slot ask(const domain::command& wanted, std::optional<domain::request_key> key = {})
    {
        auto slot = std::make_shared<std::optional<outcome>>();
        site.change(
            wanted, {.actor = "test", .counter = {}, .staff = {}, .key = key},
            [](const domain::site_state& state, std::span<const domain::event>) {
                return reply{answer_kind::created, "seq " + std::to_string(state.seq()), false};
            },
            [slot](outcome given) { *slot = std::move(given); });
        return slot;
    }

    outcome change(const domain::command& wanted, std::optional<domain::request_key> key = {})
    {
        const auto slot = ask(wanted, key);
        site.commit();
        REQUIRE(slot->has_value());
        return **slot;
    }

    reply answered(const domain::command& wanted, std::optional<domain::request_key> key = {})
    {
        const auto given = change(wanted, key);
        REQUIRE(std::holds_alternative<reply>(given));
        return std::get<reply>(given);
    }

    /// Makes the store fail with `what` from now on.
    void fail(journal::fault what = journal::fault::full)
    {
        store.fail_with(journal::journal_error{what, "the disk is full"});
    }
};

inline bool is_unavailable(const answer_slot& slot)
{
    return slot->has_value() && std::holds_alternative<unavailable>(**slot);
}

inline const reply& reply_in(const answer_slot& slot)
{
    REQUIRE(slot->has_value());
    REQUIRE(std::holds_alternative<reply>(**slot));
    return std::get<reply>(**slot);
}

inline const domain::command ticket = domain::issue_ticket{.service = "A"};
inline const domain::request_key key{{1}, {1}};

} // namespace motcua::runtime
