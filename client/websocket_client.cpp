#include "client/websocket_client.hpp"

#include "base/as_tuple.hpp"
#include "client/limits.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace motcua::client {
namespace {

namespace beast_http = boost::beast::http;
namespace websocket = boost::beast::websocket;
constexpr std::string_view sub_protocol = "motcua.v1";

class websocket_feed final : public feed
{
public:
    explicit websocket_feed(std::shared_ptr<websocket_client> work) : work_{std::move(work)} {}
    ~websocket_feed() override { work_->abandon(); }
    void ping() override { work_->ping(); }

private:
    std::shared_ptr<websocket_client> work_;
};

} // namespace

std::unique_ptr<feed> websocket_client::start(std::shared_ptr<transport_state> state, std::string target,
                                              feed_handlers handlers)
{
    auto& context = state->context;
    auto self = std::make_shared<websocket_client>(std::move(state), std::move(target), std::move(handlers));
    boost::asio::co_spawn(
        context, [self] { return self->run(); }, boost::asio::detached);
    return std::make_unique<websocket_feed>(std::move(self));
}

websocket_client::websocket_client(std::shared_ptr<transport_state> state, std::string target,
                                   feed_handlers handlers)
    : state_{std::move(state)}, target_{std::move(target)}, handlers_{std::move(handlers)},
      resolver_{state_->context}, socket_{base::stream::socket_type{state_->context}}
{}

void websocket_client::ping()
{
    if (!is_open_ || std::exchange(is_pinging_, true)) {
        return;
    }
    socket_.async_ping({}, [self = shared_from_this()](boost::system::error_code) {
        self->is_pinging_ = false; // An error ends the reading too.
    });
}

void websocket_client::abandon()
{
    is_abandoned_ = true;
    close();
}

boost::asio::awaitable<void> websocket_client::run()
{
    auto error = co_await connect(resolver_, socket_.next_layer(), *state_, is_abandoned_);
    if (!error && !is_abandoned_) {
        error = co_await shake_hands();
    }
    if (!error && !is_abandoned_) {
        error = co_await receive();
    }
    is_open_ = false;
    close();
    if (!is_abandoned_) {
        handlers_.on_closed(error);
    }
}

boost::asio::awaitable<boost::system::error_code> websocket_client::shake_hands()
{
    socket_.set_option(websocket::stream_base::decorator([this](websocket::request_type& request) {
        set_common_fields(request, state_->server);
        request.set(beast_http::field::sec_websocket_protocol, sub_protocol);
    }));
    socket_.control_callback([this](websocket::frame_type, boost::beast::string_view) { heard(); });
    socket_.read_message_max(limits::feed_message_bytes);

    websocket::response_type answer;
    const auto [refused] =
        co_await socket_.async_handshake(answer, state_->server.authority, target_, base::as_tuple);
    const auto status = answer.result_int();
    if (refused == websocket::error::upgrade_declined) {
        co_return status == 401 || status == 403 ? error::token_refused : error::feed_refused;
    }
    if (refused) {
        co_return refused;
    }
    if (answer[beast_http::field::sec_websocket_protocol] != sub_protocol) {
        co_return error::feed_refused;
    }
    co_return boost::system::error_code{};
}

boost::asio::awaitable<boost::system::error_code> websocket_client::receive()
{
    is_open_ = true;
    handlers_.on_open();
    boost::beast::flat_buffer message; // The socket keeps the limit.
    while (!is_abandoned_) {
        // Piece by piece, so that a large message over a slow network does not look like silence.
        const auto [error, length] = co_await socket_.async_read_some(message, 0, base::as_tuple);
        if (error) {
            co_return error;
        }
        heard();
        if (is_abandoned_ || !socket_.is_message_done()) {
            continue;
        }
        const auto data = message.cdata();
        handlers_.on_message({static_cast<const char*>(data.data()), data.size()});
        message.clear();
    }
    co_return boost::system::error_code{};
}

void websocket_client::heard()
{
    if (!is_abandoned_) {
        handlers_.on_heard();
    }
}

void websocket_client::close()
{
    resolver_.cancel();
    socket_.next_layer().close();
}

} // namespace motcua::client
