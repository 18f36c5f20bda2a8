// What holds for every event, and who is next: time, days, the calling rule.

#include "tests/simulation/checks/calling_model.hpp"

#include "server/domain/calendar/calendar.hpp"
#include "tests/simulation/checks/track_text.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>

namespace motcua::simulation {

using domain::ticket_state;

namespace {

bool calls(const model_counter& at, const model_ticket& waiting)
{
    if (!waiting.reserved_for.empty()) {
        return waiting.reserved_for == at.code;
    }
    return std::ranges::find(at.services, waiting.service) != at.services.end();
}

bool is_before(const model_ticket& left, const model_ticket& right)
{
    return left.due != right.due ? left.due < right.due : left.id < right.id;
}

domain::minutes longest_head_start(const domain::head_starts& starts)
{
    return std::max({starts.elderly_minutes, starts.disabled_minutes, starts.pregnant_minutes,
                     starts.infant_minutes, starts.merit_minutes, starts.appointment_minutes,
                     domain::minutes{0}});
}

template <class Body>
concept asked_for_by_day =
    !std::same_as<Body, domain::site_configured> && !std::same_as<Body, domain::clock_anchored> &&
    !std::same_as<Body, domain::utc_offset_changed> && !std::same_as<Body, domain::day_opened> &&
    !std::same_as<Body, domain::day_closed> && !std::same_as<Body, domain::ticket_closed> &&
    !std::same_as<Body, domain::appointment_missed> && !std::same_as<Body, domain::persons_erased> &&
    !std::same_as<Body, domain::remarks_erased> && !std::same_as<Body, domain::notes_erased>;

} // namespace

void calling_model::apply(const domain::event& happened, findings& found)
{
    found_ = &found;
    const auto expected = seq_ + 1;
    seq_ = happened.seq;
    must(seq_ == expected, "does not follow the one before it");
    must(std::holds_alternative<domain::site_configured>(happened.body) || !settings_.services.empty(),
         "comes before the site was configured");
    check_time(happened);
    check_day(happened);
    check_offset(happened);
    bookings_.apply(happened, found);
    std::visit([&](const auto& body) { on(body, happened); }, happened.body);
    found_ = nullptr;
}

/// Before anything happens the site takes the offset of local time that holds then.
void calling_model::check_offset(const domain::event& happened)
{
    const bool sets_it = std::holds_alternative<domain::site_configured>(happened.body) ||
                         std::holds_alternative<domain::utc_offset_changed>(happened.body) ||
                         std::holds_alternative<domain::clock_anchored>(happened.body);
    must(sets_it || settings_.services.empty() ||
             utc_offset_ == domain::offset_at(zone_of(settings_), happened.at),
         "comes while the site still has the offset of before");
}

void calling_model::end(findings& found) const
{
    if (is_closing_) {
        note(found, "the journal ends at seq " + std::to_string(seq_) + " within the close of a day");
    }
}

void calling_model::check_time(const domain::event& happened)
{
    if (const auto* anchor = std::get_if<domain::clock_anchored>(&happened.body)) {
        must(happened.at == anchor->after, "sets the clock and does not bear its new time");
        was_set_back_ = was_set_back_ || happened.at < now_;
    } else {
        must(happened.at >= now_, "is earlier than the one before it, and no clock was set");
    }
    now_ = happened.at;
}

/// Each event belongs to the day that its time has at the site.
void calling_model::check_day(const domain::event& happened)
{
    std::visit(
        [&]<class Body>(const Body&) {
            using namespace domain;
            constexpr bool closes = std::same_as<Body, ticket_closed> || std::same_as<Body, counter_closed> ||
                                    std::same_as<Body, day_closed> || std::same_as<Body, notes_erased>;
            must(closes || !is_closing_, "comes within the close of a day");
            if constexpr (asked_for_by_day<Body>) {
                if (is_closing_) {
                    return;
                }
                must(day_.has_value(), "comes while no day is open");
                const auto today = business_day(zone_of(settings_), settings_, happened.at);
                const bool turns = std::same_as<Body, counter_closed> && happened.actor == "site";
                must(turns || !day_ || *day_ >= today, "comes on a day that is over by the site's clock");
                must(!day_ || *day_ <= today || was_set_back_, "comes before its day by the site's clock");
            }
        },
        happened.body);
}

/// The calling rule, design: of those whom the counter may call, the earliest due; ties by order of issue.
void calling_model::check_call(const model_ticket& called, const model_counter& at, bool out_of_order)
{
    must(at.state == domain::counter_state::open, at, "calls and is not open");
    must(called.reserved_for.empty() || called.reserved_for == at.code, called,
         "is called by another counter than the one that it was sent to");
    const auto* head = head_for(at);
    const bool is_head = head != nullptr && head->id == called.id;
    if (out_of_order) {
        return must(!is_head, called, "is next and recorded as called out of order");
    }
    must(calls(at, called), called, "is called by a counter that does not serve its service");
    if (!is_head && calls(at, called) && head != nullptr) {
        must(false, called, "is called before " + head->number + ", which is due earlier");
    }
    check_overtaken(called, at);
}

/// Nobody starves: who came a head start or more later does not go first. Who is early for an appointment, or
/// let others go first, counts from the moment at which they are ready, which may lie ahead.
void calling_model::check_overtaken(const model_ticket& called, const model_counter& at)
{
    const auto bound = longest_head_start(settings_.head_start);
    for (const auto& passed : tickets_) {
        const bool waits = passed.state == ticket_state::waiting && passed.id != called.id;
        if (waits && calls(at, passed) && called.ready - passed.ready > bound) {
            return must(false, called, "overtakes " + passed.number + " by more than the longest head start");
        }
    }
}

const model_ticket* calling_model::head_for(const model_counter& at) const
{
    const model_ticket* head = nullptr;
    for (const auto& waiting : tickets_) {
        const bool counts = waiting.state == ticket_state::waiting && calls(at, waiting);
        if (counts && (head == nullptr || is_before(waiting, *head))) {
            head = &waiting;
        }
    }
    return head;
}

int calling_model::count_waiting(std::string_view service) const
{
    return static_cast<int>(std::ranges::count_if(tickets_, [&](const model_ticket& one) {
        return one.state == ticket_state::waiting && one.service == service;
    }));
}

const model_ticket* calling_model::find(domain::ticket_id id) const
{
    // Ids count up from one day to the next: those of today follow each other.
    if (tickets_.empty() || id < tickets_.front().id) {
        return nullptr;
    }
    const auto place = static_cast<std::size_t>(static_cast<std::int64_t>(id) -
                                                static_cast<std::int64_t>(tickets_.front().id));
    return place < tickets_.size() ? &tickets_[place] : nullptr;
}

const model_ticket* calling_model::find_track(std::string_view track) const
{
    const auto found = std::ranges::find_if(
        tickets_, [&](const model_ticket& one) { return track_text(one.track) == track; });
    return found == tickets_.end() ? nullptr : &*found;
}

const model_counter* calling_model::find_counter(std::string_view code) const
{
    const auto found = std::ranges::find(counters_, code, &model_counter::code);
    return found == counters_.end() ? nullptr : &*found;
}

void calling_model::must(bool holds, std::string_view what)
{
    if (!holds) {
        note(*found_, "seq " + std::to_string(seq_) + " " + std::string(what));
    }
}

void calling_model::must(bool holds, const model_ticket& subject, std::string_view what)
{
    if (!holds) {
        must(false, "ticket " + subject.number + " " + std::string(what));
    }
}

void calling_model::must(bool holds, const model_counter& subject, std::string_view what)
{
    if (!holds) {
        must(false, "counter " + subject.code + " " + std::string(what));
    }
}

} // namespace motcua::simulation
