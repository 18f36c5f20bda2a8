#include "client/http_exchange.hpp"

#include "base/as_tuple.hpp"
#include "client/held_operation.hpp"
#include "client/limits.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <charconv>

namespace motcua::client {
namespace {

namespace beast_http = boost::beast::http;
using std::chrono::steady_clock;

boost::system::error_code in_our_words(boost::system::error_code read_error)
{
    const bool is_too_large = read_error == beast_http::error::body_limit ||
                              read_error == beast_http::error::header_limit ||
                              read_error == beast_http::error::buffer_overflow;
    return is_too_large ? make_error_code(error::answer_too_large) : read_error;
}

/// Whole seconds only; a date would need a clock that agrees with the server's.
std::optional<std::chrono::seconds> parse_seconds(std::string_view text)
{
    std::uint32_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return std::chrono::seconds{seconds};
}

http_response answer_of(beast_http::response<beast_http::string_body> message)
{
    http_response answer;
    answer.status = static_cast<int>(message.result_int());
    answer.retry_after = parse_seconds(message[beast_http::field::retry_after]);
    answer.replayed = message["Idempotent-Replayed"] == "true";
    answer.body = std::move(message.body());
    return answer;
}

} // namespace

std::unique_ptr<operation> http_exchange::start(std::shared_ptr<server_peer> peer, http_request request,
                                                milliseconds deadline, completion done)
{
    auto& context = peer->context;
    auto self =
        std::make_shared<http_exchange>(std::move(peer), std::move(request), deadline, std::move(done));
    boost::asio::co_spawn(
        context, [self] { return self->run(); }, boost::asio::detached);
    return std::make_unique<held_operation<http_exchange>>(std::move(self));
}

http_exchange::http_exchange(std::shared_ptr<server_peer> peer, http_request request, milliseconds deadline,
                             completion done)
    : peer_{std::move(peer)}, request_{std::move(request)}, deadline_{steady_clock::now() + deadline},
      done_{std::move(done)}, resolver_{peer_->context}, timer_{peer_->context},
      line_{boost::asio::ip::tcp::socket{peer_->context},
            boost::beast::flat_buffer{limits::read_buffer_bytes}}
{}

void http_exchange::abandon()
{
    done_ = nullptr;
    close();
}

boost::asio::awaitable<void> http_exchange::run()
{
    const auto unreachable = co_await find_line();
    if (unreachable) {
        co_return finish(unreachable);
    }
    if (is_over_) {
        co_return;
    }
    arm(deadline_);
    auto outcome = co_await converse();
    finish(std::move(outcome));
}

boost::asio::awaitable<boost::system::error_code> http_exchange::find_line()
{
    if (auto kept = std::exchange(peer_->idle, std::nullopt); kept && kept->is_quiet()) {
        line_ = std::move(*kept);
        co_return boost::system::error_code{};
    }
    arm(std::min(deadline_, steady_clock::now() + limits::connect_deadline));
    const auto error = co_await connect(resolver_, line_.socket, peer_->server, is_over_);
    co_return error;
}

boost::asio::awaitable<result<http_response>> http_exchange::converse()
{
    const auto request = message();
    const auto [unsent, sent] = co_await beast_http::async_write(line_.socket, request, base::as_tuple);
    if (unsent) {
        co_return unsent;
    }

    beast_http::response_parser<beast_http::string_body> parser;
    parser.header_limit(limits::answer_header_bytes);
    parser.body_limit(limits::answer_body_bytes);
    const auto [unread, length] =
        co_await beast_http::async_read(line_.socket, line_.buffer, parser, base::as_tuple);
    if (unread) {
        co_return in_our_words(unread);
    }
    if (!is_over_ && parser.keep_alive() && line_.buffer.size() == 0) {
        peer_->idle = std::move(line_);
    }
    co_return answer_of(parser.release());
}

beast_http::request<beast_http::string_body> http_exchange::message()
{
    constexpr beast_http::verb verbs[] = {beast_http::verb::get, beast_http::verb::post,
                                          beast_http::verb::delete_};
    beast_http::request<beast_http::string_body> message{verbs[static_cast<std::size_t>(request_.verb)],
                                                         request_.target, 11, request_.body};
    set_common_fields(message, peer_->server);
    if (!request_.idempotency_key.empty()) {
        message.set("Idempotency-Key", request_.idempotency_key);
    }
    if (!request_.body.empty()) {
        message.set(beast_http::field::content_type, "application/json");
    }
    message.prepare_payload();
    return message;
}

void http_exchange::arm(time_point deadline)
{
    timer_.expires_at(deadline);
    timer_.async_wait([weak = weak_from_this()](boost::system::error_code) {
        const auto self = weak.lock();
        // The expiry tells, for a timer that was set anew too late to be told so may still come here.
        if (self && self->timer_.expiry() <= steady_clock::now()) {
            self->finish(error::deadline_passed);
        }
    });
}

void http_exchange::finish(result<http_response> outcome)
{
    if (is_over_) {
        return;
    }
    close();
    if (const auto done = std::exchange(done_, nullptr)) {
        done(std::move(outcome));
    }
}

/// The line stays where it is, for a step under way may still look at it.
void http_exchange::close()
{
    boost::system::error_code ignored; // What is closed is of no use any more.
    is_over_ = true;
    timer_.cancel();
    resolver_.cancel();
    line_.socket.close(ignored);
}

} // namespace motcua::client
