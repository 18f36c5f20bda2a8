#include "server/http/session.hpp"

#include "base/as_tuple.hpp"
#include "server/http/websocket_feed.hpp"

#include <algorithm>
#include <utility>

namespace motcua::http {

session::session(std::shared_ptr<hub> shared, stream client)
    : hub_{std::move(shared)}, stream_{std::move(client)}, in_{hub_->limit.header_bytes +
                                                               hub_->limit.body_bytes + session_read_size}
{
    boost::system::error_code ignored; // a socket that is gone already fails at its first read
    auto& socket = stream_.socket();
    socket.set_option(boost::asio::ip::tcp::no_delay{true}, ignored);
    socket.non_blocking(true, ignored);
    request_.remote = socket.remote_endpoint(ignored).address();
    request_.over_tls = stream_.is_encrypted();
    ++hub_->count.connections;
    enter(stream_.is_encrypted() ? phase::handshake : phase::idle);
}

session::~session()
{
    if (!gone_) {
        --hub_->count.connections;
    }
}

boost::asio::awaitable<void> session::serve(std::unique_ptr<session> self)
{
    try {
        if (self->stream_.is_encrypted()) {
            const bool agreed = co_await self->shake_hands();
            if (!agreed) {
                co_return;
            }
        }
        co_await self->converse();
    } catch (const std::exception& error) {
        if (self->hub_->report) {
            self->hub_->report(notice::handler_failed, error.what());
        }
    }
}

/// False when there is nobody to talk to: the connection has ended.
boost::asio::awaitable<bool> session::shake_hands()
{
    const auto [error] = co_await stream_.tls().async_handshake(stream::tls_type::server, base::as_tuple);
    if (!error) {
        enter(phase::idle);
        co_return true;
    }
    ++hub_->count.bad_handshakes;
    if (hub_->report) {
        hub_->report(notice::handshake_failed, request_.remote.to_string() + ": " + error.message());
    }
    co_await drop();
    co_return false;
}

boost::asio::awaitable<void> session::converse()
{
    for (;;) {
        const auto next = advance();
        if (next == step::read) {
            const auto [error, length] = co_await stream_.async_read_some(room(), base::as_tuple);
            if (error) {
                co_return;
            }
            in_.commit(length);
            continue;
        }
        if (next == step::say_continue) {
            out_ = "HTTP/1.1 100 Continue\r\n\r\n";
        } else {
            enter(phase::working);
            response answer = std::move(refusal_);
            if (next == step::answer) {
                answer = co_await ask();
            }
            if (gone_) {
                co_return;
            }
            format(answer);
        }
        std::size_t sent = 0;
        if (!write_at_once(sent)) {
            const bool written = co_await finish_write(sent);
            if (!written) {
                co_return;
            }
        }
        if (next == step::say_continue) {
            continue;
        }
        if (close_) {
            break;
        }
        next_request();
    }
    co_await linger();
}

/// Decides what to do with the bytes that have been read so far.
session::step session::advance()
{
    if (head_length_ == 0) {
        while (scan_.on_first_line() && bytes().starts_with("\r\n")) { // RFC 9112, section 2.2: ignore
            in_.consume(2);
            scan_.reset();
        }
        if (bytes().empty()) {
            return step::read;
        }
        if (phase_ == phase::idle) {
            enter(phase::head);
        }
        const auto scanned = scan_.look(bytes().substr(0, hub_->limit.header_bytes));
        if (scanned == head_scan::found::nothing && bytes().size() < hub_->limit.header_bytes) {
            return step::read;
        }
        if (scanned != head_scan::found::end) {
            return refuse(problem(400, "bad_request", "The header is broken or larger than 8 KiB."));
        }
        if (auto refusal = parse_head(bytes().substr(0, scan_.length()), hub_->limit, request_, head_)) {
            return refuse(std::move(*refusal));
        }
        head_length_ = scan_.length();
    }
    if (request_.content_length > hub_->limit.body_bytes) {
        close_ = true; // The router refuses it; its body is never read.
        return step::answer;
    }
    const auto length = head_length_ + request_.content_length;
    if (bytes().size() < length) {
        if (phase_ != phase::body) {
            enter(phase::body);
        }
        views_moved_ = true;
        if (head_.expects_continue && !std::exchange(continued_, true)) {
            return step::say_continue;
        }
        return step::read;
    }
    if (views_moved_) {
        parse_head(bytes().substr(0, head_length_), hub_->limit, request_, head_);
    }
    request_.body = bytes().substr(head_length_, request_.content_length);
    return step::answer;
}

session::step session::refuse(response refusal)
{
    ++hub_->count.bad_requests;
    refusal_ = std::move(refusal);
    close_ = true;
    return step::refuse;
}

boost::asio::mutable_buffer session::room()
{
    const auto missing = head_length_ == 0 ? 0 : head_length_ + request_.content_length - bytes().size();
    return in_.prepare(std::max(missing, session_read_size));
}

/// The router's answer; an upgrade that it accepts takes the socket away instead.
boost::asio::awaitable<response> session::ask()
{
    ++hub_->count.requests;
    close_ = close_ || !head_.keep_alive;
    try {
        if (!head_.upgrades) {
            co_return co_await hub_->routes.handle(request_);
        }
        auto answer = co_await hub_->routes.open(request_);
        if (auto* refusal = std::get_if<response>(&answer)) {
            co_return std::move(*refusal);
        }
        if (auto refusal = check_upgrade(request_, head_, bytes().size() > head_length_)) {
            close_ = true;
            co_return std::move(*refusal);
        }
        gone_ = true;
        unlink();
        websocket_feed::start(hub_, std::move(stream_), upgrade_request(request_, head_),
                              std::get<feed_opened>(answer));
        co_return response{};
    } catch (const std::exception& error) {
        ++hub_->count.failed;
        if (hub_->report) {
            hub_->report(notice::handler_failed, error.what());
        }
    }
    co_return problem(500, "internal", "Something went wrong on the server. The error is in its log.");
}

void session::next_request()
{
    in_.consume(head_length_ + request_.content_length);
    if (in_.size() == 0 && in_.capacity() > session_kept_capacity) {
        in_.shrink_to_fit();
    }
    out_body_.reset();
    head_length_ = 0;
    scan_.reset();
    views_moved_ = continued_ = false;
    enter(phase::idle);
}

void session::enter(phase next)
{
    const auto& limit = hub_->limit;
    phase_ = next;
    switch (next) {
    case phase::handshake:
        deadline_ = hub_->now + limit.handshake;
        break;
    case phase::idle:
        deadline_ = hub_->now + limit.idle;
        break;
    case phase::head:
        deadline_ = hub_->now + limit.header;
        return;
    case phase::body:
        deadline_ = hub_->now + limit.body;
        return;
    case phase::working:
        deadline_ = hub_->now + limit.handle;
        break;
    case phase::lingering:
        deadline_ = hub_->now + limit.linger;
        break;
    }
    // A slow client keeps its old place in the list, so it is the first to make room.
    unlink();
    (next == phase::working ? hub_->working : hub_->waiting).push_back(*this);
}

void session::sweep(clock::time_point now)
{
    if (now < deadline_) {
        return;
    }
    if (phase_ != phase::lingering) {
        ++hub_->count.timed_out;
    }
    abort();
}

void session::abort() noexcept { stream_.close(); }

void session::drain()
{
    if (phase_ == phase::idle || phase_ == phase::handshake) {
        abort();
    }
}

std::string_view session::bytes() const noexcept
{
    const auto data = in_.cdata();
    return {static_cast<const char*>(data.data()), data.size()};
}

} // namespace motcua::http
