#include "server/domain/tickets/series.hpp"

#include "base/require.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

const series* series_list::find(const service_code& service) const
{
    const auto found = std::ranges::find(all_, service, &series::service);
    return found == all_.end() ? nullptr : &*found;
}

series& series_list::at(const service_code& service)
{
    const auto found = std::ranges::find(all_, service, &series::service);
    require(found != all_.end(), "a ticket is of a service that the site has or once had");
    return *found;
}

int series_list::last_number(const service_code& service) const
{
    const auto* found = find(service);
    return found == nullptr ? 0 : found->last_number;
}

void series_list::on(const site_configured& body)
{
    for (const auto& service : body.settings.services) {
        if (find(service.code) == nullptr) {
            all_.push_back({.service = service.code, .last_number = 0});
        }
    }
}

void series_list::on(const day_closed&)
{
    for (auto& each : all_) {
        each.last_number = 0;
    }
}

void series_list::on(const ticket_issued& body)
{
    if (!body.block) {
        at(body.service).last_number = body.number;
    }
}

} // namespace motcua::domain
