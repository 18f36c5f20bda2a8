#pragma once
// Where the network's thread leaves messages for the window's thread, which looks every few milliseconds.

#include "client/limits.hpp"

#include <mutex>
#include <utility>
#include <vector>

namespace motcua::client {

/// Its two functions may run at the same time.
template <class Message>
class inbox
{
public:
    /// Leaves a message; from any thread. False, and the message is dropped, when the inbox is full: the
    /// window hangs.
    bool push(Message message)
    {
        const std::lock_guard lock(mutex_);
        if (messages_.size() == limits::inbox_messages) {
            return false;
        }
        messages_.push_back(std::move(message));
        return true;
    }

    /// Takes all messages, oldest first; from the window's thread.
    std::vector<Message> take()
    {
        const std::lock_guard lock(mutex_);
        return std::exchange(messages_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Message> messages_;
};

} // namespace motcua::client
