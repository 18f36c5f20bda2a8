#include "tests/simulation/checks/delivery_check.hpp"

#include <algorithm>

namespace motcua::simulation {

delivery_check::delivery_check(const ledger& seen, std::span<const domain::event> events, findings& found)
    : seen_{seen}, events_{events}, next_visible_(events.size() + 1, known_seqs::any),
      texts_of_(events.size() + 1), last_heard_(seen.feeds().size(), -1)
{
    for (auto place = events.size(); place > 0; --place) {
        const bool is_visible = !message_type(events[place - 1]).empty();
        next_visible_[place - 1] = is_visible ? static_cast<std::int64_t>(place) : next_visible_[place];
    }
    texts_.reserve(2 * events.size());
    for (std::size_t feed = 0; feed < seen.feeds().size(); ++feed) {
        read_feed(feed, found);
    }
}

/// Each message follows the one before it; a snapshot starts again, but never further back.
void delivery_check::read_feed(std::size_t feed, findings& found)
{
    for (const auto& delivered : seen_.feeds()[feed].messages) {
        const auto& message = read(feed, delivered, found);
        auto& last = last_heard_[feed];
        if (!message.is_snapshot()) {
            judge_order(feed, message, found);
        } else if (message.seq < last) {
            note(found, name(message.type, message.seq, feed) + " goes back from " + seq_name(last));
        }
        last = std::max(last, message.seq);
    }
}

const live_message& delivery_check::read(std::size_t feed, const ledger::delivered& message, findings& found)
{
    const auto seq = static_cast<std::size_t>(message.seq);
    auto* place = seq < texts_of_.size() ? &texts_of_[seq] : nullptr;
    while (place != nullptr && *place != 0) {
        auto& known = texts_[*place - 1];
        if (known.text == *message.text) {
            return known.read;
        }
        place = &known.next;
    }
    if (place != nullptr) {
        *place = texts_.size() + 1;
    }
    texts_.push_back({*message.text, read_live_message(*message.text), feed});
    const auto& read = texts_.back().read;
    if (place == nullptr) {
        note(found, name(read.type, message.seq, feed) + " reports what the journal does not have");
    }
    if (read.seq != message.seq) {
        note(found, name(read.type, message.seq, feed) + " says " + seq_name(read.seq));
    }
    return read;
}

void delivery_check::judge_order(std::size_t feed, const live_message& message, findings& found) const
{
    const auto last = last_heard_[feed];
    const auto complain = [&](const std::string& what) {
        note(found, name(message.type, message.seq, feed) + " " + what);
    };
    if (last < 0) {
        return complain("comes before any snapshot");
    }
    if (message.seq <= last) {
        return complain("comes after " + seq_name(last));
    }
    if (message.prev != last) {
        complain("follows " + seq_name(message.prev) + ", and the client last heard of " + seq_name(last));
    }
    if (first_visible_after(last) < message.seq) {
        complain("leaves out " + seq_name(first_visible_after(last)));
    }
}

std::int64_t delivery_check::first_visible_after(std::int64_t seq) const
{
    const auto place = static_cast<std::size_t>(std::max<std::int64_t>(seq, 0));
    return place < next_visible_.size() ? next_visible_[place] : known_seqs::any;
}

void delivery_check::tell(known_seqs& known) const
{
    for (const auto& follower : seen_.feeds()) {
        for (const auto& message : follower.messages) {
            known.shown(message.when, message.seq);
        }
    }
}

void delivery_check::judge(const known_seqs& known, findings& found)
{
    for (std::size_t feed = 0; feed < seen_.feeds().size(); ++feed) {
        for (const auto& message : seen_.feeds()[feed].messages) {
            const auto most = known.most(message.when);
            if (message.seq > most) {
                note(found, name("message", message.seq, feed) + " was delivered when no more than " +
                                seq_name(most) + " was stored");
            }
        }
    }
    for (const auto& one : texts_) {
        if (const auto* board = std::get_if<board_sight>(&one.read.shown)) {
            // What changed since without a message is not part of a board.
            const auto to = first_visible_after(one.read.seq) - 1;
            snapshots_.add({one.read.seq, to, one.feed, *board});
        }
    }
    snapshots_.settle();
}

void delivery_check::after(const calling_model& model, findings& found)
{
    const auto seq = static_cast<std::size_t>(model.seq());
    for (auto next = seq < texts_of_.size() ? texts_of_[seq] : 0; next != 0; next = texts_[next - 1].next) {
        check(texts_[next - 1], model, found);
    }
    snapshots_.look(model, [&](const sighting& one, std::string_view why) { report(one, why, found); });
}

/// A message reports its event, with what it is about as it was just after it.
void delivery_check::check(const feed_text& one, const calling_model& model, findings& found) const
{
    if (one.read.is_snapshot() || one.read.seq < 1 || one.read.seq != model.seq()) {
        return;
    }
    const auto& happened = events_[static_cast<std::size_t>(one.read.seq) - 1];
    std::string_view why;
    if (one.read.type != message_type(happened)) {
        why = "its event is of another kind";
    } else if (const auto* ticket = std::get_if<ticket_sight>(&one.read.shown)) {
        why = ticket->id != domain::ticket_of(happened.body) ? "the ticket is another"
                                                             : objection(*ticket, model);
        if (why.empty() && one.read.counter != ticket->counter) {
            why = "the counter beside the ticket is another";
        }
    } else if (const auto* counter = std::get_if<counter_sight>(&one.read.shown)) {
        why = counter->code != one.read.counter ? "the counter is another" : objection(*counter, model);
    }
    if (!why.empty()) {
        note(found, name(one.read.type, one.read.seq, one.feed) + " is not as it was: " + std::string(why));
    }
}

void delivery_check::end(bool is_calm, findings& found)
{
    snapshots_.end([&](const sighting& one, std::string_view why) { report(one, why, found); });
    if (!is_calm) {
        return;
    }
    for (std::size_t feed = 0; feed < last_heard_.size(); ++feed) {
        const auto& follower = seen_.feeds()[feed];
        const auto missed = first_visible_after(last_heard_[feed]);
        if (follower.is_open && missed != known_seqs::any) {
            note(found, follower.client + " never heard of " + seq_name(missed) + ", though all was calm");
        }
    }
}

std::string delivery_check::name(std::string_view type, std::int64_t seq, std::size_t feed) const
{
    return std::string(type) + " of " + seq_name(seq) + " for " + seen_.feeds()[feed].client;
}

void delivery_check::report(const sighting& one, std::string_view why, findings& found) const
{
    note(found, name("snapshot", one.from, one.who) + " shows a site that never was: " + std::string(why));
}

} // namespace motcua::simulation
