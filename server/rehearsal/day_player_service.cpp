// What an officer does with the citizen at the counter, and when citizens come back.

#include "base/require.hpp"
#include "server/rehearsal/day_player.hpp"

#include <algorithm>

namespace motcua::rehearsal {

namespace {

using namespace std::chrono_literals;
using domain::ticket_id;

constexpr duration service_min = 20s;
/// After a visit an officer needs this before the next call, and what is drawn.
constexpr duration gap_min = 3s;

} // namespace

void day_player::give_up(officer& who, ticket_id ticket)
{
    site_.must(domain::mark_no_show{ticket});
    line_.visit_of(ticket).no_show = true;
    const auto& met = person_of(ticket).calls[progress_of(ticket).calls - 1];
    if (met.comes_back) {
        schedule_.add(site_.now() + *met.comes_back, [this, ticket] { come_back_from_no_show(ticket); });
    }
    rest(who, leg_of(ticket));
}

void day_player::come_back_from_no_show(ticket_id ticket)
{
    site_.must(domain::recall_ticket{ticket});
    const auto& waiting = site_.state().at(ticket);
    if (waiting.due == site_.now()) { // The grace time is over.
        line_.wait_again(ticket);
    }
    if (waiting.reserved_for && !will_be_open(officer_at(*waiting.reserved_for))) {
        site_.must(domain::release_ticket{ticket});
    }
    notice(ticket);
}

void day_player::start(officer& who, ticket_id ticket)
{
    site_.must(domain::start_ticket{ticket});
    serve(who, ticket);
}

void day_player::serve(officer& who, ticket_id ticket)
{
    const auto& leg = leg_of(ticket);
    const auto& so_far = progress_of(ticket);
    const auto length = std::max(scaled(leg.length, who.plan->pace), service_min);
    if (leg.hold && so_far.left == 1) {
        then(who, scaled(length, leg.hold->after), ticket, &day_player::hold);
    } else {
        then(who, scaled(length, so_far.left), ticket, &day_player::finish);
    }
}

void day_player::hold(officer& who, ticket_id ticket)
{
    const auto& planned = *leg_of(ticket).hold;
    progress_of(ticket).left = 1 - planned.after;
    site_.must(domain::hold_ticket{ticket, {}});
    schedule_.add(site_.now() + planned.away, [this, &who, ticket] { come_back_from_hold(who, ticket); });
    rest(who, leg_of(ticket));
}

void day_player::come_back_from_hold(officer& who, ticket_id ticket)
{
    if (who.does == occupation::away && !will_be_open(who)) {
        site_.must(domain::release_ticket{ticket});
        notice(ticket);
        return;
    }
    who.returned.push_back(ticket);
    if (who.does == occupation::idle) {
        turn(who);
    }
}

void day_player::finish(officer& who, ticket_id ticket)
{
    const auto& ended = leg_of(ticket);
    auto& so_far = progress_of(ticket);
    const auto& legs = person_of(ticket).legs;
    if (so_far.leg + 1 < legs.size()) {
        so_far.left = 1;
        transfer(ticket, legs[++so_far.leg]);
    } else {
        site_.must(domain::finish_ticket{ticket, domain::visit_outcome::served});
        line_.visit_of(ticket).served = true;
    }
    rest(who, ended);
}

void day_player::transfer(ticket_id ticket, const leg_plan& next)
{
    base::require(next.transfer.has_value(), "a later leg comes by a transfer");
    auto& moved = line_.visit_of(ticket);
    moved.transferred = true;
    site_.must(domain::transfer_ticket{.ticket = ticket,
                                       .service = plan_.services[next.service].code,
                                       .counter = {},
                                       .keep_place = next.transfer->keep_place});
    if (!next.transfer->keep_place) {
        line_.wait_again(ticket);
    }
    const auto* reserved =
        next.transfer->reserved ? find_reserved(next.service, *next.transfer->reserved) : nullptr;
    if (reserved != nullptr) {
        moved.reserved = true;
        site_.must(domain::transfer_ticket{
            .ticket = ticket, .service = {}, .counter = reserved->code, .keep_place = true});
    }
    notice(ticket);
}

const day_player::officer* day_player::find_reserved(std::size_t service, double share) const
{
    std::vector<const officer*> choices;
    for (const auto& who : officers_) {
        if (std::ranges::count(plan_.counters[who.place].services, service) > 0 && will_be_open(who)) {
            choices.push_back(&who);
        }
    }
    return choices.empty() ? nullptr
                           : choices[static_cast<std::size_t>(share * static_cast<double>(choices.size()))];
}

void day_player::rest(officer& who, const leg_plan& ended)
{
    if (site_.now() >= who.shift->to) {
        close(who);
        return;
    }
    who.does = occupation::resting;
    const auto drawn = scaled(std::max(who.plan->mean_gap - gap_min, duration{0}), ended.gap);
    then(who, gap_min + drawn + ended.long_gap, &day_player::turn);
}

} // namespace motcua::rehearsal
