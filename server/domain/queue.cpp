#include "server/domain/queue.hpp"

#include <limits>

namespace motcua::domain {

namespace {

place place_of(const ticket& waiting) { return {waiting.due, waiting.id}; }

const ranked_places& find_places(const std::map<std::string, ranked_places>& places, const std::string& code)
{
    static const ranked_places none;
    const auto found = places.find(code);
    return found == places.end() ? none : found->second;
}

} // namespace

void queue::add(const ticket& waiting)
{
    by_service_[waiting.service].insert(place_of(waiting));
    auto& callable = waiting.reserved_for ? reserved_[*waiting.reserved_for] : open_[waiting.service];
    callable.insert(place_of(waiting));
}

void queue::remove(const ticket& waiting)
{
    by_service_[waiting.service].erase(place_of(waiting));
    auto& callable = waiting.reserved_for ? reserved_[*waiting.reserved_for] : open_[waiting.service];
    callable.erase(place_of(waiting));
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
    consider(find_places(reserved_, counter));
    for (const auto& service : services) {
        consider(find_places(open_, service));
    }
    if (!head) {
        return std::nullopt;
    }
    return head->ticket;
}

int queue::ahead_of(const service_code& service, instant due) const
{
    const auto& places = find_places(by_service_, service);
    constexpr auto after_all = ticket_id{std::numeric_limits<std::int64_t>::max()};
    return static_cast<int>(places.upper_bound_rank(place{due, after_all}));
}

int queue::waiting(const service_code& service) const
{
    return static_cast<int>(find_places(by_service_, service).size());
}

const ranked_places& queue::places(const service_code& service) const
{
    return find_places(by_service_, service);
}

void queue::clear()
{
    by_service_.clear();
    open_.clear();
    reserved_.clear();
}

} // namespace motcua::domain
