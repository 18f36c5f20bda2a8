#pragma once
// A site's clock: an anchor of the system clock, carried on by the steady clock, so that a wrong or corrected
// system clock never reorders the queue.

#include "server/domain/types.hpp"

#include <chrono>
#include <optional>

namespace motcua::runtime {

using domain::instant;
using std::chrono::microseconds;

/// Both clocks read at one moment.
struct clock_reading
{
    instant system;
    /// Since any fixed moment; never runs back.
    microseconds steady;
    /// Whether the kernel reports the system clock as synchronised.
    bool synchronised;
};

/// The seam to the machine's clocks.
class clock_source
{
public:
    virtual ~clock_source() = default;
    virtual clock_reading read() = 0;

    /// Only the steady clock, because every change reads it: whether the system clock is synchronised costs a
    /// system call.
    virtual microseconds steady() { return read().steady; }
};

/// The clocks of this machine; `synchronised` comes from adjtimex(2).
class machine_clock : public clock_source
{
public:
    clock_reading read() override;
    microseconds steady() override;
};

/// The two clocks may part by this much before it counts as a jump.
constexpr std::chrono::seconds clock_parting_max{2};

/// A longer jump ahead is believed only from a synchronised clock, or when an administrator confirms it.
constexpr std::chrono::hours clock_jump_believed{30 * 24};

/// A jump that the site follows: time goes on from `after` where it would have been `before`.
struct clock_jump
{
    instant before;
    instant after;
};

class site_clock
{
public:
    /// Goes on from `last_event`, the time of the last event (none in a new journal), until check() has
    /// compared it with the system clock.
    site_clock(const clock_reading& at_start, std::optional<instant> last_event);

    /// The site's time when the steady clock says `steady`. Does not run back between two jumps that were
    /// followed.
    instant now(microseconds steady) const { return anchor_ + (steady - anchor_steady_); }
    instant now(const clock_reading& reading) const { return now(reading.steady); }

    /// Compares the two clocks. A jump that is believed is followed from now on and returned, and must become
    /// an event; one that is not leaves the time as it was and makes the clock doubtful.
    std::optional<clock_jump> check(const clock_reading& reading);

    /// An administrator says that the system clock is right: it is followed wherever it has gone. The jump,
    /// if it is one, must become an event.
    std::optional<clock_jump> confirm(const clock_reading& reading);

    /// Whether the system clock shows a time that is not believed.
    bool doubtful() const { return doubtful_; }

private:
    /// The jump that following `reading` would be; none while the two clocks agree.
    std::optional<clock_jump> parting(const clock_reading& reading) const;
    void follow(const clock_reading& reading);

    instant anchor_;
    microseconds anchor_steady_;
    bool doubtful_ = false;
};

} // namespace motcua::runtime
