// The half of a session that writes answers.

#include "base/as_tuple.hpp"
#include "server/http/answer_text.hpp"
#include "server/http/session.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>

namespace motcua::http {

void session::format(const response& answer)
{
    close_ = close_ || hub_->draining; // even if that began while the handler was at work
    const bool bodiless = request_.method == verb::head || answer.status == 204 || answer.status == 304;
    const auto& body = answer.content_bytes();
    format_header(answer, {hub_->date, close_, head_.is_http_1_0}, out_);
    out_body_.reset();
    if (bodiless) {
        return;
    }
    // Copying a small body is cheaper than a gathered write.
    if (body.size() <= session_kept_capacity / 2) {
        out_ += body;
    } else {
        out_body_ = answer.shared_body ? answer.shared_body : std::make_shared<const std::string>(body);
    }
}

/// Writes without a turn of the loop: the kernel nearly always takes the whole answer, so nobody waits. False
/// when a part is left, always so with TLS, or the client is gone; `finish_write` finds out which.
bool session::write_at_once(std::size_t& sent)
{
    boost::system::error_code error;
    if (!out_body_) {
        sent = stream_.write_some(boost::asio::buffer(out_), error);
        return !error && sent == out_.size();
    }
    const std::array<boost::asio::const_buffer, 2> parts{boost::asio::buffer(out_),
                                                         boost::asio::buffer(*out_body_)};
    sent = stream_.write_some(parts, error);
    return !error && sent == boost::asio::buffer_size(parts);
}

boost::asio::awaitable<bool> session::finish_write(std::size_t sent)
{
    deadline_ = hub_->now + hub_->limit.write;
    const auto head_sent = std::min(sent, out_.size());
    const std::array<boost::asio::const_buffer, 2> rest{
        boost::asio::buffer(out_) + head_sent,
        out_body_ ? boost::asio::buffer(*out_body_) + (sent - head_sent) : boost::asio::const_buffer{}};
    const auto [error, written] = co_await boost::asio::async_write(stream_, rest, base::as_tuple);
    co_return !error;
}

/// Lets the peer read the last answer: closing with unread bytes would reset the connection and lose it.
boost::asio::awaitable<void> session::linger()
{
    enter(phase::lingering);
    if (stream_.is_encrypted()) {
        co_await stream_.tls().async_shutdown(base::as_tuple); // Done or not, the connection ends.
    }
    co_await drop();
}

/// Says that nothing more comes, and takes what the peer still sends.
boost::asio::awaitable<void> session::drop()
{
    enter(phase::lingering);
    boost::system::error_code error;
    auto& socket = stream_.socket();
    socket.shutdown(stream::socket_type::shutdown_send, error);
    for (std::size_t discarded = 0; !error && discarded < hub_->limit.discarded_bytes;) {
        in_.clear();
        const auto [failed, length] =
            co_await socket.async_read_some(in_.prepare(session_read_size), base::as_tuple);
        error = failed;
        discarded += length;
    }
}

} // namespace motcua::http
