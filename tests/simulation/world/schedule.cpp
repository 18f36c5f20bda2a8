#include "tests/simulation/world/schedule.hpp"

#include <algorithm>
#include <utility>

namespace motcua::simulation {

namespace {

/// The slot in the lower bits of what cancels an entry.
constexpr unsigned slot_bits = 24;

class planned final : public client::operation
{
public:
    planned(schedule& in, std::uint64_t which) : schedule_{in}, which_{which} {}
    ~planned() override { schedule_.cancel(which_); }

private:
    schedule& schedule_;
    std::uint64_t which_;
};

} // namespace

std::uint64_t schedule::after(microseconds delay, action what)
{
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(slots_.size()));
        slots_.emplace_back();
    }
    const auto place = free_.back();
    free_.pop_back();
    const auto order = ++last_order_;
    slots_[place] = {std::move(what), order};
    heap_.push_back({now_ + std::max(delay, microseconds{0}), order, place});
    std::ranges::push_heap(heap_, later);
    ++live_;
    return order << slot_bits | place;
}

void schedule::cancel(std::uint64_t planned)
{
    if (planned == 0) {
        return;
    }
    const auto place = static_cast<std::uint32_t>(planned & ((1U << slot_bits) - 1));
    auto& held = slots_[place];
    if (held.order != planned >> slot_bits) {
        return;
    }
    held.order = 0;
    --live_;
    // What it holds may, as it ends, cancel or plan others.
    const auto forgotten = std::exchange(held.what, nullptr);
    free_.push_back(place);
}

void schedule::drop_cancelled()
{
    while (slots_[heap_.front().slot].order != heap_.front().order) {
        std::ranges::pop_heap(heap_, later);
        heap_.pop_back();
    }
}

microseconds schedule::next()
{
    drop_cancelled();
    return heap_.front().when;
}

void schedule::step()
{
    drop_cancelled();
    std::ranges::pop_heap(heap_, later);
    const auto due = heap_.back();
    heap_.pop_back();
    now_ = std::max(now_, due.when);
    auto& held = slots_[due.slot];
    held.order = 0;
    --live_;
    const auto what = std::exchange(held.what, nullptr);
    free_.push_back(due.slot);
    what();
}

std::unique_ptr<client::operation> virtual_timers::after(client::milliseconds delay,
                                                         std::function<void()> function)
{
    return std::make_unique<planned>(schedule_, schedule_.after(delay, std::move(function)));
}

} // namespace motcua::simulation
