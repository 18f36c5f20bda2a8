#include "tests/simulation/checks/keyed_changes.hpp"

#include "server/domain/counters/counters.hpp"
#include "tests/simulation/checks/access_model.hpp"

#include <algorithm>
#include <cstring>
#include <sodium.h>

namespace motcua::simulation {

namespace {

/// api: the same key within 48 h gives the first answer again.
constexpr std::chrono::hours key_kept{48};

std::string_view path_of(const request& entry)
{
    return std::string_view(entry.target).substr(0, entry.target.find('?'));
}

} // namespace

std::array<std::uint8_t, 16> key_digest(std::string_view first, std::string_view second)
{
    std::string text;
    text.reserve(first.size() + 1 + second.size());
    text.append(first).append(1, '\0').append(second);
    std::array<std::uint8_t, 16> bits{};
    crypto_generichash(bits.data(), bits.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return bits;
}

std::array<std::uint8_t, 16> request_digest(std::string_view path, std::string_view body)
{
    std::array<std::uint8_t, crypto_kdf_KEYBYTES> under{};
    crypto_kdf_derive_from_key(under.data(), under.size(), 2, "persons_", office_key.data());
    std::string text("request");
    text.append(1, '\0').append(path).append(1, '\0').append(body).append(1, '\0');
    std::array<std::uint8_t, 16> bits{};
    crypto_generichash(bits.data(), bits.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), under.data(), under.size());
    return bits;
}

std::size_t keyed_changes::first_bits::operator()(const digest& bits) const
{
    std::size_t first = 0;
    std::memcpy(&first, bits.data(), sizeof first);
    return first;
}

keyed_changes::keyed_changes(const ledger& seen, const std::vector<request_view>& requests,
                             std::span<const domain::event> events, findings& found)
    : seen_{seen}, events_{events}, makers_(events.size()), by_event_(events.size())
{
    const auto& entries = seen.entries();
    by_key_.reserve(entries.size());
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const auto& wanted = entries[place].wanted;
        if (!is_change(requests[place].what) || wanted.key.empty()) {
            continue;
        }
        const auto& owner = wanted.key_owner.empty() ? wanted.actor : wanted.key_owner;
        const auto [known, is_new] = by_key_.try_emplace(key_digest(owner, wanted.key), changes_.size());
        if (is_new) {
            changes_.emplace_back();
        }
        changes_[known->second].entries.push_back(place);
    }
    lived_.reserve(events.size());
    std::chrono::microseconds set{0};
    for (const auto& happened : events) {
        if (const auto* anchor = std::get_if<domain::clock_anchored>(&happened.body)) {
            set += anchor->after - anchor->before;
        }
        lived_.push_back(happened.at - set);
        take(happened, found);
    }
}

namespace {

/// What is said of credentials takes no key, and only the last of several events bears the key of its
/// request.
bool may_have_no_key(const domain::event& happened)
{
    const auto* paused = std::get_if<domain::counter_paused>(&happened.body);
    // Who reads a person's name is noted, and a read has no key.
    return (paused != nullptr && paused->reason == domain::officer_gone) ||
           std::holds_alternative<domain::person_shown>(happened.body) ||
           std::visit([]<class Body>(const Body&) { return of_access<Body>; }, happened.body);
}

/// Whether `next` is the call that came with the end of a visit, in one request.
bool is_finish_of(const domain::event& happened, const domain::event& next)
{
    return std::holds_alternative<domain::ticket_finished>(happened.body) &&
           std::holds_alternative<domain::ticket_called>(next.body) && next.key &&
           happened.actor == next.actor && happened.at == next.at;
}

/// The closure that moved or cancelled an appointment.
std::optional<domain::closure_id> closure_of(const domain::event& happened)
{
    if (const auto* moved = std::get_if<domain::appointment_moved>(&happened.body)) {
        return moved->closure;
    }
    const auto* cancelled = std::get_if<domain::appointment_cancelled>(&happened.body);
    return cancelled == nullptr ? std::nullopt : cancelled->closure;
}

/// Whether both are of one request that has its key with the later of them.
bool is_one_request(const domain::event& happened, const domain::event& next)
{
    const auto closure = closure_of(happened);
    const bool is_of_closure =
        closure && closure == closure_of(next) && happened.actor == next.actor && happened.at == next.at;
    return is_finish_of(happened, next) || is_of_closure;
}

} // namespace

void keyed_changes::take(const domain::event& happened, findings& found)
{
    const auto name = [&] { return "seq " + std::to_string(happened.seq) + " of " + happened.actor; };
    const auto place = static_cast<std::size_t>(&happened - events_.data());
    if (!happened.key) {
        if (place + 1 < events_.size() && is_one_request(happened, events_[place + 1])) {
            return;
        }
        if (happened.actor != "site" && !may_have_no_key(happened)) {
            note(found, name() + " bears no key, and every client gave one");
        }
        return;
    }
    const auto known = by_key_.find(happened.key->key);
    if (known == by_key_.end()) {
        return note(found, name() + " comes from no request that anybody made");
    }
    auto& change = changes_[known->second];
    if (change.event != 0) {
        if (!may_be_forgotten(change, happened.seq)) {
            note(found, name() + " has the key of seq " + std::to_string(change.event) + " once more");
        }
        change.is_used_again = true;
    }
    if (!find_maker(change, happened)) {
        return note(found, name() + " comes from another request than those made with its key");
    }
    change.event = happened.seq;
    by_event_[place] = known->second + 1;
    makers_[place] = change.maker;
    // What came before it in the same request has its maker too.
    for (auto first = place; first > 0; --first) {
        const auto& earlier = events_[first - 1];
        if (earlier.key || !is_one_request(earlier, events_[first])) {
            return;
        }
        by_event_[first - 1] = by_event_[place];
        makers_[first - 1] = makers_[place];
    }
}

/// With one key there is mostly one request, which is then the one; a client's mistake brings others.
bool keyed_changes::find_maker(keyed_change& change, const domain::event& happened) const
{
    const auto& entries = seen_.entries();
    const auto& first = entries[change.entries.front()].wanted;
    const bool is_one = std::ranges::all_of(change.entries, [&](std::size_t entry) {
        return entries[entry].wanted.target == first.target && entries[entry].wanted.body == first.body;
    });
    const auto has_made = [&](std::size_t entry) {
        const auto& wanted = entries[entry].wanted;
        return is_one || request_digest(path_of(wanted), wanted.body) == happened.key->request;
    };
    const auto maker = std::ranges::find_if(change.entries, has_made);
    if (maker == change.entries.end()) {
        return false;
    }
    change.maker = *maker;
    return true;
}

bool keyed_changes::may_be_forgotten(const keyed_change& change, std::int64_t events) const
{
    const auto most = std::min(static_cast<std::size_t>(events), lived_.size());
    const auto first = static_cast<std::size_t>(change.event) - 1;
    // At any event between: what is lived may run back where a clock was set that nobody had followed.
    return change.event > 0 && most > first &&
           *std::max_element(lived_.begin() + static_cast<std::ptrdiff_t>(first),
                             lived_.begin() + static_cast<std::ptrdiff_t>(most)) > lived_[first] + key_kept;
}

const keyed_change* keyed_changes::of_event(std::int64_t seq) const
{
    const auto place = static_cast<std::size_t>(seq) - 1;
    return place < by_event_.size() && by_event_[place] != 0 ? &changes_[by_event_[place] - 1] : nullptr;
}

} // namespace motcua::simulation
