#include "tests/simulation/world/simulated_feed.hpp"

#include "server/http/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::simulation {

/// The feed as the server holds it.
class server_end final : public http::feed
{
public:
    explicit server_end(std::weak_ptr<simulated_feed> about) : about_{std::move(about)} {}

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
    std::weak_ptr<simulated_feed> about_;
};

bool simulated_feed::is_parted() const { return network_.is_parted(transport_); }

/// One connection: nothing overtakes what was sent before it.
void simulated_feed::in_order(schedule::action arrival)
{
    auto& when = network_.schedule_;
    last_arrival_ = std::max(last_arrival_, when.now() + network_.delay(transport_));
    when.after(last_arrival_ - when.now(), std::move(arrival));
}

void simulated_feed::accept(front_door& door, const http::feed_opened& opened)
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

void simulated_feed::refuse(boost::system::error_code why)
{
    is_closing_ = true;
    report_closed(network_.delay(transport_), why);
}

void simulated_feed::send(std::shared_ptr<const std::string> message)
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

void simulated_feed::carry(std::shared_ptr<const std::string> message)
{
    in_order([self = shared_from_this(), message = std::move(message)] {
        self->under_way_bytes_ -= message->size();
        self->arrive(message);
    });
}

void simulated_feed::arrive(const std::shared_ptr<const std::string>& message)
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

void simulated_feed::close()
{
    if (is_closing_) {
        return;
    }
    is_closing_ = true;
    report_closed(network_.delay(transport_), client::error::feed_refused);
    drop_server_end(milliseconds{1});
}

void simulated_feed::server_ends(bool is_noticed)
{
    is_closing_ = true;
    door_ = nullptr;
    server_end_ = nullptr;
    if (is_noticed && !is_parted()) {
        report_closed(network_.delay(transport_), connection_broken);
    }
}

void simulated_feed::ping()
{
    if (left_ || !open_ || is_closing_ || is_parted() || network_.drawn(transport_, &network_quality::lost)) {
        return;
    }
    const auto asked_in = network_.delay(transport_);
    network_.schedule_.after(asked_in, [self = shared_from_this()] { self->answer_ping(); });
}

void simulated_feed::answer_ping()
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

void simulated_feed::client_leaves()
{
    if (std::exchange(left_, true)) {
        return;
    }
    held_back_.clear();
    // A client that vanished is only noticed by its silence.
    const auto silence = std::chrono::duration_cast<microseconds>(http::limits{}.feed_silence);
    drop_server_end(is_parted() ? silence : network_.delay(transport_));
}

void simulated_feed::break_off(boost::system::error_code why)
{
    is_closing_ = true;
    held_back_.clear();
    report_closed(network_.delay(transport_), why);
    drop_server_end(network_.delay(transport_));
}

void simulated_feed::rejoin()
{
    for (auto& message : std::exchange(held_back_, {})) {
        carry(std::move(message));
    }
}

void simulated_feed::report_closed(microseconds delay, boost::system::error_code why)
{
    network_.schedule_.after(delay, [self = shared_from_this(), why] {
        if (!std::exchange(self->left_, true)) {
            const auto closed = self->handlers_.on_closed;
            closed(why);
        }
    });
}

void simulated_feed::drop_server_end(microseconds delay)
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
