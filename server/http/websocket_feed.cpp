#include "server/http/websocket_feed.hpp"

#include "base/as_tuple.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <utility>

namespace motcua::http {
namespace {

namespace beast_http = boost::beast::http;
namespace websocket = boost::beast::websocket;

constexpr std::size_t key_length = 24; // 16 bytes in base64

} // namespace

feed_upgrade upgrade_request(const request& request, const head& head)
{
    feed_upgrade upgrade{{verb::get, request.path(), 11}};
    upgrade.request.set(beast_http::field::host, request.host);
    upgrade.request.set(beast_http::field::connection, "Upgrade");
    upgrade.request.set(beast_http::field::upgrade, "websocket");
    upgrade.request.set(beast_http::field::sec_websocket_key, head.websocket_key);
    upgrade.request.set(beast_http::field::sec_websocket_version, head.websocket_version);
    upgrade.agrees_protocol = beast_http::token_list{head.websocket_protocols}.exists(feed_protocol);
    return upgrade;
}

std::optional<response> check_upgrade(const request& request, const head& head, bool has_more)
{
    if (head.websocket_version != "13") {
        auto refusal = problem(426, "upgrade_required", "The version of WebSocket must be 13.");
        refusal.set_header("Sec-WebSocket-Version", "13");
        return refusal;
    }
    if (request.method != verb::get || head.websocket_key.size() != key_length || has_more) {
        return problem(400, "bad_request", "The upgrade is malformed.");
    }
    return std::nullopt;
}

void websocket_feed::start(std::shared_ptr<hub> shared, stream client, feed_upgrade upgrade,
                           feed_opened opened)
{
    const auto executor = client.get_executor();
    auto self = std::make_shared<websocket_feed>(std::move(shared), std::move(client));
    boost::asio::co_spawn(
        executor,
        [self, upgrade = std::move(upgrade), opened = std::move(opened)]() mutable {
            return self->run(std::move(upgrade), std::move(opened));
        },
        boost::asio::detached);
}

websocket_feed::websocket_feed(std::shared_ptr<hub> shared, stream client)
    : hub_{std::move(shared)}, socket_{std::move(client)}, heard_{hub_->now}, pinged_{hub_->now}
{
    boost::system::error_code ignored; // a socket that is gone already fails at the upgrade
    client_ = socket_.next_layer().socket().remote_endpoint(ignored).address();
    ++hub_->count.feeds;
    hub_->feeds.push_back(*this);
}

websocket_feed::~websocket_feed()
{
    --hub_->count.feeds;
    --hub_->count.connections;
}

boost::asio::awaitable<void> websocket_feed::run(feed_upgrade upgrade, feed_opened opened)
{
    // The callbacks may own the feed; that cycle ends with this coroutine, even if the loop is destroyed
    // first.
    const std::unique_ptr<websocket_feed, void (*)(websocket_feed*)> forgets_at_end{
        this, [](websocket_feed* self) {
            self->on_message = nullptr, self->may_go_on = nullptr, self->on_gone = nullptr;
        }};
    configure(upgrade.agrees_protocol);
    const auto [refused] = co_await socket_.async_accept(upgrade.request, base::as_tuple);
    if (refused) {
        co_return;
    }
    upgrade = {};
    try {
        opened(shared_from_this());
        co_await receive();
    } catch (const std::exception& error) {
        if (hub_->report) {
            hub_->report(notice::handler_failed, error.what());
        }
    }
    if (!is_ending_) {
        report(notice::client_gone);
    }
    is_ending_ = true;
    abort();
    if (auto gone = std::exchange(on_gone, nullptr)) {
        gone();
    }
}

void websocket_feed::configure(bool agrees_protocol)
{
    socket_.set_option(websocket::stream_base::decorator([agrees_protocol](websocket::response_type& answer) {
        answer.set("X-Content-Type-Options", "nosniff");
        answer.set(beast_http::field::cache_control, "no-store");
        answer.set("Referrer-Policy", "no-referrer");
        answer.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        answer.set(beast_http::field::server, "motcua"); // Beast would name itself and its version.
        if (agrees_protocol) {
            answer.set(beast_http::field::sec_websocket_protocol, feed_protocol);
        }
    }));
    socket_.control_callback(
        [this](websocket::frame_type, boost::beast::string_view) { heard_ = hub_->now; });
    socket_.read_message_max(hub_->limit.feed_message_bytes);
    socket_.auto_fragment(false); // one message, one frame, one write
    socket_.text(true);
}

boost::asio::awaitable<void> websocket_feed::receive()
{
    boost::beast::flat_buffer message{hub_->limit.feed_message_bytes};
    for (;;) {
        const auto [error, length] = co_await socket_.async_read(message, base::as_tuple);
        if (error) {
            co_return;
        }
        heard_ = hub_->now;
        if (!socket_.got_text()) {
            close(close_code::unsupported);
        } else if (on_message && !is_ending_) {
            const auto data = message.cdata();
            on_message({static_cast<const char*>(data.data()), data.size()});
        }
        message.clear();
    }
}

void websocket_feed::send(std::shared_ptr<const std::string> message)
{
    if (is_ending_) {
        return;
    }
    backlog_ += message->size();
    if (backlog_ > hub_->limit.feed_backlog_bytes) {
        ++hub_->count.feeds_behind;
        report(notice::feed_behind);
        is_ending_ = true;
        abort(); // A closing frame would wait behind all the other messages.
        return;
    }
    queue_.push_back(std::move(message));
    if (queue_.size() == 1) {
        write_next();
    }
}

void websocket_feed::write_next()
{
    socket_.async_write(boost::asio::buffer(*queue_.front()),
                        [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                            self->backlog_ -= self->queue_.front()->size();
                            self->queue_.pop_front();
                            if (!error && !self->queue_.empty()) {
                                self->write_next();
                            }
                        });
}

void websocket_feed::close(close_code code)
{
    if (std::exchange(is_ending_, true)) {
        return;
    }
    heard_ = hub_->now; // The client has the same time to answer as for a ping.
    socket_.async_close(static_cast<websocket::close_code>(code),
                        [self = shared_from_this()](boost::system::error_code) { self->abort(); });
}

void websocket_feed::sweep(clock::time_point now)
{
    const auto& limit = hub_->limit;
    if (may_go_on && !is_ending_ && !may_go_on()) {
        close(close_code::policy);
    }
    if (now - heard_ >= (is_ending_ ? limit.linger : limit.feed_silence)) {
        if (!is_ending_) {
            ++hub_->count.feeds_silent;
            report(notice::client_gone);
        }
        is_ending_ = true;
        abort();
    } else if (now - pinged_ >= limit.feed_ping) {
        ping();
    }
}

void websocket_feed::ping()
{
    if (is_ending_ || std::exchange(is_pinging_, true)) {
        return;
    }
    pinged_ = hub_->now;
    socket_.async_ping({},
                       [self = shared_from_this()](boost::system::error_code) { self->is_pinging_ = false; });
}

void websocket_feed::report(notice kind) const
{
    if (hub_->report) {
        hub_->report(kind, client_.to_string());
    }
}

void websocket_feed::abort() noexcept { socket_.next_layer().close(); }

void websocket_feed::drain() { close(close_code::going_away); }

} // namespace motcua::http
