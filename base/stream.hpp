#pragma once
// A TCP connection that is plain or encrypted with TLS: who reads and writes need not know which.

#include <boost/asio/async_result.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <utility>

namespace motcua::base {

/// On one thread. Beast's WebSockets take it as their next layer.
class stream
{
public:
    /// The concrete executor spares a virtual call each time a coroutine is resumed.
    using executor_type = boost::asio::io_context::executor_type;
    using socket_type = boost::asio::basic_stream_socket<boost::asio::ip::tcp, executor_type>;
    using tls_type = boost::asio::ssl::stream<socket_type>;

    explicit stream(socket_type socket) : plain_{std::move(socket)} {}

    /// From now on the connection is encrypted; a handshake must come first. `context` may go.
    void encrypt(boost::asio::ssl::context& context)
    {
        tls_ = std::make_unique<tls_type>(std::move(plain_), context);
    }

    bool is_encrypted() const noexcept { return tls_ != nullptr; }

    /// What carries the bytes, encrypted or not.
    socket_type& socket() noexcept { return tls_ ? tls_->next_layer() : plain_; }

    /// Only while is_encrypted().
    tls_type& tls() noexcept { return *tls_; }

    executor_type get_executor() noexcept { return plain_.get_executor(); }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, transferred>(
            [this](auto handler, const Buffers& room) {
                if (tls_) {
                    tls_->async_read_some(room, std::move(handler));
                } else {
                    plain_.async_read_some(room, std::move(handler));
                }
            },
            token, buffers);
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, transferred>(
            [this](auto handler, const Buffers& bytes) {
                if (tls_) {
                    tls_->async_write_some(bytes, std::move(handler));
                } else {
                    plain_.async_write_some(bytes, std::move(handler));
                }
            },
            token, buffers);
    }

    /// Of a socket that does not block. An encrypted stream always would: half a record cannot be taken back.
    template <class Buffers>
    std::size_t write_some(const Buffers& buffers, boost::system::error_code& error)
    {
        if (tls_) {
            error = boost::asio::error::would_block;
            return 0;
        }
        return plain_.write_some(buffers, error);
    }

    void close() noexcept
    {
        boost::system::error_code ignored; // Nobody needs a closed socket.
        socket().close(ignored);
    }

private:
    using transferred = void(boost::system::error_code, std::size_t);

    socket_type plain_; ///< moved from while encrypted
    std::unique_ptr<tls_type> tls_;
};

// How Beast ends the connection below a WebSocket; found by argument.

inline void beast_close_socket(stream& ended) { ended.close(); }

template <class Handler>
void async_teardown(boost::beast::role_type role, stream& ended, Handler&& handler)
{
    using boost::beast::websocket::async_teardown;
    if (ended.is_encrypted()) {
        async_teardown(role, ended.tls(), std::forward<Handler>(handler));
    } else {
        async_teardown(role, ended.socket(), std::forward<Handler>(handler));
    }
}

} // namespace motcua::base
