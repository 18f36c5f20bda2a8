#include "server/domain/site_state.hpp"

#include <algorithm>
#include <stdexcept>

namespace motcua::domain {

void series::note(std::vector<seconds> times)
{
    service_times = times;
    if (times.empty()) {
        return;
    }
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle);
    service_time = *middle;
}

site_state::site_state(site_image image)
    : seq_(image.seq), at_(image.at), settings_(std::move(image.settings)), day_(image.day),
      last_ticket_(image.last_ticket), last_block_(image.last_block),
      clock_doubted_until_(image.clock_doubted_until), counters_(std::move(image.counters)),
      numbers_(std::move(image.numbers))
{
    for (auto& saved : image.tickets) {
        tracks_[saved.track] = saved.id;
        if (saved.state == ticket_state::waiting) {
            queue_.add(saved);
        }
        tickets_.push_back(std::move(saved));
    }
    for (auto& saved : numbers_) {
        saved.note(std::move(saved.service_times));
    }
    for (auto& saved : image.blocks) {
        blocks_[saved.id] = std::move(saved);
    }
    for (auto& saved : image.keys) {
        key_index_[saved.key.key] = keys_.size();
        keys_.push_back(saved);
    }
}

site_image site_state::image() const
{
    site_image image{.seq = seq_,
                     .at = at_,
                     .settings = settings_,
                     .day = day_,
                     .last_ticket = last_ticket_,
                     .last_block = last_block_,
                     .clock_doubted_until = clock_doubted_until_,
                     .tickets = {tickets_.begin(), tickets_.end()},
                     .counters = counters_,
                     .blocks = {},
                     .numbers = numbers_,
                     .keys = {keys_.begin(), keys_.end()}};
    for (const auto& [id, block] : blocks_) {
        image.blocks.push_back(block);
    }
    return image;
}

const ticket* site_state::find(ticket_id id) const
{
    if (tickets_.empty() || id < tickets_.front().id || id > tickets_.back().id) {
        return nullptr;
    }
    const auto distance = static_cast<std::int64_t>(id) - static_cast<std::int64_t>(tickets_.front().id);
    const auto place = static_cast<std::size_t>(distance);
    return place < tickets_.size() ? &tickets_[place] : nullptr;
}

const ticket* site_state::find(const track_id& track) const
{
    const auto found = tracks_.find(track);
    return found == tracks_.end() ? nullptr : find(found->second);
}

const counter* site_state::find_counter(const counter_code& code) const
{
    const auto found = std::ranges::find(counters_, code, &counter::code);
    return found == counters_.end() ? nullptr : &*found;
}

const number_block* site_state::find_block(block_id id) const
{
    const auto found = blocks_.find(id);
    return found == blocks_.end() ? nullptr : &found->second;
}

int site_state::last_number(const service_code& service) const
{
    const auto found = std::ranges::find(numbers_, service, &series::service);
    return found == numbers_.end() ? 0 : found->last_number;
}

seconds site_state::service_time(const service_code& service) const
{
    const auto found = std::ranges::find(numbers_, service, &series::service);
    return found == numbers_.end() ? seconds{0} : found->service_time;
}

const remembered_key* site_state::find_key(const std::array<std::uint8_t, 16>& key) const
{
    const auto found = key_index_.find(key);
    return found == key_index_.end() ? nullptr : &keys_[found->second - keys_forgotten_];
}

std::optional<ticket_id> ticket_of(const event_body& body)
{
    return std::visit(
        [](const auto& one) -> std::optional<ticket_id> {
            if constexpr (requires { one.ticket; }) {
                return one.ticket;
            } else {
                return std::nullopt;
            }
        },
        body);
}

ticket& site_state::at(ticket_id id) { return const_cast<ticket&>(*std::as_const(*this).find(id)); }

counter& site_state::at(const counter_code& code)
{
    const auto found = std::ranges::find(counters_, code, &counter::code);
    if (found == counters_.end()) {
        throw std::logic_error("an event names a counter that the site does not have");
    }
    return *found;
}

series& site_state::numbers_of(const service_code& service)
{
    const auto found = std::ranges::find(numbers_, service, &series::service);
    if (found != numbers_.end()) {
        return *found;
    }
    return numbers_.emplace_back(
        series{.service = service, .last_number = 0, .service_times = {}, .service_time = {}});
}

} // namespace motcua::domain
