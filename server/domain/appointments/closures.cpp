#include "server/domain/appointments/closures.hpp"

#include "server/domain/calendar/calendar.hpp"
#include "server/domain/site_state.hpp"

#include <algorithm>
#include <map>

namespace motcua::domain {

namespace {

/// As many as a person can look at.
constexpr std::size_t codes_shown_max = 50;

std::vector<const appointment*> affected_by(const site_state& state, const closure& closed)
{
    std::vector<const appointment*> affected;
    for (const auto& [id, each] : state.appointments().all()) {
        const bool overlaps = each.start < closed.to && closed.from < each.end;
        if (overlaps && each.state == appointment_state::booked && concerns(closed, each.service)) {
            affected.push_back(&each);
        }
    }
    std::ranges::stable_sort(affected, {}, &appointment::start);
    return affected;
}

/// The bookings of one service on one day, against the settings of that day.
class booked_day
{
public:
    booked_day(const site_settings& settings, const service_code& code, const time_zone& zone, local_day day)
        : zone_(zone), day_(day), service_(find_service(settings, code))
    {
        if (service_ != nullptr) {
            const auto rules = rules_on(settings, *service_, std::chrono::weekday{day});
            hours_ = bookable_hours(settings, *service_, rules, day);
            places_ = bookable_places(rules);
            buffer_ = rules.buffer_minutes;
        }
    }

    bool has_service() const { return service_ != nullptr; }

    bool fits(const appointment& one, const std::vector<const appointment*>& others) const
    {
        const auto from = to_local(zone_, one.start);
        const auto to = from + (one.end - one.start);
        const bool is_open = std::ranges::any_of(
            hours_, [&](const time_span& span) { return day_ + span.from <= from && to <= day_ + span.to; });
        std::vector<busy_time> busy;
        busy.reserve(others.size());
        for (const auto* other : others) {
            busy.push_back({other->start, other->end + buffer_});
        }
        return service_ != nullptr && is_open && most_at_once(busy, one.start, one.end) <= places_;
    }

private:
    const time_zone& zone_;
    local_day day_;
    const service_settings* service_;
    day_hours hours_;
    int places_ = 0;
    minutes buffer_{};
};

} // namespace

std::vector<proposal> proposals_for(const site_state& state, const closure& closed, const time_zone& zone,
                                    instant now)
{
    std::map<service_code, std::vector<slot>> given;
    std::vector<proposal> proposals;
    for (const auto* each : affected_by(state, closed)) {
        const auto* service = find_service(state.settings(), each->service);
        if (service == nullptr) {
            proposals.push_back({.appointment = each->id, .to = {}});
            continue;
        }
        const wished_visit visit{.service = *service,
                                 .length = std::chrono::duration_cast<minutes>(each->end - each->start),
                                 .by_officer = true};
        slot_book book(state, visit, zone, now, {.appointment = each->id});
        for (const auto& taken : given[each->service]) {
            book.take(taken);
        }
        const auto next = book.first_free(std::max(each->start, now));
        if (next) {
            given[each->service].push_back(*next);
        }
        proposals.push_back({.appointment = each->id, .to = next});
    }
    return proposals;
}

std::vector<std::string> appointments_against(const site_state& state, const site_settings& wanted,
                                              const time_zone& zone, instant now)
{
    std::map<std::pair<service_code, local_day>, std::vector<const appointment*>> booked;
    for (const auto& [id, each] : state.appointments().all()) {
        if (each.state == appointment_state::booked && each.start > now) {
            const auto day = std::chrono::floor<std::chrono::days>(to_local(zone, each.start));
            booked[{each.service, day}].push_back(&each);
        }
    }
    std::vector<std::string> codes;
    for (const auto& [key, those] : booked) {
        const booked_day before(state.settings(), key.first, zone, key.second);
        const booked_day after(wanted, key.first, zone, key.second);
        for (const auto* each : those) {
            if (codes.size() == codes_shown_max) {
                return codes;
            }
            if ((before.fits(*each, those) || !after.has_service()) && !after.fits(*each, those)) {
                codes.push_back(each->code);
            }
        }
    }
    return codes;
}

} // namespace motcua::domain
