// What each event teaches: learn() of server/domain/forecast/learned.hpp.

#include "server/domain/forecast/learned.hpp"
#include "server/domain/forecast/limits.hpp"
#include "server/domain/site_state.hpp"

#include <algorithm>
#include <set>

namespace motcua::domain {

namespace {

using std::chrono::duration_cast;

/// How many observations a mean remembers.
constexpr int stay_memory = 60;
constexpr int usual_memory = 150;
constexpr int pause_memory = 50;
constexpr int head_start_memory = 300;

/// What one event teaches.
class lesson
{
public:
    lesson(learned& known, const event& next, const site_state& before)
        : known_(known), before_(before), now_(next.at)
    {}

    /// Most events teach nothing.
    void take(const auto&) {}

    void take(const site_configured& body)
    {
        const auto& starts = body.settings.head_start;
        std::set<minutes> used{starts.elderly_minutes, starts.disabled_minutes, starts.pregnant_minutes,
                               starts.infant_minutes, starts.merit_minutes};
        used.erase(minutes{0});
        std::erase_if(known_.head_starts,
                      [&](const learned_head_start& each) { return used.erase(each.head_start) == 0; });
        for (const auto added : used) {
            known_.head_starts.push_back({.head_start = added});
        }
        std::erase_if(known_.hours, [&](const learned_hours& each) {
            return find_counter(body.settings, each.counter) == nullptr;
        });
        std::erase_if(known_.stays, [&](const learned_stay& each) {
            return find_service(body.settings, each.service) == nullptr;
        });
    }

    void take(const ticket_issued& body)
    {
        if (body.channel == ticket_channel::appointment) {
            return;
        }
        for (auto& each : known_.head_starts) {
            const bool has_it = body.issued_at - body.due == each.head_start;
            each.share.note(has_it ? whole_share : 0, head_start_memory);
        }
    }

    void take(const ticket_called& body)
    {
        const auto& called = before_.at(body.ticket);
        const auto* at = before_.find_counter(body.counter);
        if (called.unreliable || at == nullptr || called.since > at->idle_since) {
            return;
        }
        const auto idle = std::min(duration_cast<milliseconds>(now_ - at->idle_since), gap_max);
        known_.gap.note(idle.count(), usual_memory);
    }

    void take(const ticket_no_show& body) { note_stay(before_.at(body.ticket)); }
    void take(const ticket_transferred& body) { note_stay(before_.at(body.ticket)); }

    void take(const ticket_finished& body)
    {
        const auto& finished = before_.at(body.ticket);
        note_stay(finished);
        if (!finished.unreliable) {
            known_.again.note(finished.transfers > 0 ? whole_share : 0, usual_memory);
        }
    }

    void take(const counter_opened& body)
    {
        const auto& at = *before_.find_counter(body.counter);
        if (at.state == counter_state::paused && !is_lost(at)) {
            known_.pause.note(since(at).count(), pause_memory);
        }
        if (at.state != counter_state::open) {
            end_stretch(at);
        }
        if (at.state == counter_state::closed) {
            auto& today = half_of_today(body.counter);
            today = presence{.from = today ? today->from : local_now(), .to = {}};
        }
    }

    void take(const counter_paused& body)
    {
        const auto& at = *before_.find_counter(body.counter);
        if (at.state != counter_state::paused) {
            end_stretch(at);
        }
    }

    void take(const counter_closed& body)
    {
        const auto& at = *before_.find_counter(body.counter);
        if (at.state == counter_state::closed) {
            return;
        }
        end_stretch(at);
        auto& today = half_of_today(body.counter);
        today = presence{.from = today ? today->from : std::nullopt, .to = local_now()};
    }

    /// A counter that nobody closed was there until the end.
    void take(const day_closed&)
    {
        for (const auto& at : before_.counters()) {
            if (at.state != counter_state::closed) {
                auto& hours = hours_of(at.code);
                const bool came_late =
                    !hours.morning_today && hours.afternoon_today && hours.afternoon_today->from;
                if (!hours.morning_today && !came_late) {
                    hours.morning_today = presence{};
                }
                if (!hours.afternoon_today) {
                    hours.afternoon_today = presence{};
                }
            }
        }
        for (auto& each : known_.hours) {
            each.morning = each.morning_today ? each.morning_today : each.morning;
            each.afternoon = each.afternoon_today ? each.afternoon_today : each.afternoon;
            each.morning_today.reset();
            each.afternoon_today.reset();
        }
    }

private:
    static bool is_lost(const counter& at)
    {
        return at.pause_reason == console_gone || at.pause_reason == officer_gone;
    }

    milliseconds since(const counter& at) const
    {
        return std::max(duration_cast<milliseconds>(now_ - at.since), milliseconds{0});
    }

    minutes local_now() const
    {
        const local_time local{now_.time_since_epoch() + before_.utc_offset()};
        return std::chrono::floor<minutes>(local - std::chrono::floor<std::chrono::days>(local));
    }

    /// A ticket leaves its counter.
    void note_stay(const ticket& leaving)
    {
        if (leaving.unreliable || leaving.state == ticket_state::waiting) {
            return;
        }
        const auto* service = find_service(before_.settings(), leaving.service);
        if (service == nullptr) {
            return;
        }
        auto stay = duration_cast<milliseconds>(leaving.at_counter);
        if (occupies_counter(leaving.state)) {
            stay += duration_cast<milliseconds>(now_ - leaving.since);
        }
        stay = std::min(stay, stay_max * known_.usual_stay(*service));
        auto found = std::ranges::find(known_.stays, service->code, &learned_stay::service);
        if (found == known_.stays.end()) {
            found = known_.stays.insert(found, {.service = service->code});
        }
        found->mean.note(stay.count(), stay_memory);
        const auto guess = stay_by_settings(*service);
        known_.factor.note(stay.count() * whole_share / guess.count(), usual_memory);
    }

    /// The counter's state ends.
    void end_stretch(const counter& at)
    {
        if (at.state == counter_state::open) {
            known_.open_time += since(at);
        } else if (at.state == counter_state::paused && !is_lost(at)) {
            known_.paused_time += since(at);
        }
    }

    learned_hours& hours_of(const counter_code& code)
    {
        const auto found = std::ranges::find(known_.hours, code, &learned_hours::counter);
        return found != known_.hours.end() ? *found
                                           : known_.hours.emplace_back(learned_hours{.counter = code});
    }

    std::optional<presence>& half_of_today(const counter_code& code)
    {
        auto& hours = hours_of(code);
        return local_now() < noon ? hours.morning_today : hours.afternoon_today;
    }

    learned& known_;
    const site_state& before_;
    instant now_;
};

} // namespace

void learn(learned& known, const event& next, const site_state& before)
{
    lesson today(known, next, before);
    std::visit([&](const auto& body) { today.take(body); }, next.body);
}

} // namespace motcua::domain
