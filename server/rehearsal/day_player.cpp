#include "server/rehearsal/day_player.hpp"

#include "base/require.hpp"
#include "server/domain/calendar/time_zone.hpp"

#include <algorithm>

namespace motcua::rehearsal {

namespace {

using namespace std::chrono_literals;
using domain::ticket_id;
using domain::ticket_state;

/// Nobody is there yet.
constexpr duration before_doors = 6h;

instant morning_of(domain::local_day day)
{
    return domain::to_instant(domain::zone_of_vietnam(), domain::local_time{day} + before_doors);
}

} // namespace

day_player::day_player(domain::site_state& state, const site_plan& site, const day_plan& day,
                       const calling_rule& rule, const watcher& watch)
    : plan_(site), day_(day), watch_(watch), site_(state, morning_of(day.day)), line_(site_, site, day, rule),
      officers_(day.counters.size()), progress_(day.people.size())
{
    base::require(site.counters.size() == day.counters.size(), "a day has the counters of its site");
}

std::vector<visit> day_player::play()
{
    site_.must(domain::turn_day{});
    for (std::size_t i = 0; i < day_.people.size(); ++i) {
        schedule_.add(day_.people[i].arrives, [this, i] { arrive(i); });
    }
    for (std::size_t i = 0; i < officers_.size(); ++i) {
        auto& who = officers_[i];
        who.place = i;
        who.code = plan_.counters[i].code;
        who.plan = &day_.counters[i];
        for (const auto& shift : who.plan->shifts) {
            schedule_.add(shift.from, [this, &who, &shift] { begin_shift(who, shift); });
            schedule_.add(shift.to, [this, &who] { end_shift(who); });
        }
    }
    while (!schedule_.is_empty()) {
        site_.set_time(schedule_.next_at());
        schedule_.take_next()();
    }
    return line_.take_visits();
}

void day_player::then(officer& who, duration after, void (day_player::*what)(officer&))
{
    const auto step = ++who.step;
    schedule_.add(site_.now() + after, [this, &who, step, what] {
        if (who.step == step) {
            (this->*what)(who);
        }
    });
}

void day_player::then(officer& who, duration after, ticket_id ticket,
                      void (day_player::*what)(officer&, ticket_id))
{
    const auto step = ++who.step;
    schedule_.add(site_.now() + after, [this, &who, step, ticket, what] {
        base::require(who.step == step, "nothing comes between an officer and the citizen at the counter");
        (this->*what)(who, ticket);
    });
}

void day_player::arrive(std::size_t person) { notice(line_.admit(person, watch_)); }

void day_player::notice(ticket_id ticket)
{
    const auto& waiting = site_.state().at(ticket);
    for (auto& who : officers_) {
        if (who.does != occupation::idle || !line_.may_call(*site_.state().find_counter(who.code), waiting)) {
            continue;
        }
        const auto seen = draws(day_.seed).of("counter", who.place).of("person", line_.person_of(ticket));
        who.does = occupation::reacting;
        then(who, seen.even("reaction", duration{4s}, duration{14s}), &day_player::turn);
    }
}

// The officer's day.

void day_player::begin_shift(officer& who, const shift_plan& shift)
{
    who.shift = &shift;
    who.pauses = 0;
    for (const auto& pause : shift.pauses) {
        schedule_.add(pause.from, [this, &who] {
            if (who.does == occupation::idle) {
                turn(who);
            }
        });
    }
    if (who.does == occupation::away) { // Else a visit has lasted through noon.
        site_.must(domain::open_counter{who.code, {}});
        turn(who);
    }
}

void day_player::end_shift(officer& who)
{
    if (who.does != occupation::away && who.does != occupation::busy) {
        close(who);
    }
}

void day_player::close(officer& who)
{
    site_.must(domain::close_counter{who.code});
    who.does = occupation::away;
    ++who.step;
    if (will_be_open(who)) {
        return;
    }
    // Nobody else could call what is reserved here, and nobody else goes on with what is held.
    std::vector<ticket_id> left{who.returned.begin(), who.returned.end()};
    who.returned.clear();
    for (const auto& one : site_.state().tickets()) {
        if (one.state == ticket_state::waiting && one.reserved_for == who.code) {
            left.push_back(one.id);
        }
    }
    for (const auto ticket : left) {
        site_.must(domain::release_ticket{ticket});
        notice(ticket);
    }
}

bool day_player::will_be_open(const officer& who) const
{
    return who.does != occupation::away ||
           std::ranges::any_of(who.plan->shifts,
                               [&](const shift_plan& shift) { return shift.from > site_.now(); });
}

const day_player::officer& day_player::officer_at(const domain::counter_code& code) const
{
    const auto found = std::ranges::find(officers_, code, &officer::code);
    base::require(found != officers_.end(), "a ticket is reserved for a counter of the site");
    return *found;
}

const leg_plan& day_player::leg_of(ticket_id ticket) const
{
    const auto person = line_.person_of(ticket);
    return day_.people[person].legs[progress_[person].leg];
}

void day_player::turn(officer& who)
{
    if (site_.now() >= who.shift->to) {
        close(who);
    } else if (!take_pause(who) && !go_on(who)) {
        call(who);
    }
}

bool day_player::take_pause(officer& who)
{
    if (who.pauses == who.shift->pauses.size() || site_.now() < who.shift->pauses[who.pauses].from) {
        return false;
    }
    site_.must(domain::pause_counter{who.code, {}});
    who.does = occupation::paused;
    then(who, who.shift->pauses[who.pauses++].length, &day_player::end_pause);
    return true;
}

void day_player::end_pause(officer& who)
{
    site_.must(domain::open_counter{who.code, {}});
    turn(who);
}

bool day_player::go_on(officer& who)
{
    if (who.returned.empty()) {
        return false;
    }
    const auto ticket = who.returned.front();
    who.returned.pop_front();
    site_.must(domain::resume_ticket{ticket});
    who.does = occupation::busy;
    // A ticket that was held while it was only called is called again.
    serve(who, ticket);
    return true;
}

void day_player::call(officer& who)
{
    const auto called = line_.call(who.code, who.calls_since_booked);
    if (!called) {
        who.does = occupation::idle;
        return;
    }
    who.does = occupation::busy;
    const auto& person = person_of(*called);
    who.calls_since_booked = person.booked ? 0 : who.calls_since_booked + 1;
    auto& so_far = progress_of(*called);
    const auto met = so_far.calls < person.calls.size() ? person.calls[so_far.calls] : call_plan{};
    ++so_far.calls;
    if (met.luck < no_show_chance(site_.now() - person.arrives)) {
        then(who, met.seen_after, *called, &day_player::give_up);
    } else {
        then(who, leg_of(*called).walk, *called, &day_player::start);
    }
}

} // namespace motcua::rehearsal
