// What each kind of event about a ticket, a counter or a block may follow, and what it leaves.

#include "tests/simulation/checks/calling_model.hpp"

#include "server/domain/calendar/calendar.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>
#include <utility>

namespace motcua::simulation {

using domain::counter_state;
using domain::ticket_state;
using enum ticket_state;

// ---- a ticket

void calling_model::on(const domain::ticket_issued& body, const domain::event& happened)
{
    tickets_.push_back({.id = body.ticket,
                        .number = domain::format_number(body.service, body.number),
                        .service = body.service,
                        .series = body.service,
                        .number_value = body.number,
                        .block = body.block,
                        .priority = body.priority,
                        .state = waiting,
                        .issued_at = body.issued_at,
                        .due = body.due,
                        .ready = body.ready,
                        .issuer = happened.actor,
                        .track = body.track,
                        .keeps_appointment = body.appointment && !body.late,
                        .is_of_appointment = body.appointment.has_value()});
    const auto& issued = tickets_.back();
    must(static_cast<std::int64_t>(body.ticket) == ++last_ticket_, issued, "has not the next id");
    must(body.day == day_, issued, "is of a day that is not open");
    must(domain::find_service(settings_, body.service) != nullptr, issued, "is for an unknown service");
    check_intake(body, happened);
    must(body.issued_at == happened.at || (body.block && body.issued_at < happened.at), issued,
         "was issued at another time than its event");
    must(!body.block || was_set_back_ ||
             domain::business_day(zone_of(settings_), settings_, body.issued_at) == body.day,
         issued, "was issued on another day than its block's");
    check_place(issued, body);
    const auto is_awaited = [&](const domain::service_code& series, int number) {
        return std::ranges::any_of(tickets_.begin(), tickets_.end() - 1, [&](const model_ticket& one) {
            const bool may_come_back =
                one.state == no_show && happened.at <= *one.no_show_at + settings_.recall_grace_minutes;
            return one.number_value == number && one.series == series &&
                   (!domain::is_finished(one.state) || may_come_back);
        });
    };
    const auto wrong = numbers_.give(body, settings_, is_awaited);
    must(wrong.empty(), issued, wrong);
}

void calling_model::on(const domain::ticket_called& body, const domain::event&)
{
    auto* called = ticket_for(body.ticket, {waiting});
    auto* at = counter_for(body.counter);
    if (called == nullptr || at == nullptr) {
        return;
    }
    check_call(*called, *at, body.out_of_order);
    stand_at(*at, *called);
    called->state = ticket_state::called;
    called->counter = body.counter;
    called->reserved_for.clear();
    ++called->calls;
}

void calling_model::on(const domain::ticket_recalled& body, const domain::event& happened)
{
    auto* recalled = ticket_for(body.ticket, {called, no_show});
    if (recalled == nullptr) {
        return;
    }
    if (recalled->state == called) {
        must(body.state == called, *recalled, "is announced again and leaves its counter");
        must(body.due == recalled->due, *recalled, "is announced again and loses its place");
        ++recalled->calls;
        return;
    }
    must(body.state == waiting, *recalled, "comes back from a no-show and does not wait");
    const bool is_given_again = std::ranges::any_of(tickets_, [&](const model_ticket& other) {
        return other.number_value == recalled->number_value && other.series == recalled->series &&
               !domain::is_finished(other.state);
    });
    must(!is_given_again, *recalled, "comes back and its number was given to another");
    const bool in_grace = happened.at <= *recalled->no_show_at + settings_.recall_grace_minutes;
    must(body.due == (in_grace ? recalled->due : happened.at), *recalled,
         in_grace ? "comes back within the grace time and loses its place"
                  : "comes back after the grace time and does not wait at the end");
    if (!in_grace) {
        recalled->ready = happened.at;
    }
    recalled->due = body.due;
    recalled->state = waiting;
    recalled->counter.clear();
}

void calling_model::on(const domain::ticket_started& body, const domain::event&)
{
    if (auto* started = ticket_for(body.ticket, {called})) {
        started->state = serving;
    }
}

void calling_model::on(const domain::ticket_finished& body, const domain::event&)
{
    auto* finished = ticket_for(body.ticket, {serving, called});
    if (finished == nullptr) {
        return;
    }
    must(body.outcome <= domain::visit_outcome::left, *finished,
         "is finished with an outcome that is not an officer's");
    leave_counter(*finished);
    finished->state = served;
    note_end(*finished);
}

void calling_model::on(const domain::ticket_no_show& body, const domain::event& happened)
{
    if (auto* absent = ticket_for(body.ticket, {called})) {
        leave_counter(*absent);
        absent->state = no_show;
        absent->no_show_at = happened.at;
    }
}

void calling_model::on(const domain::ticket_held& body, const domain::event&)
{
    if (auto* set_aside = ticket_for(body.ticket, {called, serving})) {
        leave_counter(*set_aside);
        set_aside->state = held;
    }
}

void calling_model::on(const domain::ticket_resumed& body, const domain::event&)
{
    auto* resumed = ticket_for(body.ticket, {held});
    auto* at = resumed == nullptr ? nullptr : counter_for(resumed->counter);
    if (at == nullptr) {
        return;
    }
    must(at->state != counter_state::closed, *at, "resumes a ticket and is closed");
    stand_at(*at, *resumed);
    resumed->state = serving;
}

void calling_model::on(const domain::ticket_released& body, const domain::event&)
{
    auto* released = ticket_for(body.ticket, {waiting, held});
    if (released == nullptr) {
        return;
    }
    if (released->state == held) {
        const auto* at = counter_for(released->counter);
        must(at == nullptr || at->state != counter_state::open, *released,
             "is released and its counter can go on with it");
    } else {
        must(!released->reserved_for.empty(), *released, "is released and was reserved for nobody");
    }
    released->state = waiting;
    released->reserved_for.clear();
    released->counter.clear();
}

void calling_model::on(const domain::ticket_transferred& body, const domain::event& happened)
{
    auto* moved = ticket_for(body.ticket, {waiting, called, serving, held});
    if (moved == nullptr) {
        return;
    }
    must(domain::find_service(settings_, body.service) != nullptr, *moved, "is sent to an unknown service");
    must(!body.counter || find_counter(*body.counter) != nullptr, *moved, "is sent to an unknown counter");
    must(!body.counter || body.service == moved->service, *moved,
         "is sent to a counter and has another service there");
    must(body.due == moved->due || body.due == happened.at, *moved,
         "is sent on and has neither its old place nor the last");
    if (happened.actor == "public") {
        must(moved->state == waiting && body.due == moved->due && !body.counter, *moved,
             "changes its service and does not keep its place");
        check_change_of_service(*moved, body.service);
    }
    leave_counter(*moved);
    if (body.due != moved->due) {
        moved->ready = happened.at;
    }
    moved->due = body.due;
    moved->state = waiting;
    moved->service = body.service;
    moved->reserved_for = body.counter.value_or("");
    moved->counter.clear();
    ++moved->transfers;
}

/// api: a kiosk cancels its own ticket that still waits, within 2 minutes, or when nobody saw its number.
void calling_model::on(const domain::ticket_cancelled& body, const domain::event& happened)
{
    auto* given_up = ticket_for(body.ticket, {waiting, called, held});
    if (given_up == nullptr) {
        return;
    }
    if (happened.actor.starts_with("kiosk")) {
        const bool is_in_time =
            body.reason || happened.at <= given_up->issued_at + std::chrono::minutes{2} || was_set_back_;
        must(given_up->issuer == happened.actor && given_up->state == waiting && is_in_time, *given_up,
             "is given back by a kiosk that may not");
    }
    leave_counter(*given_up);
    given_up->state = cancelled;
    given_up->reserved_for.clear();
}

/// api: a waiting ticket's due time follows its class.
void calling_model::on(const domain::ticket_priority_set& body, const domain::event&)
{
    auto* looked_at = ticket_for(body.ticket, {waiting, called, serving, held});
    if (looked_at == nullptr) {
        return;
    }
    const auto due = body.priority == looked_at->priority
                         ? looked_at->due
                         : looked_at->ready - head_start_for(*looked_at, body.priority);
    must(body.due == due, *looked_at, "gets another class and is not due its head start before it was ready");
    looked_at->priority = body.priority;
    looked_at->due = body.due;
}

/// api: a note is for the colleague who gets the ticket.
void calling_model::on(const domain::ticket_note_set& body, const domain::event&)
{
    if (auto* noted = ticket_for(body.ticket, {waiting, called, serving, held})) {
        noted->has_note = body.has_note;
    }
}

/// api: a note is gone with the day.
void calling_model::on(const domain::notes_erased& body, const domain::event& happened)
{
    must(day_ == body.day && body.day < domain::business_day(zone_of(settings_), settings_, happened.at),
         "erases the notes of a day that is not over");
    std::vector<domain::ticket_id> noted;
    for (auto& today : tickets_) {
        if (std::exchange(today.has_note, false)) {
            noted.push_back(today.id);
        }
    }
    must(std::ranges::is_permutation(noted, body.tickets), "erases others than the notes of that day");
    is_closing_ = true;
}

/// api: at the close of day waiting and held become cancelled, called no_show, serving served.
void calling_model::on(const domain::ticket_closed& body, const domain::event& happened)
{
    auto* closed = ticket_for(body.ticket, {waiting, called, serving, held});
    if (closed == nullptr) {
        return;
    }
    must(day_ && *day_ < domain::business_day(zone_of(settings_), settings_, happened.at), *closed,
         "is closed with a day that is not over");
    const auto fate = closed->state == called ? no_show : closed->state == serving ? served : cancelled;
    must(body.state == fate, *closed, "is closed with the day and has another end than its state brings");
    leave_counter(*closed);
    closed->state = body.state;
    note_end(*closed);
    closed->reserved_for.clear();
    closed->no_show_at = happened.at;
    is_closing_ = true;
}

// ---- counters and blocks

void calling_model::on(const domain::counter_opened& body, const domain::event&)
{
    auto* opened = counter_for(body.counter);
    if (opened == nullptr) {
        return;
    }
    const auto* setup = domain::find_counter(settings_, body.counter);
    const auto is_set_up = [&](const domain::service_code& code) {
        return std::ranges::find(setup->services, code) != setup->services.end();
    };
    must(std::ranges::all_of(body.services, is_set_up), *opened,
         "opens for a service that it is not set up for");
    opened->state = counter_state::open;
    opened->services = body.services;
    opened->until.reset();
    opened->paused_at.reset();
}

void calling_model::on(const domain::counter_paused& body, const domain::event& happened)
{
    if (auto* paused = counter_for(body.counter)) {
        must(paused->state != counter_state::closed, *paused, "is paused and was not open");
        if (paused->state != counter_state::paused) {
            paused->paused_at = happened.at;
        }
        paused->state = counter_state::paused;
        paused->until = body.until;
    }
}

void calling_model::on(const domain::counter_closed& body, const domain::event&)
{
    if (auto* closed = counter_for(body.counter)) {
        must(!closed->current, *closed, "is closed with a ticket before it");
        closed->state = counter_state::closed;
        closed->services.clear();
        closed->until.reset();
        closed->paused_at.reset();
    }
}

void calling_model::on(const domain::block_leased& body, const domain::event&)
{
    must(domain::find_service(settings_, body.service) != nullptr, "leases numbers of an unknown service");
    must(!last_day_ || body.day >= *last_day_, "leases numbers of a day that is over");
    const auto wrong = numbers_.lease(body);
    must(wrong.empty(), wrong);
}

/// A slip that came when its day was over, or its service gone: nobody can call it any more.
void calling_model::on(const domain::ticket_logged& body, const domain::event& happened)
{
    tickets_.push_back({.id = body.ticket,
                        .number = domain::format_number(body.service, body.number),
                        .service = body.service,
                        .series = body.service,
                        .number_value = body.number,
                        .block = body.block,
                        .priority = body.priority,
                        .state = cancelled,
                        .issued_at = body.issued_at,
                        .due = body.issued_at,
                        .ready = body.issued_at,
                        .issuer = happened.actor,
                        .track = body.track});
    const auto& logged = tickets_.back();
    must(static_cast<std::int64_t>(body.ticket) == ++last_ticket_, logged, "has not the next id");
    const bool is_late = day_ && body.day < *day_;
    must(is_late || (day_ == body.day && domain::find_service(settings_, body.service) == nullptr), logged,
         "is ended at once, and its day and service are not over");
    must(body.issued_at <= happened.at || was_set_back_, logged, "was issued after it came");
    must(domain::business_day(zone_of(settings_), settings_, body.issued_at) == body.day || was_set_back_,
         logged, "was issued on another day than its block's");
    const auto wrong = numbers_.give_late(body);
    must(wrong.empty(), logged, wrong);
}

// ---- places

/// The ticket that an event is about, if it is one of today in a state that the event may follow.
model_ticket* calling_model::ticket_for(domain::ticket_id id, std::initializer_list<ticket_state> from)
{
    const auto name = std::to_string(static_cast<std::int64_t>(id));
    const auto* found = find(id);
    if (found == nullptr) {
        must(false, "is about ticket " + name + ", which is not one of today");
        return nullptr;
    }
    if (std::ranges::find(from, found->state) == from.end()) {
        must(false, *found, "is " + domain::name_of(found->state) + ", which this cannot follow");
        return nullptr;
    }
    return &tickets_[static_cast<std::size_t>(found - tickets_.data())];
}

model_counter* calling_model::counter_for(std::string_view code)
{
    const auto* found = find_counter(code);
    if (found == nullptr) {
        must(false, "is about the unknown counter " + std::string(code));
        return nullptr;
    }
    return &counters_[static_cast<std::size_t>(found - counters_.data())];
}

void calling_model::leave_counter(model_ticket& leaving)
{
    if (!domain::occupies_counter(leaving.state)) {
        return;
    }
    if (auto* at = counter_for(leaving.counter)) {
        must(at->current == leaving.id, leaving, "leaves a counter that has another ticket");
        at->current.reset();
    }
}

void calling_model::stand_at(model_counter& at, model_ticket& standing)
{
    must(!at.current, at, "takes a ticket and has one already");
    at.current = standing.id;
}

} // namespace motcua::simulation
