#pragma once
// One HTTP connection, after its TLS handshake if it is encrypted: reads a request, asks the router, writes
// the answer, in order, until one side closes.

#include "server/http/head.hpp"
#include "server/http/hub.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <string>

namespace motcua::http {

/// Bytes made free for a read; our requests have a few hundred.
inline constexpr std::size_t session_read_size = 2048;
/// Capacity of a buffer that is kept between two requests.
inline constexpr std::size_t session_kept_capacity = std::size_t{8} * 1024;

class session final : public connection
{
public:
    session(std::shared_ptr<hub> shared, stream client);
    ~session();
    session(const session&) = delete;
    session& operator=(const session&) = delete;

    /// Serves the connection to its end. Never throws.
    static boost::asio::awaitable<void> serve(std::unique_ptr<session> self);

    void sweep(clock::time_point now) override;
    void abort() noexcept override;
    void drain() override;

private:
    enum class phase
    {
        handshake,
        idle,
        head,
        body,
        working,
        lingering
    };
    enum class step
    {
        read,
        say_continue,
        answer,
        refuse
    };

    boost::asio::awaitable<void> converse();
    boost::asio::awaitable<bool> shake_hands();
    boost::asio::awaitable<response> ask();
    boost::asio::awaitable<bool> finish_write(std::size_t sent);
    boost::asio::awaitable<void> linger();
    boost::asio::awaitable<void> drop();

    step advance();
    step refuse(response refusal);
    boost::asio::mutable_buffer room();
    void next_request();
    void format(const response& answer);
    bool write_at_once(std::size_t& sent);
    void enter(phase next);
    std::string_view bytes() const noexcept;

    std::shared_ptr<hub> hub_;
    stream stream_;
    phase phase_ = phase::idle;
    clock::time_point deadline_;
    boost::beast::flat_buffer in_;
    head_scan scan_;
    std::size_t head_length_ = 0; ///< 0 until the header has been read
    request request_;
    head head_;
    response refusal_;
    bool views_moved_ = false; ///< the buffer grew since the header was parsed
    bool continued_ = false;
    bool close_ = false; ///< after this answer
    bool gone_ = false;  ///< the socket now belongs to a feed
    std::string out_;
    std::shared_ptr<const std::string> out_body_; ///< what is written after `out_` without a copy
};

} // namespace motcua::http
