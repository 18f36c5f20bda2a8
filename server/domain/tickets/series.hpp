#pragma once
// What is counted per service: the last number given today.

#include "server/domain/calendar/events.hpp"
#include "server/domain/settings/events.hpp"
#include "server/domain/tickets/events.hpp"

#include <boost/describe/class.hpp>
#include <vector>

namespace motcua::domain {

struct series
{
    service_code service;
    /// The last number that the main count gave today; 0 before the first.
    int last_number{};
};
BOOST_DESCRIBE_STRUCT(series, (), (service, last_number))

class series_list
{
public:
    series_list() = default;
    explicit series_list(std::vector<series> saved) : all_(std::move(saved)) {}

    /// One for each service that the site has or once had.
    const std::vector<series>& all() const { return all_; }

    /// 0 before the first number of the day, and for an unknown service.
    int last_number(const service_code& service) const;

    /// Begins a series for each new service.
    void on(const site_configured& body);
    void on(const day_closed& body);
    void on(const ticket_issued& body);

private:
    const series* find(const service_code& service) const;
    series& at(const service_code& service);

    std::vector<series> all_;
};

} // namespace motcua::domain
