#include "server/domain/tickets/queue.hpp"

#include "base/require.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

namespace {

place place_of(const ticket& waiting) { return {waiting.due, waiting.id}; }

const ranked_places& find_places(const std::map<std::string, ranked_places>& places, const std::string& code)
{
    static const ranked_places none;
    const auto found = places.find(code);
    return found == places.end() ? none : found->second;
}

void insert(ranked_places& places, const place& mine)
{
    require(places.insert(mine).second, "a ticket joins a queue once");
}

void erase(ranked_places& places, const place& mine)
{
    require(places.erase(mine) == 1, "a ticket that leaves a queue was in it");
}

} // namespace

void queue::add(const ticket& waiting)
{
    require(waiting.state == ticket_state::waiting, "only a waiting ticket is in the queue");
    if (!waiting.reserved_for) {
        insert(open_[waiting.service], place_of(waiting));
        return;
    }
    insert(reserved_[waiting.service], place_of(waiting));
    insert(reserved_for_[*waiting.reserved_for], place_of(waiting));
}

void queue::remove(const ticket& waiting)
{
    if (!waiting.reserved_for) {
        erase(open_[waiting.service], place_of(waiting));
        return;
    }
    erase(reserved_[waiting.service], place_of(waiting));
    erase(reserved_for_[*waiting.reserved_for], place_of(waiting));
}

std::optional<ticket_id> queue::next_for(const counter_code& counter,
                                         const std::vector<service_code>& services) const
{
    std::optional<place> head;
    const auto consider = [&head](const ranked_places& places) {
        if (!places.empty() && (!head || *places.begin() < *head)) {
            head = *places.begin();
        }
    };
    consider(find_places(reserved_for_, counter));
    for (const auto& service : services) {
        consider(find_places(open_, service));
    }
    if (!head) {
        return std::nullopt;
    }
    return head->ticket;
}

int queue::open_before(const service_code& service, const place& mine) const
{
    return static_cast<int>(find_places(open_, service).lower_bound_rank(mine));
}

int queue::reserved_before(const counter_code& counter, const place& mine) const
{
    return static_cast<int>(find_places(reserved_for_, counter).lower_bound_rank(mine));
}

int queue::before(const service_code& service, const place& mine) const
{
    return static_cast<int>(find_places(open_, service).lower_bound_rank(mine) +
                            find_places(reserved_, service).lower_bound_rank(mine));
}

int queue::waiting(const service_code& service) const
{
    return static_cast<int>(find_places(open_, service).size() + find_places(reserved_, service).size());
}

std::vector<place> queue::places(const service_code& service, std::size_t most) const
{
    const auto& open = find_places(open_, service);
    const auto& reserved = find_places(reserved_, service);
    std::vector<place> places;
    auto next_open = open.begin();
    auto next_reserved = reserved.begin();
    while (places.size() < most && (next_open != open.end() || next_reserved != reserved.end())) {
        const bool from_open =
            next_reserved == reserved.end() || (next_open != open.end() && *next_open < *next_reserved);
        places.push_back(from_open ? *next_open++ : *next_reserved++);
    }
    return places;
}

bool queue::holds(const ticket& waiting) const
{
    const auto mine = place_of(waiting);
    const auto has = [&mine](const ranked_places& places) { return places.find(mine) != places.end(); };
    if (!waiting.reserved_for) {
        return has(find_places(open_, waiting.service));
    }
    return has(find_places(reserved_, waiting.service)) &&
           has(find_places(reserved_for_, *waiting.reserved_for));
}

bool queue::is_empty() const
{
    const auto none = [](const auto& entry) { return entry.second.empty(); };
    return std::ranges::all_of(open_, none) && std::ranges::all_of(reserved_, none);
}

void queue::clear()
{
    open_.clear();
    reserved_.clear();
    reserved_for_.clear();
}

} // namespace motcua::domain
