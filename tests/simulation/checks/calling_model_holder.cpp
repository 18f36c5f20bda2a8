// What the holder of a ticket or of an appointment does: comes, lets others go first, says how it was.

#include "tests/simulation/checks/calling_model.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

/// api: as often, and for as long in all.
constexpr int postponements_most = 3;
constexpr domain::minutes postponed_most{30};

/// api: from the end of service to the first rating, and from that to its last change.
constexpr std::chrono::days rated_within{7};
constexpr std::chrono::hours changed_within{1};

} // namespace

/// Of several head starts the largest counts: an appointment that was kept has one of its own.
domain::minutes calling_model::head_start_for(const model_ticket& one, domain::priority_class priority) const
{
    const auto of_class = domain::head_start_of(settings_.head_start, priority);
    return one.keeps_appointment ? std::max(of_class, settings_.head_start.appointment_minutes) : of_class;
}

/// design: ready at issue, or at the booked start of an appointment that was kept; due its head start before.
void calling_model::check_place(const model_ticket& issued, const domain::ticket_issued& body)
{
    auto ready = body.issued_at;
    const auto* booked = body.appointment ? bookings_.find(*body.appointment) : nullptr;
    if (booked != nullptr && !body.late) {
        ready = std::max(ready, booked->start);
    }
    must(body.ready == ready, issued, "is ready at another moment than its issue or its appointment");
    must(body.due == ready - head_start_for(issued, body.priority), issued,
         body.appointment ? "is not due its head start before its appointment"
                          : "is not due its head start before it was issued");
    must(!body.late || body.appointment, issued, "is late for no appointment");
    must(body.appointment.has_value() == (body.channel == domain::ticket_channel::appointment), issued,
         "comes by another channel than its appointment");
}

void calling_model::on(const domain::ticket_postponed& body, const domain::event&)
{
    auto* postponed = ticket_for(body.ticket, {domain::ticket_state::waiting});
    if (postponed == nullptr) {
        return;
    }
    must(body.by >= domain::minutes{1}, *postponed, "is postponed by no time");
    must(body.due == postponed->due + body.by && body.ready == postponed->ready + body.by, *postponed,
         "is postponed by another time than it says");
    postponed->due = body.due;
    postponed->ready = body.ready;
    postponed->postponed += body.by;
    ++postponed->postponements;
    must(postponed->postponements <= postponements_most, *postponed, "is postponed too often");
    must(postponed->postponed <= postponed_most, *postponed, "is postponed for too long");
}

void calling_model::note_end(const model_ticket& ended)
{
    if (ended.state == domain::ticket_state::served) {
        served_[ended.id] = now_;
    }
}

void calling_model::on(const domain::visit_rated& body, const domain::event&)
{
    const auto name = std::to_string(static_cast<std::int64_t>(body.visit));
    must(body.score >= 1 && body.score <= 5, "rates visit " + name + " outside 1 to 5");
    const auto served = served_.find(body.visit);
    if (served == served_.end()) {
        return must(false, "rates visit " + name + ", which was not served");
    }
    must(now_ <= served->second + rated_within, "rates visit " + name + " too late");
    const auto [given, is_first] = ratings_.try_emplace(body.visit, given_rating{body.day, now_, false});
    must(is_first || now_ <= given->second.at + changed_within,
         "changes the rating of visit " + name + " too late");
    given->second.has_remark = given->second.has_remark || body.has_remark;
    if (const auto* today = find(body.visit)) {
        must(body.day == day_ && body.service == today->service && body.at_counter == today->counter, *today,
             "is rated as another visit than it was");
    }
}

void calling_model::on(const domain::remarks_erased& body, const domain::event&)
{
    must(day_ && body.day < *day_ - std::chrono::days{settings_.retention.personal_days},
         "erases remarks before their time is over");
    std::vector<domain::ticket_id> of_day;
    for (auto& [visit, given] : ratings_) {
        if (given.has_remark && given.day == body.day) {
            of_day.push_back(visit);
            given.has_remark = false;
        }
    }
    must(std::ranges::is_permutation(of_day, body.visits), "erases others than the remarks of that day");
}

} // namespace motcua::simulation
