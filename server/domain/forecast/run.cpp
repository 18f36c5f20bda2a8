#include "server/domain/forecast/run.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// What of the line is the same in every run.
struct place_in_run
{
    run_time arrives;
    run_time turn;
    std::uint64_t key;
    /// Other bits than `key`: who comes must not take less time than who stays away.
    std::uint64_t chance_key;
    int chance;
    bool takes_time;
};

class runner
{
public:
    runner(const std::vector<future_counter>& counters, const std::vector<waiter>& line, std::size_t services,
           instant now)
        : counters_(counters), lists_(services + counters.size()), called_(line.size())
    {
        places_.reserve(line.size());
        for (std::size_t place = 0; place < line.size(); ++place) {
            const auto& one = line[place];
            const auto arrives = std::chrono::duration_cast<milliseconds>(one.arrives - now);
            const bool comes = one.is == waiter::kind::to_come;
            places_.push_back({.arrives = comes ? arrives.count() : 0,
                               .turn = one.turn.count(),
                               .key = one.key,
                               .chance_key = one.key >> 16U,
                               .chance = one.chance,
                               .takes_time = one.is != waiter::kind::newcomer});
            lists_[one.reserved_for ? services + *one.reserved_for : one.service].push_back(place);
        }
    }

    /// Calls `record` with each place in the line and its time, until that says no.
    template <class Record>
    void go(int run, Record&& record)
    {
        heads_.assign(lists_.size(), 0);
        for (std::size_t place = 0; place < places_.size(); ++place) {
            const auto& one = places_[place];
            called_[place] = one.chance < certain && !happens(one.chance, draw_place(one.chance_key, run));
        }
        free_.clear();
        for (const auto& at : counters_) {
            free_.push_back(at.next_time(at.free[static_cast<std::size_t>(run)]));
        }
        while (true) {
            const auto first = std::ranges::min_element(free_);
            if (first == free_.end() || *first == never) {
                return;
            }
            const auto& at = counters_[static_cast<std::size_t>(first - free_.begin())];
            const auto time = *first;
            const auto [next, arrival] = look(at, time);
            if (next == nobody) {
                *first = arrival == never ? never : at.next_time(arrival);
                continue;
            }
            called_[next] = true;
            if (places_[next].takes_time) {
                const milliseconds turn{places_[next].turn};
                *first = at.next_time(time + drawn(turn, draw_place(places_[next].key, run)).count());
            }
            if (!record(next, time)) {
                return;
            }
        }
    }

private:
    static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

    /// The earliest due for `at` who is there at `time`, and otherwise when the next one arrives.
    std::pair<std::size_t, run_time> look(const future_counter& at, run_time time)
    {
        std::size_t next = nobody;
        run_time arrival = never;
        for (const auto list : at.lists) {
            const auto& places = lists_[list];
            auto& head = heads_[list];
            while (head < places.size() && called_[places[head]]) {
                ++head;
            }
            for (auto one = head; one < places.size() && places[one] < next; ++one) {
                if (called_[places[one]]) {
                    continue;
                }
                if (places_[places[one]].arrives <= time) {
                    next = places[one];
                } else {
                    arrival = std::min(arrival, places_[places[one]].arrives);
                }
            }
        }
        return {next, arrival};
    }

    const std::vector<future_counter>& counters_;
    std::vector<place_in_run> places_;
    std::vector<std::vector<std::size_t>> lists_;
    std::vector<char> called_;
    std::vector<std::size_t> heads_;
    std::vector<run_time> free_;
};

} // namespace

std::vector<run_times> run_forward(const std::vector<future_counter>& counters,
                                   const std::vector<waiter>& line, std::size_t services, instant now,
                                   std::optional<std::size_t> wanted)
{
    run_times not_called;
    not_called.fill(never);
    std::vector<run_times> times(line.size(), not_called);
    runner runs(counters, line, services, now);
    for (int run = 0; run < forecast_runs; ++run) {
        runs.go(run, [&](std::size_t place, run_time time) {
            times[place][static_cast<std::size_t>(run)] = time;
            return place != wanted;
        });
    }
    return times;
}

} // namespace motcua::domain
