// What each kind of event about the site and its days may follow, and what it leaves.

#include "server/domain/calendar/calendar.hpp"
#include "tests/simulation/checks/calling_model.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>

namespace motcua::simulation {

using domain::counter_state;

void calling_model::on(const domain::site_configured& body, const domain::event& happened)
{
    must(body.utc_offset == domain::offset_at(zone_of(body.settings), happened.at),
         "takes an offset that its zone does not have then");
    utc_offset_ = body.utc_offset;
    settings_ = body.settings;
    // Offset or hour of the day's turn may be others now.
    was_set_back_ = true;
    std::vector<model_counter> kept;
    for (const auto& wanted : settings_.counters) {
        const auto* known = find_counter(wanted.code);
        kept.push_back(known == nullptr ? model_counter{.code = wanted.code} : *known);
    }
    counters_ = std::move(kept);
    for (const auto& today : tickets_) {
        const bool may_go_on = !domain::is_finished(today.state) || today.state == no_show;
        const auto is_known = [&](const std::string& code) {
            return code.empty() || find_counter(code) != nullptr;
        };
        must(!may_go_on || (domain::find_service(settings_, today.service) != nullptr &&
                            is_known(today.counter) && is_known(today.reserved_for)),
             today, "loses its service or counter");
    }
}

/// No stretch of time reaches across a set clock.
void calling_model::on(const domain::clock_anchored& body, const domain::event&)
{
    for (auto& each : counters_) {
        if (each.paused_at) {
            each.paused_at = body.after;
        }
    }
}

void calling_model::on(const domain::utc_offset_changed& body, const domain::event& happened)
{
    must(body.utc_offset == domain::offset_at(zone_of(settings_), happened.at),
         "takes an offset that the zone does not have then");
    utc_offset_ = body.utc_offset;
}

void calling_model::on(const domain::day_opened& body, const domain::event& happened)
{
    must(!day_, "opens a day while another is open");
    must(!last_day_ || body.day > *last_day_, "opens a day that was open before");
    must(body.day <= domain::business_day(zone_of(settings_), settings_, happened.at),
         "opens a day that has not begun");
    day_ = last_day_ = body.day;
    was_set_back_ = false;
}

void calling_model::on(const domain::day_closed& body, const domain::event& happened)
{
    must(day_ == body.day, "closes a day that is not open");
    must(body.day < domain::business_day(zone_of(settings_), settings_, happened.at),
         "closes a day that is not over");
    for (const auto& today : tickets_) {
        must(domain::is_finished(today.state), today, "is alive when its day has closed");
        must(!today.has_note, today, "keeps its note when its day has closed");
    }
    for (const auto& at : counters_) {
        must(at.state == counter_state::closed, at, "is not closed when the day has closed");
    }
    day_.reset();
    is_closing_ = false;
    tickets_.clear();
    numbers_.close();
}

} // namespace motcua::simulation
