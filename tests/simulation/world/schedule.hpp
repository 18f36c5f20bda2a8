#pragma once
// Virtual time: what is to happen when. One thing after the other, in the order of their moments, and of two
// at the same moment the one that was planned first.

#include "client/transport.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace motcua::simulation {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

class schedule
{
public:
    using action = std::function<void()>;

    /// Steady time since the run began.
    microseconds now() const { return now_; }

    /// Plans `what`, at once (a step later) or after `delay`. The number cancels it.
    std::uint64_t after(microseconds delay, action what);

    /// Does nothing for what has happened, and for 0.
    void cancel(std::uint64_t planned);

    bool empty() const { return live_ == 0; }

    /// The moment of the next step; there is one.
    microseconds next();

    /// Takes the next step: time goes on to its moment, and it happens.
    void step();

private:
    struct entry
    {
        microseconds when;
        std::uint64_t order;
        std::uint32_t slot;
    };
    struct slot
    {
        action what;
        std::uint64_t order = 0; ///< of the entry that it belongs to; 0: free
    };
    /// Of a heap whose top is the earliest.
    static bool later(const entry& left, const entry& right)
    {
        return left.when != right.when ? left.when > right.when : left.order > right.order;
    }
    void drop_cancelled();

    microseconds now_{0};
    std::uint64_t last_order_ = 0;
    std::size_t live_ = 0;
    std::vector<entry> heap_;
    std::vector<slot> slots_;
    std::vector<std::uint32_t> free_;
};

/// The timers of a client's connection, on virtual time.
class virtual_timers final : public client::timers
{
public:
    explicit virtual_timers(schedule& when) : schedule_{when} {}

    client::time_point now() const override { return client::time_point{schedule_.now()}; }
    std::unique_ptr<client::operation> after(client::milliseconds delay,
                                             std::function<void()> function) override;

private:
    schedule& schedule_;
};

} // namespace motcua::simulation
