#include "tests/simulation/checks/booking_request.hpp"

#include "base/timestamp.hpp"
#include "tests/simulation/checks/json_scan.hpp"
#include "tests/simulation/checks/track_text.hpp"

#include <algorithm>
#include <array>

namespace motcua::simulation {

namespace {

using namespace domain;
using named_action = std::pair<std::string_view, action>;

constexpr std::array<named_action, 5> track_actions{{{"cancel", action::give_up},
                                                     {"postpone", action::postpone},
                                                     {"return", action::come_back},
                                                     {"service", action::change_service},
                                                     {"rating", action::rate}}};

constexpr std::array<named_action, 3> appointment_actions{{{"reschedule", action::move_booking},
                                                           {"cancel", action::cancel_booking},
                                                           {"check_in", action::check_in}}};

template <std::size_t N>
action find_in(const std::array<named_action, N>& actions, std::string_view name)
{
    const auto found = std::ranges::find(actions, name, &named_action::first);
    return found == actions.end() ? action::other : found->second;
}

/// Splits `path` at its first slash.
std::pair<std::string_view, std::string_view> parts_of(std::string_view path)
{
    const auto slash = path.find('/');
    return slash == path.npos ? std::pair{path, std::string_view{}}
                              : std::pair{path.substr(0, slash), path.substr(slash + 1)};
}

/// What `judge` says of an event of this kind.
template <class Body, class Judge>
std::string_view judged(const event& happened, Judge judge)
{
    const auto* body = std::get_if<Body>(&happened.body);
    return body == nullptr ? std::string_view("of another kind") : std::string_view(judge(*body));
}

bool has_code(const calling_model& before, appointment_id id, std::string_view code)
{
    const auto* known = before.bookings().find(id);
    return known != nullptr && known->code == code;
}

std::string_view wrong_hold(const request& sent, const request_view& wanted, const slot_held& held)
{
    if (held.service != wanted.service) {
        return "of another service";
    }
    if (held.channel != booking_channel(sent.actor)) {
        return "by another channel";
    }
    return json_moment(sent.body, "start") == held.start ? "" : "of another time";
}

std::string_view wrong_book(const request& sent, const appointment_booked& booked)
{
    if (json_word(sent.body, "service") != booked.service) {
        return "for another service";
    }
    if (json_moment(sent.body, "start") != booked.start) {
        return "for another time";
    }
    if (booked.channel != booking_channel(sent.actor)) {
        return "by another channel";
    }
    if (json_word(sent.body, "hold") != (booked.hold ? track_text(*booked.hold) : std::string())) {
        return "with another hold";
    }
    if (json_word(sent.body, "procedure") != booked.procedure.value_or("")) {
        return "for another procedure";
    }
    const auto lang = json_word(sent.body, "lang");
    return (lang.empty() ? "vi" : lang) == booked.lang ? "" : "in another language";
}

std::string_view wrong_move(const request& sent, const request_view& wanted, const appointment_moved& moved,
                            const calling_model& before)
{
    if (moved.closure) {
        return "of a closure";
    }
    if (!has_code(before, moved.appointment, wanted.code)) {
        return "of another appointment";
    }
    return json_moment(sent.body, "start") == moved.start ? "" : "to another time";
}

std::string_view wrong_closing(const request& sent, const slots_closed& closed)
{
    if (json_moment(sent.body, "from") != closed.from || json_moment(sent.body, "to") != closed.to) {
        return "of another time";
    }
    const bool is_meant = json_word(sent.body, "service") == closed.service.value_or("") &&
                          json_word(sent.body, "counter") == closed.counter.value_or("");
    if (!is_meant) {
        return "of another service or counter";
    }
    return json_word(sent.body, "reason") == closed.reason ? "" : "for another reason";
}

/// One closure moves and cancels in one request.
std::string_view wrong_applying(const request_view& wanted, const event& happened)
{
    if (const auto* moved = std::get_if<appointment_moved>(&happened.body)) {
        return moved->closure == wanted.closure ? "" : "of another closure";
    }
    return judged<appointment_cancelled>(happened, [&](const appointment_cancelled& cancelled) {
        return cancelled.closure == wanted.closure ? "" : "of another closure";
    });
}

/// An event of the ticket whose track the path names.
template <class Body, class Judge>
std::string_view of_track(const request_view& wanted, const event& happened, const calling_model& before,
                          Judge judge)
{
    return judged<Body>(happened, [&](const Body& body) -> std::string_view {
        const auto* ticket = before.find_track(wanted.track);
        if (ticket == nullptr || ticket->id != body.ticket) {
            return "of another ticket";
        }
        return judge(body);
    });
}

std::string_view wrong_rating(const request& sent, const request_view& wanted, const visit_rated& rated,
                              const calling_model& before)
{
    // Visits of days before are not known by their track.
    const auto* ticket = before.find_track(wanted.track);
    if (ticket != nullptr && ticket->id != rated.visit) {
        return "of another visit";
    }
    if (json_number(json_member(sent.body, "score")) != rated.score) {
        return "with another score";
    }
    return json_word(sent.body, "remark").empty() != rated.has_remark ? "" : "with another remark";
}

std::string_view wrong_of_holder(const request& sent, const request_view& wanted, const event& happened,
                                 const calling_model& before)
{
    switch (wanted.what) {
    case action::give_up:
        return of_track<ticket_cancelled>(wanted, happened, before, [](const ticket_cancelled& given_up) {
            return given_up.reason ? "for another reason" : "";
        });
    case action::postpone:
        return of_track<ticket_postponed>(wanted, happened, before, [&](const ticket_postponed& postponed) {
            return json_number(json_member(sent.body, "minutes")) == postponed.by.count() ? ""
                                                                                          : "by another time";
        });
    case action::come_back:
        return of_track<ticket_recalled>(wanted, happened, before, [](const ticket_recalled& recalled) {
            return recalled.state == ticket_state::waiting ? "" : "to another state";
        });
    case action::change_service:
        return of_track<ticket_transferred>(wanted, happened, before, [&](const ticket_transferred& moved) {
            const bool is_meant = json_word(sent.body, "service") == moved.service && !moved.counter;
            return is_meant ? "" : "to another service or counter";
        });
    default:
        return judged<visit_rated>(
            happened, [&](const visit_rated& rated) { return wrong_rating(sent, wanted, rated, before); });
    }
}

} // namespace

request_view about_track(std::string_view path, client::verb how)
{
    const auto [track, act] = parts_of(path);
    request_view wanted{.track = track};
    if (how == client::verb::post) {
        wanted.what = find_in(track_actions, act);
    }
    return wanted;
}

request_view about_appointment(std::string_view path, client::verb how, std::string_view query)
{
    const auto [code, act] = parts_of(path);
    request_view wanted{.query = query, .code = code};
    if (how == client::verb::post) {
        wanted.what = find_in(appointment_actions, act);
    } else if (how == client::verb::get && act.empty() && !code.ends_with(".ics")) {
        wanted.what = action::show_appointment;
    }
    return wanted;
}

request_view about_closure(std::string_view path)
{
    const auto [closure, act] = parts_of(path);
    request_view wanted;
    wanted.closure = closure_id{json_number(closure)};
    if (closure.empty()) {
        wanted.what = action::close_slots;
    } else if (act == "apply") {
        wanted.what = action::apply_closure;
    }
    return wanted;
}

std::string_view wrong_booking(const request& sent, const request_view& wanted, const event& happened,
                               const calling_model& before)
{
    switch (wanted.what) {
    case action::hold_slot:
        return judged<slot_held>(happened,
                                 [&](const slot_held& held) { return wrong_hold(sent, wanted, held); });
    case action::book:
        return judged<appointment_booked>(
            happened, [&](const appointment_booked& booked) { return wrong_book(sent, booked); });
    case action::move_booking:
        return judged<appointment_moved>(happened, [&](const appointment_moved& moved) {
            return wrong_move(sent, wanted, moved, before);
        });
    case action::cancel_booking:
        return judged<appointment_cancelled>(happened, [&](const appointment_cancelled& cancelled) {
            const bool is_meant = !cancelled.closure && has_code(before, cancelled.appointment, wanted.code);
            return is_meant ? "" : "of another appointment";
        });
    case action::check_in:
        return judged<ticket_issued>(happened, [&](const ticket_issued& issued) {
            const bool is_meant = issued.appointment && has_code(before, *issued.appointment, wanted.code);
            return is_meant ? "" : "of another appointment";
        });
    case action::close_slots:
        return judged<slots_closed>(happened,
                                    [&](const slots_closed& closed) { return wrong_closing(sent, closed); });
    case action::apply_closure:
        return wrong_applying(wanted, happened);
    default:
        return wrong_of_holder(sent, wanted, happened, before);
    }
}

domain::ticket_channel booking_channel(std::string_view actor)
{
    if (actor == "public") {
        return domain::ticket_channel::online;
    }
    return actor.starts_with("kiosk:") ? domain::ticket_channel::kiosk : domain::ticket_channel::staff;
}

std::optional<domain::instant> json_moment(std::string_view body, std::string_view name)
{
    const auto given = base::parse_timestamp(json_word(body, name));
    return given ? std::optional<domain::instant>{given->at} : std::nullopt;
}

} // namespace motcua::simulation
