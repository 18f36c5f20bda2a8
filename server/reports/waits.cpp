#include "server/reports/waits.hpp"

#include "server/reports/limits.hpp"
#include "server/reports/stays.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace motcua::reports {

namespace {

using domain::seconds;

/// Exact seconds of one key; sorted once all are there.
class durations
{
public:
    void add(std::optional<seconds> value)
    {
        if (value) {
            constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
            values_.push_back(static_cast<std::uint32_t>(std::clamp<std::int64_t>(value->count(), 0, most)));
        }
    }

    void sort() { std::ranges::sort(values_); }

    std::optional<seconds> mean() const
    {
        if (values_.empty()) {
            return std::nullopt;
        }
        const auto sum = std::accumulate(values_.begin(), values_.end(), std::uint64_t{0});
        return seconds{(2 * sum + values_.size()) / (2 * values_.size())};
    }

    /// The nearest-rank percentile: of n values in order, the one at place ceil(percent * n / 100).
    std::optional<seconds> percentile(std::size_t percent) const
    {
        if (values_.empty()) {
            return std::nullopt;
        }
        const auto rank = (percent * values_.size() + 99) / 100;
        return seconds{values_[rank - 1]};
    }

private:
    std::vector<std::uint32_t> values_;
};

/// What a visit leaves under one key.
struct part
{
    std::optional<seconds> wait;
    std::optional<seconds> service_time;
    /// Of the service that it came to last; none under a key that it left.
    std::optional<seconds> target;
};

class tally
{
public:
    /// Visits come in the order of the log, each once with its part under this key.
    void add(const visit& ended, const part& mine)
    {
        ++counts_.visits;
        counts_.unreliable += ended.unreliable ? 1 : 0;
        if (mine.target) {
            newest_targets_[ended.service] = *mine.target;
        }
        switch (ended.state) {
        case domain::ticket_state::served:
            ++counts_.served;
            measure(ended, mine);
            break;
        case domain::ticket_state::no_show:
            ++counts_.no_show;
            break;
        default:
            ++counts_.cancelled;
        }
    }

    waits_row row(std::optional<std::string> key)
    {
        waits_.sort();
        service_times_.sort();
        auto made = counts_;
        made.key = std::move(key);
        made.wait_mean = waits_.mean();
        made.wait_p50 = waits_.percentile(50);
        made.wait_p90 = waits_.percentile(90);
        made.wait_p95 = waits_.percentile(95);
        made.wait_max = waits_.percentile(100);
        made.service_mean = service_times_.mean();
        made.service_p90 = service_times_.percentile(90);
        if (judged_ > 0) {
            made.within_target = static_cast<double>(within_) / static_cast<double>(judged_);
        }
        made.target = common_target();
        return made;
    }

private:
    void measure(const visit& ended, const part& mine)
    {
        if (ended.unreliable) {
            return;
        }
        waits_.add(mine.wait);
        service_times_.add(mine.service_time);
        if (mine.target && mine.wait) {
            ++judged_;
            within_ += *mine.wait <= *mine.target ? 1 : 0;
        }
    }

    std::optional<seconds> common_target() const
    {
        std::optional<seconds> common;
        for (const auto& [service, target] : newest_targets_) {
            if (common && *common != target) {
                return std::nullopt;
            }
            common = target;
        }
        return common;
    }

    waits_row counts_;
    durations waits_;
    durations service_times_;
    std::int64_t judged_ = 0;
    std::int64_t within_ = 0;
    std::map<domain::service_code, seconds> newest_targets_;
};

std::string two_digits(unsigned number)
{
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string format_day(std::chrono::local_days day)
{
    const std::chrono::year_month_day date{day};
    auto year = std::to_string(static_cast<int>(date.year()));
    year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
    return year + "-" + two_digits(static_cast<unsigned>(date.month())) + "-" +
           two_digits(static_cast<unsigned>(date.day()));
}

std::optional<std::string> key_of(const visit& ended, grouping by)
{
    const domain::local_time local{ended.issued_at.time_since_epoch() + ended.utc_offset};
    const auto day = std::chrono::floor<std::chrono::days>(local);
    switch (by) {
    case grouping::hour:
        return two_digits(static_cast<unsigned>(std::chrono::floor<std::chrono::hours>(local - day).count()));
    case grouping::weekday:
        return std::to_string(std::chrono::weekday{day}.iso_encoding());
    case grouping::day:
        return format_day(day);
    case grouping::priority:
        return domain::name_of(ended.priority);
    case grouping::channel:
        return domain::name_of(ended.channel);
    default:
        return "total";
    }
}

bool is_by_stays(grouping by)
{
    return by == grouping::service || by == grouping::counter || by == grouping::staff;
}

std::optional<std::string> key_of(const stay& one, grouping by)
{
    if (by == grouping::service) {
        return one.service;
    }
    return by == grouping::counter ? one.counter : one.staff;
}

void add_to(std::optional<seconds>& sum, std::optional<seconds> more)
{
    if (more) {
        sum = sum.value_or(seconds{0}) + *more;
    }
}

using tallies = std::map<std::optional<std::string>, tally, decltype(&key_before)>;
using parts = std::map<std::optional<std::string>, part>;

parts parts_of(const visit& ended, std::span<const leg> legs, grouping by)
{
    if (!is_by_stays(by)) {
        return {{key_of(ended, by), {ended.wait, ended.service_time, ended.target}}};
    }
    auto stays = stays_of(legs);
    if (stays.empty()) {
        stays.push_back({ended.service, ended.counter, ended.staff, ended.wait, ended.service_time});
    }
    parts found;
    for (const auto& one : stays) {
        auto& mine = found[key_of(one, by)];
        add_to(mine.wait, one.wait);
        add_to(mine.service_time, one.service_time);
        mine.target = &one == &stays.back() ? ended.target : mine.target;
    }
    // Not called again after a transfer: the visit stands where it was last.
    const auto nobody = found.find(std::nullopt);
    if (nobody != found.end() && found.size() > 1) {
        found.erase(nobody);
    }
    return found;
}

/// The legs of the visits in `page`; none where the report does not look at them.
result<std::vector<leg>> legs_of(log_reader& log, const std::vector<visit>& page, grouping by)
{
    if (!is_by_stays(by) || page.empty()) {
        return std::vector<leg>{};
    }
    const auto [first, last] = std::ranges::minmax_element(page, {}, &visit::ticket);
    return log.read_legs(first->ticket, last->ticket);
}

} // namespace

bool key_before(const std::optional<std::string>& left, const std::optional<std::string>& right)
{
    const auto rank = [](const std::optional<std::string>& key) {
        const bool is_number =
            key && !key->empty() && key->find_first_not_of("0123456789") == std::string::npos;
        return std::tuple(!key.has_value(), !is_number, is_number ? key->size() : 0);
    };
    const auto left_rank = rank(left);
    const auto right_rank = rank(right);
    return left_rank != right_rank ? left_rank < right_rank : left < right;
}

result<std::vector<waits_row>> waits(log_reader& log, const waits_query& wanted)
{
    tallies counted(&key_before);
    std::size_t seen = 0;
    std::optional<visit_position> after;
    while (true) {
        const auto page = log.read({.from = wanted.from, .to = wanted.to}, after, rows_at_once);
        if (!page) {
            return page.error();
        }
        const auto legs = legs_of(log, *page, wanted.by);
        if (!legs) {
            return legs.error();
        }
        seen += page->size();
        if (seen > report_visits_max) {
            return report_error{fault::too_much,
                                "more than " + std::to_string(report_visits_max) + " visits in one report"};
        }
        for (const auto& ended : *page) {
            const auto first = std::ranges::lower_bound(*legs, ended.ticket, {}, &leg::ticket);
            const auto last = std::ranges::upper_bound(first, legs->end(), ended.ticket, {}, &leg::ticket);
            for (const auto& [key, part] : parts_of(ended, {first, last}, wanted.by)) {
                counted[key].add(ended, part);
            }
        }
        if (page->size() < rows_at_once) {
            break;
        }
        after = position_of(page->back());
    }
    std::vector<waits_row> rows;
    rows.reserve(counted.size());
    for (auto& [key, one] : counted) {
        rows.push_back(one.row(key));
    }
    return rows;
}

} // namespace motcua::reports
