#include "server/domain/tickets/series.hpp"

#include "base/require.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

void series::note(std::vector<seconds> times)
{
    service_times = times;
    if (times.empty()) {
        return;
    }
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle);
    service_time = *middle;
}

series_list::series_list(std::vector<series> saved) : all_(std::move(saved))
{
    for (auto& each : all_) {
        each.note(std::move(each.service_times));
    }
}

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

seconds series_list::service_time(const service_code& service) const
{
    const auto* found = find(service);
    return found == nullptr ? seconds{0} : found->service_time;
}

void series_list::on(const site_configured& body)
{
    for (const auto& service : body.settings.services) {
        if (find(service.code) == nullptr) {
            auto& added = all_.emplace_back(
                series{.service = service.code, .last_number = 0, .service_times = {}, .service_time = {}});
            added.note(std::vector<seconds>(service_times_kept, service.minutes));
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

void series_list::on(const ticket_finished& body, const ticket& finished, instant now)
{
    if (body.outcome != visit_outcome::served || finished.unreliable) {
        return;
    }
    // Without a start, from the call.
    const auto from = finished.served_from ? finished.served_from : finished.called_at;
    require(from.has_value(), "a ticket that is finished was called");
    auto& measured = at(finished.service);
    const auto spent = shown_between(*from, now) - finished.held;
    auto times = measured.service_times;
    require(times.size() == service_times_kept, "a series has its number of service times before a visit");
    times.erase(times.begin());
    times.push_back(std::chrono::floor<seconds>(spent));
    measured.note(std::move(times));
}

} // namespace motcua::domain
