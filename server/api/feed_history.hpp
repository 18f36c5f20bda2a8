#pragma once
// The messages that a live feed has sent: a client that comes back gets those that it missed.

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace motcua::api {

using text_pointer = std::shared_ptr<const std::string>;

/// Staff see whole tickets; kiosks and displays see what everybody in the waiting hall may see.
enum class feed_view
{
    everybody,
    staff
};

/// One message in both views; both texts are null when nobody followed the feed.
struct feed_message
{
    std::int64_t seq{};
    text_pointer everybody;
    text_pointer staff;

    const text_pointer& text(feed_view view) const { return view == feed_view::staff ? staff : everybody; }
};

/// Keeps the last limits::feed_history messages.
class feed_history
{
public:
    /// Forgets all messages; from now on the history knows those after `seq`.
    void begin(std::int64_t seq);

    /// Adds a message that has been sent.
    void add(const feed_message& sent);

    /// The texts of the messages after `since`, up to `last_sent`; none when they are no longer known or more
    /// than limits::feed_resume_bytes.
    std::optional<std::vector<text_pointer>> missed_after(std::int64_t since, std::int64_t last_sent,
                                                          feed_view view) const;

private:
    bool knows_after(std::int64_t since, std::int64_t last_sent) const;

    std::deque<feed_message> messages_; ///< the newest last
    std::int64_t begins_ = 0;           ///< each message after this seq is in messages_ or was never written
};

} // namespace motcua::api
