#include "server/reports/waits.hpp"

#include "server/reports/limits.hpp"

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

class tally
{
public:
    /// Visits come in the order of the log.
    void add(const visit& ended)
    {
        ++counts_.visits;
        if (ended.target) {
            newest_targets_[ended.service] = *ended.target;
        }
        switch (ended.state) {
        case domain::ticket_state::served:
            ++counts_.served;
            waits_.add(ended.wait);
            service_times_.add(ended.service_time);
            if (ended.target && ended.wait) {
                ++judged_;
                within_ += *ended.wait <= *ended.target ? 1 : 0;
            }
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
    case grouping::service:
        return ended.service;
    case grouping::counter:
        return ended.counter;
    case grouping::staff:
        return ended.staff;
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
    case grouping::total:
        break;
    }
    return "total";
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
    std::map<std::optional<std::string>, tally, decltype(&key_before)> tallies(&key_before);
    std::size_t seen = 0;
    const auto count = [&](const visit& ended) -> result<void> {
        if (++seen > report_visits_max) {
            return report_error{fault::too_much,
                                "more than " + std::to_string(report_visits_max) + " visits in one report"};
        }
        tallies[key_of(ended, wanted.by)].add(ended);
        return {};
    };
    if (auto read = log.each({.from = wanted.from, .to = wanted.to}, count); !read) {
        return read.error();
    }
    std::vector<waits_row> rows;
    rows.reserve(tallies.size());
    for (auto& [key, one] : tallies) {
        rows.push_back(one.row(key));
    }
    return rows;
}

} // namespace motcua::reports
