#pragma once
// A made-up hall: what it offers, who serves it when, and how much comes.

#include "server/domain/settings/settings.hpp"
#include "server/rehearsal/counter_hours.hpp"

#include <boost/describe/enum.hpp>
#include <vector>

namespace motcua::rehearsal {

/// How much of the counters' time the visits fill: 0.45 to 0.6, 0.7 to 0.85, 0.9 to 1.05.
enum class load_band
{
    quiet,
    rush,
    overload
};
BOOST_DESCRIBE_ENUM(load_band, quiet, rush, overload)

struct service_plan
{
    domain::service_code code;
    /// How long a visit is served on average, by an officer of pace 1.
    duration mean{};
    /// Deviation of a visit over its mean.
    double spread{};
    /// What the office believes, and wrote into its settings.
    domain::minutes setting{};
    /// On a usual day, appointments included.
    double visits{};

    friend bool operator==(const service_plan&, const service_plan&) = default;
};

struct counter_plan
{
    domain::counter_code code;
    /// Places in site_plan::services.
    std::vector<std::size_t> services;
    counter_kind kind{};
    /// Of its officer: at 1.2 a visit takes a fifth longer.
    double pace = 1;
    /// Between a visit and the next call.
    duration mean_gap{};

    friend bool operator==(const counter_plan&, const counter_plan&) = default;
};

struct site_plan
{
    std::uint64_t seed{};
    load_band load{};
    /// 13:00 or 13:30; noon begins at 11:30.
    domain::minutes noon_ends{};
    std::vector<service_plan> services;
    std::vector<counter_plan> counters;
    /// Of all who come.
    double priority_share{};
    double transfer_share{};
    double appointment_share{};

    friend bool operator==(const site_plan&, const site_plan&) = default;
};

/// The hall that `seed` stands for: 4 to 12 counters, 4 to 10 services, 50 to 500 visits on a usual day.
/// Source of the figures: docs/rules_bench.md.
site_plan make_site(std::uint64_t seed, load_band load);

/// On a usual day, of all services.
double visits_of(const site_plan& site);

/// As the office entered them: it knows its settings and hours, and nothing of means, paces and rotas.
domain::site_settings settings_of(const site_plan& site, domain::minutes appointment_head_start);

} // namespace motcua::rehearsal
