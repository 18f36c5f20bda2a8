#include "tests/simulation/world/conversation.hpp"

#include "server/http/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::simulation {

/// The feed as the server holds it.
class server_end final : public http::feed
{
public:
    explicit server_end(std::weak_ptr<conversation> about) : about_{std::move(about)} {}

    void send(std::shared_ptr<const std::string> message) override
    {
        if (const auto open = about_.lock()) {
            open->send(std::move(message));
        }
    }
    bool is_open() const override
    {
        const auto open = about_.lock();
        return open && !open->is_closing();
    }
    void close(http::close_code) override
    {
        if (const auto open = about_.lock()) {
            open->close();
        }
    }

private:
    std::weak_ptr<conversation> about_;
};

bool conversation::is_parted() const { return network_.is_parted(line_); }

/// One connection: nothing overtakes what was sent before it.
void conversation::in_order(schedule::action arrival)
{
    auto& when = network_.schedule_;
    last_arrival_ = std::max(last_arrival_, when.now() + network_.delay(line_));
    when.after(last_arrival_ - when.now(), std::move(arrival));
}

void conversation::accept(front_door& door, const http::feed_opened& opened)
{
    door_ = &door;
    server_end_ = std::make_shared<server_end>(weak_from_this());
    in_order([self = shared_from_this()] {
        if (!self->left_) {
            self->open_ = true;
            self->handlers_.on_open();
        }
    });
    opened(server_end_);
}

void conversation::refuse(boost::system::error_code why)
{
    is_closing_ = true;
    tell_closed(network_.delay(line_), why);
}

void conversation::send(std::shared_ptr<const std::string> message)
{
    if (is_closing_ || !network_.server_may_send()) {
        return;
    }
    under_way_bytes_ += message->size();
    if (under_way_bytes_ > http::limits{}.feed_backlog_bytes) {
        return break_off(connection_broken);
    }
    if (is_parted()) {
        held_back_.push_back(std::move(message));
    } else {
        carry(std::move(message));
    }
}

void conversation::carry(std::shared_ptr<const std::string> message)
{
    in_order([self = shared_from_this(), message = std::move(message)] {
        self->under_way_bytes_ -= message->size();
        self->arrive(message);
    });
}

void conversation::arrive(const std::shared_ptr<const std::string>& message)
{
    if (left_) {
        return;
    }
    network_.trace_.note(network_.schedule_.now());
    network_.trace_.note(*message);
    network_.arriving_ = message;
    handlers_.on_heard();
    if (!left_) {
        handlers_.on_message(*message);
    }
}

void conversation::close()
{
    if (is_closing_) {
        return;
    }
    is_closing_ = true;
    tell_closed(network_.delay(line_), client::error::feed_refused);
    drop_server_end(milliseconds{1});
}

void conversation::server_ends(bool told)
{
    is_closing_ = true;
    door_ = nullptr;
    server_end_ = nullptr;
    if (told && !is_parted()) {
        tell_closed(network_.delay(line_), connection_broken);
    }
}

void conversation::ping()
{
    if (left_ || !open_ || is_closing_ || is_parted() || network_.drawn(line_, &line_quality::lost)) {
        return;
    }
    const auto asked_in = network_.delay(line_);
    network_.schedule_.after(asked_in, [self = shared_from_this()] { self->answer_ping(); });
}

void conversation::answer_ping()
{
    if (left_ || door_ == nullptr || is_parted() || network_.silent_) {
        return;
    }
    in_order([self = shared_from_this()] {
        if (!self->left_) {
            self->handlers_.on_heard();
        }
    });
}

void conversation::client_leaves()
{
    if (std::exchange(left_, true)) {
        return;
    }
    held_back_.clear();
    // Of a client that vanished the server learns by its silence.
    const auto silence = std::chrono::duration_cast<microseconds>(http::limits{}.feed_silence);
    drop_server_end(is_parted() ? silence : network_.delay(line_));
}

void conversation::break_off(boost::system::error_code why)
{
    is_closing_ = true;
    held_back_.clear();
    tell_closed(network_.delay(line_), why);
    drop_server_end(network_.delay(line_));
}

void conversation::rejoin()
{
    for (auto& message : std::exchange(held_back_, {})) {
        carry(std::move(message));
    }
}

void conversation::tell_closed(microseconds delay, boost::system::error_code why)
{
    network_.schedule_.after(delay, [self = shared_from_this(), why] {
        if (!std::exchange(self->left_, true)) {
            const auto told = self->handlers_.on_closed;
            told(why);
        }
    });
}

void conversation::drop_server_end(microseconds delay)
{
    is_closing_ = true;
    network_.schedule_.after(delay, [self = shared_from_this()] {
        auto* const door = std::exchange(self->door_, nullptr);
        const auto end = std::exchange(self->server_end_, nullptr);
        if (door != nullptr && end) {
            door->feed_gone(*end);
        }
    });
}

} // namespace motcua::simulation
