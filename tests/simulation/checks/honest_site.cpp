#include "tests/simulation/checks/honest_site.hpp"

#include "protocol/appointments.hpp"
#include "tests/simulation/checks/hand_written.hpp"
#include "tests/simulation/checks/keyed_changes.hpp"
#include "tests/simulation/checks/live_message.hpp"
#include "tests/simulation/checks/sights.hpp"
#include "tests/simulation/zones.hpp"

namespace motcua::simulation {

namespace {

using namespace domain;

template <class Message>
Message body_of(const request& wanted)
{
    return base::from_json<Message>(wanted.body.empty() ? "{}" : wanted.body).value();
}

issue_ticket issue_of(const request& wanted)
{
    const auto body = body_of<protocol::issue_ticket>(wanted);
    return {.service = body.service,
            .priority = api::same_word<priority_class>(body.priority.value_or(protocol::priority::none)),
            .channel = ticket_channel::kiosk,
            .lang = "vi",
            .procedure = {},
            .track = key_digest(wanted.key, wanted.actor)};
}

transfer_ticket transfer_of(const request& wanted, ticket_id ticket)
{
    const auto body = body_of<protocol::transfer_ticket>(wanted);
    return {.ticket = ticket,
            .service = body.service,
            .counter = body.counter,
            .keep_place = body.keep_place.value_or(false)};
}

open_counter opening_of(const request& wanted, const counter_code& counter)
{
    open_counter opening{counter, {}};
    if (const auto body = body_of<protocol::open_counter>(wanted); body.services) {
        opening.services.emplace(body.services->begin(), body.services->end());
    }
    return opening;
}

std::optional<visit_outcome> finishing(const request& wanted)
{
    return body_of<protocol::call_next>(wanted).finish ? std::optional(visit_outcome::served) : std::nullopt;
}

command command_of(const request& wanted, const request_view& read)
{
    const counter_code counter(read.counter);
    switch (read.what) {
    case action::issue:
        return issue_of(wanted);
    case action::cancel:
        return cancel_ticket{.ticket = read.ticket};
    case action::set_priority: {
        const auto seen = body_of<protocol::set_priority>(wanted);
        return set_priority{read.ticket, static_cast<priority_class>(seen.priority), seen.confirmed};
    }
    case action::set_note:
        return set_note{read.ticket, !body_of<protocol::set_note>(wanted).text.empty()};
    case action::recall:
        return recall_ticket{read.ticket};
    case action::start:
        return start_ticket{read.ticket};
    case action::finish:
        return finish_ticket{read.ticket, visit_outcome::served};
    case action::no_show:
        return mark_no_show{read.ticket};
    case action::hold:
        return hold_ticket{read.ticket, {}};
    case action::resume:
        return resume_ticket{read.ticket};
    case action::release:
        return release_ticket{read.ticket};
    case action::transfer:
        return transfer_of(wanted, read.ticket);
    case action::open:
        return opening_of(wanted, counter);
    case action::pause:
        return pause_counter{counter, {}};
    case action::close:
        return close_counter{counter};
    case action::call:
        return call_ticket{counter, read_ticket_id(body_of<protocol::call_ticket>(wanted).ticket)};
    default:
        return call_next{counter, finishing(wanted)};
    }
}

answered refused(const refusal& why)
{
    return {.status = why.code == refusal_code::not_your_ticket  ? 403
                      : why.code == refusal_code::unknown_ticket ? 404
                                                                 : 409,
            .body = R"({"code":")" + name_of(why.code) + R"(","state":")" + why.state + R"("})"};
}

} // namespace

honest_site::honest_site(const site_settings& settings) : opened_{monday_morning}
{
    take_over({site_configured{.settings = settings, .utc_offset = offset_at(zone_of(settings), clock())}},
              "site", std::nullopt);
    take_over({day_opened{business_day(zone_of(settings), settings, clock())}}, "site", std::nullopt);
}

instant honest_site::clock() const { return opened_ + now_; }

void honest_site::set_clock(std::chrono::seconds by)
{
    const auto before = clock();
    opened_ += by;
    take_over({clock_anchored{before, clock()}}, "site", std::nullopt);
}

answered honest_site::serve(const request& wanted)
{
    const auto wanted_by = read_request(wanted, code);
    auto given = is_change(wanted_by.what) ? change(wanted, wanted_by) : read(wanted_by);
    seen.durable(now_, state_.seq());
    return given;
}

std::size_t honest_site::send(request wanted)
{
    const auto number = seen.ask(now_, wanted);
    pass(moment{10});
    auto given = serve(wanted);
    pass(moment{10});
    given.when = now_;
    seen.answer(number, std::move(given));
    pass(moment{10});
    return number;
}

answered honest_site::change(const request& wanted, const request_view& read)
{
    const auto& owner = wanted.key_owner.empty() ? wanted.actor : wanted.key_owner;
    const request_key key{key_digest(owner, wanted.key), request_digest(wanted.target, wanted.body)};
    if (const auto known = answers_.find(key.key); known != answers_.end()) {
        if (known->second.key.request != key.request) {
            return {.status = 422, .body = R"({"code":"idempotency_mismatch"})"};
        }
        auto again = known->second.first;
        again.replayed = true;
        return again;
    }
    take_over(*decide(state_, turn_day{}, {.now = clock(), .actor = "site", .counter = {}, .staff = {}}),
              "site", std::nullopt);
    auto decided = decide(state_, command_of(wanted, read),
                          {.now = clock(),
                           .actor = wanted.actor,
                           .counter = wanted.acts_for.empty() ? std::nullopt : std::optional{wanted.acts_for},
                           .staff = {}});
    if (!decided) {
        return refused(decided.error());
    }
    if (decided->empty()) {
        return {.status = 204};
    }
    take_over(std::move(*decided), wanted.actor, key);
    answered first{.status = 204};
    // A visit that ended while nobody else waited.
    if (read.what != action::call_next || state_.find_counter(counter_code(read.counter))->current) {
        first = {.status = read.what == action::issue ? 201 : 200, .body = answer_text(read)};
    }
    answers_[key.key] = {key, first};
    return first;
}

void honest_site::take_over(std::vector<event_body> decided, const std::string& actor,
                            const std::optional<request_key>& key)
{
    for (auto& body : decided) {
        const event happened{state_.seq() + 1, clock(), actor, key, std::move(body)};
        auto before = journal::look_before(state_, happened);
        state_.apply(happened);
        journal::project(happened, std::move(before), state_, rows);
        tell(happened);
        events.push_back(happened);
    }
}

std::string honest_site::answer_text(const request_view& wanted) const
{
    const api::views seen_by(code, state_);
    switch (wanted.what) {
    case action::open:
    case action::pause:
    case action::close:
        return base::to_json(seen_by.counter(*state_.find_counter(counter_code(wanted.counter))));
    case action::issue:
        return base::to_json(seen_by.ticket(state_.tickets().back()));
    case action::call:
    case action::call_next: {
        const auto called = *state_.find_counter(counter_code(wanted.counter))->current;
        return base::to_json(seen_by.ticket(*state_.find(called)));
    }
    default:
        return base::to_json(seen_by.ticket(*state_.find(wanted.ticket)));
    }
}

answered honest_site::read(const request_view& wanted) const
{
    const api::views seen_by(code, state_);
    if (wanted.what == action::show_board) {
        const auto& zone = zone_of(state_.settings());
        domain::forecast_memory forecasts;
        return {.status = 200, .body = base::to_json(seen_by.board({clock(), zone, forecasts}, last_sent_))};
    }
    if (wanted.what == action::show_ticket) {
        const auto* shown = state_.find(wanted.ticket);
        if (shown == nullptr) {
            return {.status = 404, .body = R"({"code":"not_found"})"};
        }
        return {.status = 200, .body = base::to_json(seen_by.ticket_with_history(*shown))};
    }
    protocol::ticket_list list;
    std::vector<const ticket*> listed;
    for (const auto& today : state_.tickets()) {
        if (query_value(wanted.query, "state") == name_of(today.state)) {
            listed.push_back(&today);
        }
    }
    std::ranges::sort(listed, {}, [](const auto* one) { return std::pair{one->due, one->id}; });
    constexpr std::size_t page = 5;
    for (std::size_t i = 0; i < std::min(page, listed.size()); ++i) {
        list.items.push_back(seen_by.ticket(*listed[i]));
    }
    if (listed.size() > page) {
        list.next_cursor = "more";
    }
    return {.status = 200, .body = base::to_json(list)};
}

void honest_site::tell(const event& happened)
{
    const std::string type(message_type(happened));
    if (type.empty()) {
        return;
    }
    const api::views seen_by(code, state_);
    std::array<std::shared_ptr<const std::string>, 2> texts; // everybody's and the staff's
    if (const auto id = ticket_of(happened.body)) {
        const auto& changed = *state_.find(*id);
        const auto counter = changed.counter;
        texts[0] = shared(base::to_json(protocol::feed_ticket<protocol::public_ticket>{
            type, happened.seq, last_sent_, seen_by.public_ticket(changed), counter}));
        texts[1] = shared(base::to_json(protocol::feed_ticket<protocol::ticket>{
            type, happened.seq, last_sent_, seen_by.ticket(changed), counter}));
    } else if (const auto* opened = std::get_if<day_opened>(&happened.body)) {
        texts[0] = texts[1] =
            shared(base::to_json(protocol::feed_day{type, happened.seq, last_sent_, {opened->day}}));
    } else if (type == "appointments_changed") {
        texts[0] = texts[1] =
            shared(base::to_json(protocol::feed_appointments{type, happened.seq, last_sent_}));
    } else {
        const auto counter = std::visit(
            []<class Body>(const Body& body) {
                if constexpr (requires { counter_code{body.counter}; }) {
                    return counter_code{body.counter};
                }
                return counter_code{};
            },
            happened.body);
        texts[0] = texts[1] = shared(base::to_json(protocol::feed_counter{
            type, happened.seq, last_sent_, counter, seen_by.public_counter(*state_.find_counter(counter))}));
    }
    last_sent_ = happened.seq;
    for (auto& each : followers_) {
        each.coming.push_back({{}, happened.seq, texts[each.is_staff ? 1 : 0]});
    }
}

std::size_t honest_site::follow(const std::string& client, bool is_staff)
{
    followers_.push_back({is_staff, {}});
    const auto feed = seen.follow(client);
    follow_again(feed);
    return feed;
}

void honest_site::follow_again(std::size_t feed)
{
    const auto& zone = zone_of(state_.settings());
    domain::forecast_memory forecasts;
    const protocol::feed_snapshot snapshot{
        .type = "snapshot",
        .seq = last_sent_,
        .epoch = "1",
        .board = api::views(code, state_).board({clock(), zone, forecasts}, last_sent_)};
    auto& coming = followers_[feed].coming;
    coming.clear();
    coming.push_back({{}, last_sent_, shared(base::to_json(snapshot))});
}

bool honest_site::hear(std::size_t feed)
{
    auto& coming = followers_[feed].coming;
    if (coming.empty()) {
        return false;
    }
    seen.deliver(feed, now_, coming.front().seq, std::move(coming.front().text));
    coming.pop_front();
    return true;
}

void honest_site::hear_all()
{
    for (std::size_t feed = 0; feed < followers_.size(); ++feed) {
        while (hear(feed)) {
            pass(moment{1});
        }
    }
}

request post(std::string actor, std::string target, std::string body, std::string key)
{
    constexpr std::string_view counter = "counter:";
    std::string acts_for = actor.starts_with(counter) ? actor.substr(counter.size()) : "";
    return {.verb = client::verb::post,
            .target = std::move(target),
            .body = std::move(body),
            .key = std::move(key),
            .actor = std::move(actor),
            .acts_for = std::move(acts_for)};
}

request get(std::string actor, std::string target)
{
    return {.target = std::move(target), .body = {}, .key = {}, .actor = std::move(actor)};
}

std::string of_site(const std::string& rest) { return "/api/v1/sites/hall/" + rest; }

std::string of_ticket(std::int64_t ticket, const std::string& action)
{
    return "/api/v1/tickets/hall-" + std::to_string(ticket) + (action.empty() ? "" : "/" + action);
}

} // namespace motcua::simulation
