#include "tests/simulation/checks/request_view.hpp"

#include "server/domain/counters/counters.hpp"
#include "tests/simulation/checks/booking_request.hpp"
#include "tests/simulation/checks/json_scan.hpp"
#include "tests/simulation/checks/sights.hpp"

#include <algorithm>
#include <array>

namespace motcua::simulation {

namespace {

using named_action = std::pair<std::string_view, action>;

constexpr std::array<named_action, 11> ticket_actions{{{"cancel", action::cancel},
                                                       {"recall", action::recall},
                                                       {"start", action::start},
                                                       {"finish", action::finish},
                                                       {"no_show", action::no_show},
                                                       {"hold", action::hold},
                                                       {"resume", action::resume},
                                                       {"release", action::release},
                                                       {"transfer", action::transfer},
                                                       {"note", action::set_note},
                                                       {"priority", action::set_priority}}};

constexpr std::array<named_action, 5> counter_actions{{{"open", action::open},
                                                       {"pause", action::pause},
                                                       {"close", action::close},
                                                       {"call_next", action::call_next},
                                                       {"call", action::call}}};

constexpr std::array<named_action, 2> intake_actions{
    {{"suspend", action::suspend_intake}, {"resume", action::resume_intake}}};

template <std::size_t N>
action find_action(const std::array<named_action, N>& actions, std::string_view name)
{
    const auto found = std::ranges::find(actions, name, &named_action::first);
    return found == actions.end() ? action::other : found->second;
}

/// Takes the part up to the next slash off `path`.
std::string_view take_part(std::string_view& path)
{
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    return part;
}

/// Whether `id` is one of the site: "hall-12".
bool is_of_site(std::string_view id, std::string_view site)
{
    return id.starts_with(site) && id.rfind('-') == site.size();
}

request_view about_ticket(std::string_view path, client::verb how, std::string_view site)
{
    request_view wanted;
    const auto id = take_part(path);
    if (!is_of_site(id, site)) {
        return wanted;
    }
    wanted.ticket = read_ticket_id(id);
    if (how == client::verb::get && path.empty()) {
        wanted.what = action::show_ticket;
    } else if (how == client::verb::post) {
        wanted.what = find_action(ticket_actions, path);
    }
    return wanted;
}

request_view about_site(std::string_view path, client::verb how, std::string_view query)
{
    request_view wanted{.query = query};
    const bool posts = how == client::verb::post;
    const bool removes = how == client::verb::remove;
    const auto thing = take_part(path);
    if (thing == "tickets" && path.empty() && !removes) {
        wanted.what = posts ? action::issue : action::list_tickets;
    } else if (removes) {
        wanted.what = thing == "devices" ? action::administer : action::other;
    } else if (thing == "board" && path.empty() && !posts) {
        wanted.what = action::show_board;
    } else if (thing == "counters" && posts) {
        wanted.counter = take_part(path);
        wanted.what = find_action(counter_actions, path);
    } else if (thing == "services" && posts) {
        wanted.service = take_part(path);
        wanted.what = path == "holds" ? action::hold_slot : find_action(intake_actions, path);
    } else if (thing == "appointments" && posts && path.empty()) {
        wanted.what = action::book;
    } else if (thing == "closures" && posts) {
        return about_closure(path);
    } else if ((thing == "staff" || thing == "devices") && posts) {
        wanted.what = action::administer;
    } else if (thing == "number_blocks" && posts) {
        const auto block = take_part(path);
        wanted.block = domain::block_id{json_number(block)};
        wanted.what = block.empty()       ? action::lease
                      : path == "tickets" ? action::issue_offline
                                          : action::other;
    } else if (posts && path.empty()) {
        wanted.what = find_action(intake_actions, thing);
    }
    return wanted;
}

} // namespace

request_view read_request(const request& sent, std::string_view site)
{
    constexpr std::string_view base = "/api/v1/";
    std::string_view path = sent.target;
    if (!path.starts_with(base)) {
        return {};
    }
    path.remove_prefix(base.size());
    const auto question = path.find('?');
    const auto query = question == path.npos ? std::string_view{} : path.substr(question + 1);
    path = path.substr(0, question);
    const auto resource = take_part(path);
    if (resource == "tickets") {
        return about_ticket(path, sent.verb, site);
    }
    if (resource == "track") {
        return about_track(path, sent.verb);
    }
    if (resource == "appointments") {
        return about_appointment(path, sent.verb, query);
    }
    if (resource == "sites" && take_part(path) == site) {
        return about_site(path, sent.verb, query);
    }
    return {};
}

namespace {

template <class Enum>
bool is_word(std::string_view text, Enum value)
{
    return text == boost::describe::enum_to_string(value, "");
}

/// Whether the member of `body` says `value`, or is not there and `value` is the one then taken.
bool says(std::string_view body, std::string_view name, std::string_view value, std::string_view otherwise)
{
    const auto given = json_word(body, name);
    return (given.empty() ? otherwise : given) == value;
}

/// What a ticket from the counter of the day and one from a block have in common.
template <class Body>
std::string_view wrong_issue(const request& sent, const Body& issued)
{
    const std::string_view body = sent.body;
    const auto priority = json_word(body, "priority");
    if (!is_word(priority.empty() ? "none" : priority, issued.priority)) {
        return "of another priority";
    }
    if (!says(body, "lang", issued.lang, "vi")) {
        return "in another language";
    }
    return says(body, "procedure", issued.procedure.value_or(""), "") ? "" : "for another procedure";
}

template <class Body>
std::string_view wrong_offline_issue(const request& sent, const request_view& wanted, const Body& issued)
{
    if (wanted.what != action::issue_offline) {
        return "of another kind";
    }
    if (issued.block != wanted.block) {
        return "from another block";
    }
    if (json_number(json_member(sent.body, "number")) != issued.number) {
        return "with another number";
    }
    return wrong_issue(sent, issued);
}

std::string_view wrong_online_issue(const request& sent, const request_view& wanted,
                                    const domain::ticket_issued& issued)
{
    if (wanted.what != action::issue || issued.appointment) {
        return "of another kind";
    }
    const auto channel = json_word(sent.body, "channel");
    if (!channel.empty() && !is_word(channel, issued.channel)) {
        return "by another channel";
    }
    if (json_word(sent.body, "service") != issued.service) {
        return "for another service";
    }
    return wrong_issue(sent, issued);
}

std::string_view wrong_call(const request& sent, const request_view& wanted,
                            const domain::ticket_called& called)
{
    if (called.counter != wanted.counter) {
        return "at another counter";
    }
    if (wanted.what == action::call_next) {
        return called.out_of_order ? "out of order" : "";
    }
    return read_ticket_id(json_word(sent.body, "ticket")) == called.ticket ? "" : "of another ticket";
}

/// With the call of the next one: of the ticket that stands at the counter.
std::string_view wrong_finish(const request& sent, const request_view& wanted,
                              const domain::ticket_finished& finished, const calling_model& before)
{
    const auto how = json_member(sent.body, "finish");
    if (how.empty() || how == "null") {
        return "of a ticket that nobody wanted to finish";
    }
    const auto* ticket = before.find(finished.ticket);
    if (ticket == nullptr || ticket->counter != wanted.counter) {
        return "of a ticket at another counter";
    }
    return says(how, "outcome", name_of(finished.outcome), "served") ? "" : "with another outcome";
}

std::string_view wrong_transfer(const request& sent, const domain::ticket_transferred& moved,
                                const domain::event& happened, const calling_model& before)
{
    const auto* ticket = before.find(moved.ticket);
    if (ticket == nullptr) {
        return "of a ticket that is not of today";
    }
    if (!says(sent.body, "service", moved.service, ticket->service)) {
        return "to another service";
    }
    if (!says(sent.body, "counter", moved.counter.value_or(""), "")) {
        return "to another counter";
    }
    const bool keeps = json_member(sent.body, "keep_place") == "true";
    return moved.due == (keeps ? ticket->due : happened.at) ? "" : "to another place in the queue";
}

std::string_view wrong_opening(const request& sent, const request_view& wanted,
                               const domain::counter_opened& opened, const calling_model& before)
{
    if (opened.counter != wanted.counter) {
        return "of another counter";
    }
    const auto given = json_member(sent.body, "services");
    if (given.empty() || given == "null") {
        const auto* setup = domain::find_counter(before.settings(), opened.counter);
        return setup != nullptr && setup->services == opened.services ? "" : "for other services";
    }
    std::vector<std::string_view> services;
    json_scan scan(given);
    scan.items([&] { services.push_back(scan.text()); });
    return std::ranges::equal(services, opened.services) ? "" : "for other services";
}

/// An action on the ticket of the path.
template <class Body>
std::string_view wrong_ticket(const request_view& wanted, action what, const Body& body)
{
    if (wanted.what != what) {
        return "of another kind";
    }
    return body.ticket == wanted.ticket ? "" : "of another ticket";
}

template <class Body>
std::string_view wrong_counter(const request_view& wanted, action what, const Body& body)
{
    if (wanted.what != what) {
        return "of another kind";
    }
    return body.counter == wanted.counter ? "" : "of another counter";
}

template <class Body>
std::string_view wrong_intake(const request& sent, const request_view& wanted, const Body& body)
{
    constexpr bool suspends = std::same_as<Body, domain::intake_suspended>;
    if (wanted.what != (suspends ? action::suspend_intake : action::resume_intake)) {
        return "of another kind";
    }
    if constexpr (suspends) {
        if (!says(sent.body, "reason", body.reason, "")) {
            return "for another reason";
        }
    }
    return wanted.service == body.service.value_or("") ? "" : "of another service";
}

/// Which action leaves an event of this kind; `other` for those that nobody asks for.
template <class Body>
constexpr action action_of = action::other;
template <>
constexpr action action_of<domain::ticket_cancelled> = action::cancel;
template <>
constexpr action action_of<domain::ticket_recalled> = action::recall;
template <>
constexpr action action_of<domain::ticket_started> = action::start;
template <>
constexpr action action_of<domain::ticket_finished> = action::finish;
template <>
constexpr action action_of<domain::ticket_no_show> = action::no_show;
template <>
constexpr action action_of<domain::ticket_held> = action::hold;
template <>
constexpr action action_of<domain::ticket_resumed> = action::resume;
template <>
constexpr action action_of<domain::ticket_released> = action::release;
template <>
constexpr action action_of<domain::ticket_transferred> = action::transfer;
template <>
constexpr action action_of<domain::ticket_note_set> = action::set_note;
template <>
constexpr action action_of<domain::ticket_priority_set> = action::set_priority;
template <>
constexpr action action_of<domain::counter_paused> = action::pause;
template <>
constexpr action action_of<domain::counter_closed> = action::close;

} // namespace

std::string_view mismatch(const request& sent, const request_view& wanted, const domain::event& happened,
                          const calling_model& before)
{
    using namespace domain;
    if (is_of_booking(wanted.what)) {
        return wrong_booking(sent, wanted, happened, before);
    }
    const auto judge = [&]<class Body>(const Body& body) -> std::string_view {
        if constexpr (std::same_as<Body, ticket_issued>) {
            return body.block ? wrong_offline_issue(sent, wanted, body)
                              : wrong_online_issue(sent, wanted, body);
        } else if constexpr (std::same_as<Body, ticket_logged>) {
            return wrong_offline_issue(sent, wanted, body);
        } else if constexpr (std::same_as<Body, ticket_called>) {
            const bool calls = wanted.what == action::call_next || wanted.what == action::call;
            return calls ? wrong_call(sent, wanted, body) : "of another kind";
        } else if constexpr (std::same_as<Body, counter_opened>) {
            return wanted.what == action::open ? wrong_opening(sent, wanted, body, before)
                                               : "of another kind";
        } else if constexpr (std::same_as<Body, block_leased>) {
            if (wanted.what != action::lease) {
                return "of another kind";
            }
            return json_word(sent.body, "service") == body.service ? "" : "for another service";
        } else if constexpr (std::same_as<Body, intake_suspended> || std::same_as<Body, intake_resumed>) {
            return wrong_intake(sent, wanted, body);
        } else if constexpr (of_access<Body>) {
            return wanted.what == action::administer ? "" : "of another kind";
        } else if constexpr (std::same_as<Body, counter_paused>) {
            // The counter of an officer whose sessions an administrator ended.
            if (wanted.what == action::administer && body.reason == officer_gone) {
                return {};
            }
            const auto wrong = wrong_counter(wanted, action_of<Body>, body);
            const bool is_meant = json_moment(sent.body, "until") == body.until; // Or neither names one.
            return wrong.empty() && !is_meant ? "until another moment" : wrong;
        } else if constexpr (action_of<Body> == action::other) {
            return "of a kind that nobody asks for";
        } else if constexpr (requires { body.ticket; }) {
            if constexpr (std::same_as<Body, ticket_finished>) {
                if (wanted.what == action::call_next) {
                    return wrong_finish(sent, wanted, body, before);
                }
            }
            if (const auto wrong = wrong_ticket(wanted, action_of<Body>, body); !wrong.empty()) {
                return wrong;
            }
            if constexpr (std::same_as<Body, ticket_finished>) {
                return says(sent.body, "outcome", name_of(body.outcome), "served") ? ""
                                                                                   : "with another outcome";
            } else if constexpr (std::same_as<Body, ticket_held>) {
                return json_moment(sent.body, "until") == body.until ? "" : "until another moment";
            } else if constexpr (std::same_as<Body, ticket_transferred>) {
                return wrong_transfer(sent, body, happened, before);
            } else if constexpr (std::same_as<Body, ticket_priority_set>) {
                const bool is_meant = says(sent.body, "priority", name_of(body.priority), "") &&
                                      (json_member(sent.body, "confirmed") == "true") == body.confirmed;
                return is_meant ? "" : "of another class";
            } else if constexpr (std::same_as<Body, ticket_note_set>) {
                return json_word(sent.body, "text").empty() != body.has_note ? "" : "with another note";
            } else if constexpr (std::same_as<Body, ticket_cancelled>) {
                return says(sent.body, "reason", body.reason.value_or(""), "") ? "" : "for another reason";
            }
            return {};
        } else {
            return wrong_counter(wanted, action_of<Body>, body);
        }
    };
    return std::visit(judge, happened.body);
}

} // namespace motcua::simulation
