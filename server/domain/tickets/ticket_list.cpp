#include "server/domain/tickets/ticket_list.hpp"

#include "base/require.hpp"

namespace motcua::domain {

ticket_list::ticket_list(ticket_list_image saved) : last_(saved.last)
{
    for (auto& each : saved.all) {
        tracks_[each.track] = each.id;
        if (each.state == ticket_state::waiting) {
            queue_.add(each);
        }
        all_.push_back(std::move(each));
    }
}

ticket_list_image ticket_list::image() const
{
    ticket_list_image image{.last = last_, .all = {all_.begin(), all_.end()}};
    return image;
}

const ticket* ticket_list::find(ticket_id id) const
{
    if (all_.empty() || id < all_.front().id || id > all_.back().id) {
        return nullptr;
    }
    const auto distance = static_cast<std::int64_t>(id) - static_cast<std::int64_t>(all_.front().id);
    const auto place = static_cast<std::size_t>(distance);
    return place < all_.size() ? &all_[place] : nullptr;
}

const ticket* ticket_list::find(const track_id& track) const
{
    const auto found = tracks_.find(track);
    return found == tracks_.end() ? nullptr : find(found->second);
}

const ticket& ticket_list::at(ticket_id id) const
{
    const auto* found = find(id);
    base::require(found != nullptr, "an event is about a ticket of today");
    base::require(found->id == id, "the ids of today's tickets follow each other");
    return *found;
}

std::vector<ticket_id> ticket_list::with_notes() const
{
    std::vector<ticket_id> found;
    for (const auto& each : all_) {
        if (each.has_note) {
            found.push_back(each.id);
        }
    }
    return found;
}

ticket& ticket_list::edit(ticket_id id) { return const_cast<ticket&>(at(id)); }

seconds shown_between(instant from, instant to)
{
    return std::chrono::floor<seconds>(to) - std::chrono::floor<seconds>(from);
}

std::string format_number(const service_code& service, int number)
{
    const auto digits = std::to_string(number);
    return service + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

} // namespace motcua::domain
