#pragma once
// Everybody whom the counters will call, in calling order: those who wait, those who are asked about, and
// those who will probably come.

#include "server/domain/forecast/forecast.hpp"
#include "server/domain/forecast/shape.hpp"
#include "server/domain/site_state.hpp"

#include <vector>

namespace motcua::domain {

/// Happens in all 256 of 256 cases.
constexpr int certain = static_cast<int>(shape_size);

struct waiter
{
    /// At the same due time, who is here goes first.
    enum class kind
    {
        here,
        newcomer, ///< asked about, and takes no time
        to_come
    };

    instant due;
    kind is{};
    ticket_id ticket{};
    /// Its place among the services of the settings.
    std::size_t service{};
    /// That of the one counter that may call it, among the counters of the settings.
    std::optional<std::size_t> reserved_for;
    instant arrives;
    /// In 256.
    int chance = certain;
    std::uint64_t key{};
    /// What its call takes of a counter.
    milliseconds turn{};

    auto order() const { return std::tuple(due, is, ticket); }
};

/// The place of a service or counter in the settings; none where they do not have it.
std::optional<std::size_t> place_of_service(const site_settings& settings, const service_code& code);
std::optional<std::size_t> place_of_counter(const site_settings& settings, const counter_code& code);

/// The first of those who wait, in calling order, at most forecast_tickets_max.
std::vector<waiter> those_here(const site_state& state, const std::vector<milliseconds>& turns);

/// Bookings that are not checked in, and the priority tickets that usually come: they are called before
/// people who are here already.
std::vector<waiter> those_to_come(const site_state& state, const forecast_moment& moment,
                                  const std::vector<milliseconds>& turns);

/// The work of all who wait and are called before a ticket at `before`.
milliseconds work_before(const site_state& state, const place& before,
                         const std::vector<milliseconds>& turns);

} // namespace motcua::domain
