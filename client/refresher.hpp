#pragma once
// Keeps something fresh that the server is asked for: soon after a change, now and then without one, one
// question at a time and none too often.

#include "client/transport.hpp"

namespace motcua::client {

/// On one strand.
class refresher
{
public:
    struct rhythm
    {
        milliseconds pace; ///< from a change to the question; further changes until then ask no more
        milliseconds age;  ///< from an answer to the next question when nothing changes
    };

    /// `ask` asks, and sees to it that `answered` is called. `clock` outlives this.
    refresher(timers& clock, rhythm when, std::function<void()> ask)
        : clock_{clock}, rhythm_{when}, ask_{std::move(ask)}
    {}

    /// Nothing known holds any more.
    void lost() { ask_in(milliseconds{0}); }
    /// Something changed.
    void changed() { ask_in(rhythm_.pace); }
    /// What is known was fresh just now.
    void refreshed() { ask_in(rhythm_.age); }
    /// The question has its answer, or will have none.
    void answered()
    {
        is_asking_ = false;
        refreshed();
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
