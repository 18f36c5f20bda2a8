#pragma once
// Keeps an answer of the server fresh: asks soon after a change, now and then without one, one question at a
// time and never too often.

#include "client/transport.hpp"

namespace motcua::client {

/// On one strand.
class refresher
{
public:
    struct rhythm
    {
        milliseconds pace; ///< from a change to the question, which also covers the changes until then
        milliseconds age;  ///< from an answer to the next question when nothing changes
    };

    /// `ask` sends the question; its owner reports the end of it with answered(). `clock` outlives this.
    refresher(timers& clock, rhythm when, std::function<void()> ask)
        : clock_{clock}, rhythm_{when}, ask_{std::move(ask)}
    {}

    /// What is known no longer holds: asks after `delay` at the latest.
    void lost(milliseconds delay = {}) { ask_in(delay); }
    /// Something changed: asks soon.
    void changed() { ask_in(rhythm_.pace); }
    /// What is known is fresh now.
    void refreshed() { ask_in(rhythm_.age); }
    /// The question has its answer, or will get none.
    void answered()
    {
        is_asking_ = false;
        refreshed();
    }

    /// Asks no more, and expects no answer, until one of the above.
    void stop()
    {
        timer_.reset();
        due_.reset();
        is_asking_ = false;
    }

private:
    void ask_in(milliseconds delay);

    timers& clock_;
    rhythm rhythm_;
    std::function<void()> ask_;
    std::unique_ptr<operation> timer_;
    std::optional<time_point> due_;
    bool is_asking_ = false;
};

} // namespace motcua::client
