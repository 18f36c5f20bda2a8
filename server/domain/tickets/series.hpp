#pragma once
// What is counted and measured per service: the last number given today, and how long a visit takes.

#include "server/domain/calendar/events.hpp"
#include "server/domain/settings/events.hpp"
#include "server/domain/tickets/events.hpp"
#include "server/domain/tickets/ticket.hpp"

#include <boost/describe/class.hpp>
#include <vector>

namespace motcua::domain {

/// The service time is the median of this many visits; the oldest gives way to each new one.
constexpr std::size_t service_times_kept = 15;

struct series
{
    service_code service;
    /// The last number that the main count gave today; 0 before the first.
    int last_number{};
    std::vector<seconds> service_times;
    /// Their median; follows from them, so it is in no image.
    seconds service_time{};

    void note(std::vector<seconds> times);
};
BOOST_DESCRIBE_STRUCT(series, (), (service, last_number, service_times))

class series_list
{
public:
    series_list() = default;
    explicit series_list(std::vector<series> saved);

    /// One for each service that the site has or once had.
    const std::vector<series>& all() const { return all_; }

    /// 0 before the first number of the day, and for an unknown service.
    int last_number(const service_code& service) const;
    /// 0 for an unknown service.
    seconds service_time(const service_code& service) const;

    /// Begins a series for each new service, with the time from the settings as its first guess.
    void on(const site_configured& body);
    void on(const day_closed& body);
    void on(const ticket_issued& body);
    /// `finished` is the ticket as it was in service, `now` the end of its visit.
    void on(const ticket_finished& body, const ticket& finished, instant now);

private:
    const series* find(const service_code& service) const;
    series& at(const service_code& service);

    std::vector<series> all_;
};

} // namespace motcua::domain
