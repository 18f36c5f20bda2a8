#include "tests/simulation/checks/history_check.hpp"

#include "tests/simulation/checks/json_scan.hpp"
#include "tests/simulation/checks/refusals.hpp"
#include "tests/simulation/checks/track_text.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

bool is_success(const answered& outcome) { return outcome.status >= 200 && outcome.status < 300; }

/// 429 and 503 say that the client gave up: an earlier try may have come through.
bool is_unknown(const std::optional<answered>& outcome)
{
    return !outcome || outcome->status == 429 || outcome->status >= 500;
}

bool may_have_made(const std::optional<answered>& outcome)
{
    return is_unknown(outcome) || (is_success(*outcome) && !outcome->body.empty());
}

bool is_same_request(const request& left, const request& right)
{
    return left.target == right.target && left.body == right.body;
}

} // namespace

history_check::history_check(const ledger& seen, const std::vector<request_view>& requests,
                             const keyed_changes& changes, std::span<const domain::event> events)
    : seen_{seen}, requests_{requests}, changes_{changes}, events_{events}
{}

void history_check::tell(known_seqs& known) const
{
    const auto& entries = seen_.entries();
    for (const auto& change : changes_.all()) {
        if (change.event == 0 || change.is_used_again) {
            continue;
        }
        known.requested(entries[change.entries.front()].when, change.event);
        for (const auto entry : change.entries) {
            const auto& outcome = entries[entry].outcome;
            if (outcome && is_success(*outcome) && !outcome->body.empty()) {
                known.shown(outcome->when, change.event);
            }
        }
    }
}

void history_check::judge(const known_seqs& known, findings& found)
{
    known_ = &known;
    for (const auto& change : changes_.all()) {
        judge(change, found);
    }
    const auto& entries = seen_.entries();
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        const auto& outcome = entries[entry].outcome;
        if (!outcome) {
            continue;
        }
        if (outcome->status >= 500 && outcome->status != 503) {
            note(found, name(entry) + " was answered " + std::to_string(outcome->status));
        }
        if (!is_change(requests_[entry].what)) {
            judge_read(entry);
        } else if (entries[entry].wanted.key.empty() && is_success(*outcome)) {
            note(found, name(entry) + " has no key: the checks cannot follow it");
        }
    }
    std::ranges::sort(answers_, std::ranges::greater{}, &answer_of_event::seq);
    sightings_.settle();
}

void history_check::judge(const keyed_change& change, findings& found)
{
    const auto& entries = seen_.entries();
    if (change.event != 0 && !change.is_used_again) {
        const auto& first = entries[change.entries.front()];
        if (const auto least = known_->least(first.when); change.event <= least) {
            note(found, seq_name(change.event) + " comes before " + seq_name(least) +
                            ", which was known when " + name(change.entries.front()) + " was made");
        }
        const auto& maker = entries[change.maker];
        if (maker.wanted.actor != events_[static_cast<std::size_t>(change.event) - 1].actor) {
            note(found, seq_name(change.event) + " bears another actor than " + name(change.maker));
        }
        const bool has_maker = std::ranges::any_of(change.entries, [&](std::size_t entry) {
            const auto& outcome = entries[entry].outcome;
            const bool may_be_new = outcome && changes_.may_be_forgotten(change, known_->most(outcome->when));
            // A copy of a refused request that came later than its answer: a refusal leaves the key free.
            // What was stored in the very moment of the try may have come after it.
            const auto& tried = entries[entry].last_try;
            const bool may_come_late = outcome && tried && change.event > known_->stored(*tried - moment{1});
            // Nothing is left to show of a device that is revoked, nor of a visit that ended without a next.
            const bool has_nothing_to_show = requests_[entry].what == action::administer ||
                                             (requests_[entry].what == action::call_next &&
                                              std::holds_alternative<domain::ticket_finished>(
                                                  events_[static_cast<std::size_t>(change.event) - 1].body));
            const bool is_without_body = outcome && outcome->status == 204 && has_nothing_to_show;
            // An earlier try made it; meanwhile the site was closed to who asks, or their token ended.
            const bool is_shut_out =
                outcome && outcome->status == 401 && tried && change.event <= known_->most(*tried);
            return is_same_request(entries[entry].wanted, maker.wanted) &&
                   (may_have_made(outcome) || may_be_new || may_come_late || is_without_body || is_shut_out);
        });
        if (!has_maker) {
            note(found, name(change.maker) + " was refused with " + std::to_string(maker.outcome->status) +
                            " and left " + seq_name(change.event));
        }
    }
    judge_answers(change, found);
}

void history_check::judge_answers(const keyed_change& change, findings& found)
{
    const auto& entries = seen_.entries();
    std::optional<std::size_t> first;
    for (const auto entry : change.entries) {
        const auto& outcome = entries[entry].outcome;
        if (is_unknown(outcome) || change.is_used_again) {
            continue;
        }
        if (requests_[entry].what == action::administer) {
            // Its answer shows no ticket, and a password once: only that it was stored can be judged.
            if (is_success(*outcome) && change.event > known_->most(outcome->when)) {
                note(found, name(entry) + " was answered before " + seq_name(change.event) + " was stored");
            }
            continue;
        }
        const bool has_event = change.event != 0 && is_success(*outcome) && !outcome->body.empty();
        if (!has_event) {
            if (problem_code(outcome->body) == "idempotency_mismatch") {
                judge_mismatch(change, entry, found);
            } else {
                judge_without_event(entry, found);
            }
            continue;
        }
        if (!is_same_request(entries[entry].wanted, entries[change.maker].wanted)) {
            note(found, name(entry) + " was answered, and its key belongs to another request");
        }
        if (change.event > known_->most(outcome->when)) {
            note(found, name(entry) + " was answered before " + seq_name(change.event) + " was stored");
        }
        if (first && !changes_.may_be_forgotten(change, known_->most(outcome->when))) {
            judge_again(change, entry, *first, found);
        } else if (!first) {
            first = entry;
            answers_.push_back({change.event, entry});
        }
    }
}

/// The same key gives the same bytes, and only one answer is the first.
void history_check::judge_again(const keyed_change& change, std::size_t entry, std::size_t first,
                                findings& found) const
{
    const auto& one = *seen_.entries()[first].outcome;
    const auto& other = *seen_.entries()[entry].outcome;
    if (one.status != other.status || one.body != other.body) {
        note(found,
             name(entry) + " was answered otherwise than the first time, at " + seq_name(change.event));
    }
    if (!one.replayed && !other.replayed) {
        note(found,
             name(entry) + " was answered twice as if for the first time, at " + seq_name(change.event));
    }
}

void history_check::judge_mismatch(const keyed_change& change, std::size_t entry, findings& found) const
{
    const auto& entries = seen_.entries();
    const bool is_one = std::ranges::any_of(change.entries, [&](std::size_t other) {
        return !is_same_request(entries[other].wanted, entries[entry].wanted);
    });
    if (!is_one) {
        note(found, name(entry) + " was told that its key was used for another request, and it was not");
    }
}

/// A refusal, a 204, or a success that the journal does not know.
void history_check::judge_without_event(std::size_t entry, findings& found)
{
    const auto& [wanted, when, outcome, last_try] = seen_.entries()[entry];
    const auto& asked_for = requests_[entry];
    if (!is_success(*outcome)) {
        if (problem_code(outcome->body) == "answer_lost") {
            // A key and its answer are forgotten together.
            return note(found, name(entry) + " was answered that its first answer is lost");
        }
        if (auto seen = read_refusal(wanted, asked_for, *outcome)) {
            expect(entry, *std::move(seen));
        }
        return;
    }
    if (asked_for.what == action::call_next && outcome->status == 204) {
        return expect(entry, nobody_waits{asked_for.counter});
    }
    if (asked_for.what == action::issue_offline && is_known_by_number(entry)) {
        return;
    }
    if (auto seen = read_unchanged(wanted, asked_for, *outcome)) {
        return expect(entry, *std::move(seen));
    }
    note(found, name(entry) + " was answered " + std::to_string(outcome->status) +
                    " and the journal has no event of it");
}

/// A slip printed offline is recognised for ever by its block and number, whatever the key.
bool history_check::is_known_by_number(std::size_t entry) const
{
    const auto number = json_number(json_member(seen_.entries()[entry].wanted.body, "number"));
    const auto is_it = [&](const auto* slip) {
        return slip != nullptr && slip->block == requests_[entry].block && slip->number == number;
    };
    return std::ranges::any_of(events_, [&](const domain::event& happened) {
        return is_it(std::get_if<domain::ticket_issued>(&happened.body)) ||
               is_it(std::get_if<domain::ticket_logged>(&happened.body));
    });
}

void history_check::judge_read(std::size_t entry)
{
    const auto& [wanted, when, outcome, last_try] = seen_.entries()[entry];
    const auto& asked_for = requests_[entry];
    if (outcome->status != 200) {
        if (auto seen = read_refusal(wanted, asked_for, *outcome)) {
            expect(entry, *std::move(seen));
        }
        return;
    }
    json_scan body(outcome->body);
    if (asked_for.what == action::show_ticket) {
        auto seen = read_ticket(body);
        seen.is_for_counter = !wanted.acts_for.empty();
        expect(entry, seen);
    } else if (asked_for.what == action::show_board) {
        expect(entry, read_board(body));
    } else if (asked_for.what == action::show_appointment) {
        expect(entry, read_appointment(body));
    } else if (asked_for.what == action::list_tickets && query_value(asked_for.query, "cursor").empty()) {
        expect(entry, read_list(body, asked_for.query));
    }
}

/// `seen` was so at some moment between question and answer. A board says itself how old it is at most.
void history_check::expect(std::size_t entry, sight seen)
{
    const auto& [wanted, when, outcome, last_try] = seen_.entries()[entry];
    const auto* board = std::get_if<board_sight>(&seen);
    const auto from = std::max(known_->least(when), board == nullptr ? 0 : board->seq);
    sightings_.add({from, known_->most(outcome->when), entry, std::move(seen)});
}

void history_check::before(const domain::event& happened, const calling_model& before, findings& found) const
{
    const auto* change = changes_.of_event(happened.seq);
    if (change == nullptr) {
        return;
    }
    const auto maker = changes_.maker_of(happened.seq);
    const auto& wanted = seen_.entries()[maker].wanted;
    const auto& asked_for = requests_[maker];
    if (const auto wrong = mismatch(wanted, asked_for, happened, before); !wrong.empty()) {
        note(found,
             seq_name(happened.seq) + " is " + std::string(wrong) + " than asked for by " + name(maker));
    }
    // Any counter may release a ticket that another one cannot go on with.
    if (wanted.acts_for.empty() || asked_for.what == action::release) {
        return;
    }
    const auto* ticket = before.find(asked_for.ticket);
    const bool is_somebodys = ticket != nullptr && (domain::occupies_counter(ticket->state) ||
                                                    ticket->state == domain::ticket_state::held);
    if (is_somebodys && ticket->counter != wanted.acts_for) {
        note(found, seq_name(happened.seq) + " changes ticket " + ticket->number + " of counter " +
                        ticket->counter + " for " + name(maker));
    }
    if (!asked_for.counter.empty() && asked_for.counter != wanted.acts_for) {
        note(found, seq_name(happened.seq) + " lets " + name(maker) + " act for another counter");
    }
}

void history_check::after(const calling_model& model, findings& found)
{
    while (!answers_.empty() && answers_.back().seq <= model.seq()) {
        check_answer(answers_.back().entry, model.seq(), model, found);
        answers_.pop_back();
    }
    sightings_.look(model, [&](const sighting& one, std::string_view why) { report(one, why, found); });
}

/// The first answer to a change shows the site just after its event.
void history_check::check_answer(std::size_t entry, std::int64_t seq, const calling_model& model,
                                 findings& found) const
{
    const std::string_view body = seen_.entries()[entry].outcome->body;
    json_scan scan(body);
    std::string_view why;
    switch (requests_[entry].what) {
    case action::open:
    case action::pause:
    case action::close:
        why = objection(read_counter(scan), model);
        break;
    case action::lease: {
        const auto& leased = std::get<domain::block_leased>(events_[static_cast<std::size_t>(seq) - 1].body);
        const bool is_it = json_number(json_member(body, "first")) == leased.first &&
                           json_number(json_member(body, "last")) == leased.last;
        why = is_it ? "" : "the numbers are others";
        break;
    }
    case action::hold_slot: {
        const auto& held = std::get<domain::slot_held>(events_[static_cast<std::size_t>(seq) - 1].body);
        why = json_word(body, "hold") == track_text(held.hold) ? "" : "the hold is another";
        break;
    }
    case action::book:
    case action::move_booking:
    case action::cancel_booking:
        why = objection(read_appointment(scan), model);
        break;
    case action::close_slots: {
        const auto& closed = std::get<domain::slots_closed>(events_[static_cast<std::size_t>(seq) - 1].body);
        const bool is_it = json_number(json_member(body, "id")) == static_cast<std::int64_t>(closed.closure);
        why = is_it ? "" : "the closure is another";
        break;
    }
    case action::apply_closure:
        why = objection(closure_is_applied{requests_[entry].closure}, model);
        break;
    case action::give_up:
    case action::postpone:
    case action::come_back:
    case action::change_service:
        why = objection(read_tracked(scan, requests_[entry].track), model);
        break;
    case action::rate: {
        const auto& rated = std::get<domain::visit_rated>(events_[static_cast<std::size_t>(seq) - 1].body);
        why = json_number(json_member(body, "score")) == rated.score ? "" : "the score is another";
        break;
    }
    case action::suspend_intake:
    case action::resume_intake:
        why = objection_to_services(body, model);
        break;
    default:
        why = objection(read_ticket(scan), model);
    }
    if (!why.empty()) {
        note(found,
             name(entry) + " was answered otherwise than " + seq_name(seq) + " has it: " + std::string(why));
    }
}

void history_check::end(findings& found)
{
    sightings_.end([&](const sighting& one, std::string_view why) { report(one, why, found); });
}

void history_check::report(const sighting& one, std::string_view why, findings& found) const
{
    const auto stretch = one.to < one.from ? "and not after " + seq_name(one.to)
                         : one.to == known_seqs::any
                             ? "from " + seq_name(one.from) + " on"
                             : "from " + seq_name(one.from) + " to " + seq_name(one.to);
    note(found, name(one.who) + " was answered " + std::to_string(seen_.entries()[one.who].outcome->status) +
                    " with what was never so " + stretch + ": " + std::string(why));
}

std::string history_check::name(std::size_t entry) const
{
    const auto& wanted = seen_.entries()[entry].wanted;
    return (wanted.verb == client::verb::get ? "the GET " : "the POST ") + wanted.target + " of " +
           wanted.actor + (wanted.key.empty() ? "" : " (key " + wanted.key + ")");
}

} // namespace motcua::simulation
