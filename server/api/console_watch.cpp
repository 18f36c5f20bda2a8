#include "server/api/console_watch.hpp"

#include "server/api/limits.hpp"

namespace motcua::api {

void console_watch::seen(const std::string& counter, steady_time now) { seen_[counter] = now; }

void console_watch::tick(steady_time now)
{
    if (!site_.available()) {
        return;
    }
    if (!has_begun_) {
        for (const auto& counter : site_.state().counters()) {
            if (counter.console == domain::console_state::here) {
                seen_.try_emplace(counter.code, now);
            }
        }
        has_begun_ = true;
    }
    for (const auto& [code, last] : seen_) {
        const auto* counter = site_.state().find_counter(code);
        if (counter == nullptr) {
            continue;
        }
        const bool is_here = now - last < limits::console_absence;
        const bool is_noted = counter->console == domain::console_state::here;
        if (is_here != is_noted) {
            note(code, is_here);
        }
    }
}

void console_watch::note(const std::string& counter, bool is_here)
{
    site_.change(
        domain::note_console{.counter = counter, .is_here = is_here},
        {.actor = "site", .counter = {}, .staff = {}, .key = {}},
        [](const auto&, const auto&) {
            return runtime::reply{runtime::answer_kind::nothing, {}};
        },
        // A refusal can only be a counter that has just gone from the settings; the next second sees it.
        [](const auto&) {});
}

} // namespace motcua::api
