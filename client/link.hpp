#pragma once
// The link of a window to a real server: a conversation on the network's thread, an inbox to the window's.

#include "client/client_thread.hpp"
#include "client/inbox.hpp"

#include <future>
#include <memory>

namespace motcua::client {

/// `Conversation` is made of a connection and a function that takes an `Event`, and has start(). Used
/// from the window's thread; nothing waits but the end.
template <class Conversation, class Event>
class link
{
public:
    /// Begins to talk at once.
    explicit link(endpoint server) : network_(std::move(server))
    {
        network_.post([talk = talk_, inbox = inbox_](connection& to) {
            // A full inbox means that the window hangs; it has worse troubles then than a lost message.
            *talk = std::make_unique<Conversation>(to, [inbox](Event e) { inbox->push(std::move(e)); });
            (*talk)->start();
        });
    }

    ~link()
    {
        const auto ended = std::make_shared<std::promise<void>>();
        network_.post([talk = talk_, ended](connection& to) {
            to.forget(); // What it has asked may be answered before the thread stops.
            talk->reset();
            ended->set_value();
        });
        ended->get_future().wait_for(limits::thread_stop);
    }

    link(const link&) = delete;
    link& operator=(const link&) = delete;

    /// Runs `task` with the conversation, on the network's thread.
    void post(std::function<void(Conversation&)> task)
    {
        network_.post([talk = talk_, task = std::move(task)](connection&) { task(**talk); });
    }

    /// What happened since the last call, oldest first.
    std::vector<Event> take() { return inbox_->take(); }

private:
    /// Shared with the network's thread, which may outlive this when it is stuck.
    std::shared_ptr<client::inbox<Event>> inbox_ = std::make_shared<client::inbox<Event>>();
    /// What is inside belongs to the network's thread, and begins and ends there.
    std::shared_ptr<std::unique_ptr<Conversation>> talk_ = std::make_shared<std::unique_ptr<Conversation>>();
    client_thread network_;
};

} // namespace motcua::client
