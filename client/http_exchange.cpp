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

std::unique_ptr<operation> http_exchange::start(std::shared_ptr<transport_state> state, http_request request,
                                                milliseconds deadline, completion done)
{
    auto& context = state->context;
    auto self =
        std::make_shared<http_exchange>(std::move(state), std::move(request), deadline, std::move(done));
    boost::asio::co_spawn(
        context, [self] { return self->run(); }, boost::asio::detached);
    return std::make_unique<held_operation<http_exchange>>(std::move(self));
}

http_exchange::http_exchange(std::shared_ptr<transport_state> state, http_request request,
                             milliseconds deadline, completion done)
    : state_{std::move(state)}, request_{std::move(request)}, deadline_{steady_clock::now() + deadline},
      done_{std::move(done)}, resolver_{state_->context}, timer_{state_->context},
      stream_{base::stream{base::stream::socket_type{state_->context}},
              boost::beast::flat_buffer{limits::read_buffer_bytes}}
{}

void http_exchange::abandon()
{
    done_ = nullptr;
    close();
}

boost::asio::awaitable<void> http_exchange::run()
{
    const auto unreachable = co_await find_stream();
    if (unreachable) {
        co_return finish(unreachable);
    }
    if (is_over_) {
        co_return;
    }
    arm(deadline_);
    auto outcome = co_await exchange();
    finish(std::move(outcome));
}

boost::asio::awaitable<boost::system::error_code> http_exchange::find_stream()
{
    if (auto kept = std::exchange(state_->idle, std::nullopt); kept && kept->is_quiet()) {
        stream_ = std::move(*kept);
        co_return boost::system::error_code{};
    }
    arm(std::min(deadline_, steady_clock::now() + limits::connect_deadline));
    const auto error = co_await connect(resolver_, stream_.stream, *state_, is_over_);
    co_return error;
}

boost::asio::awaitable<result<http_response>> http_exchange::exchange()
{
    const auto request = message();
    const auto [unsent, sent] = co_await beast_http::async_write(stream_.stream, request, base::as_tuple);
    if (unsent) {
        co_return unsent;
    }

    beast_http::response_parser<beast_http::string_body> parser;
    parser.header_limit(limits::answer_header_bytes);
    parser.body_limit(limits::answer_body_bytes);
    const auto [unread, length] =
        co_await beast_http::async_read(stream_.stream, stream_.buffer, parser, base::as_tuple);
    if (unread) {
        co_return in_our_words(unread);
    }
    if (!is_over_ && parser.keep_alive() && stream_.buffer.size() == 0) {
        state_->idle = std::move(stream_);
    }
    co_return answer_of(parser.release());
}

beast_http::request<beast_http::string_body> http_exchange::message()
{
    constexpr beast_http::verb verbs[] = {beast_http::verb::get, beast_http::verb::post,
                                          beast_http::verb::delete_};
    beast_http::request<beast_http::string_body> message{verbs[static_cast<std::size_t>(request_.verb)],
                                                         request_.target, 11, request_.body};
    set_common_fields(message, state_->server);
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
        // A timer that was set again too late to be cancelled still comes here: the expiry decides.
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

/// The stream stays where it is, because a step under way may still look at it.
void http_exchange::close()
{
    is_over_ = true;
    timer_.cancel();
    resolver_.cancel();
    stream_.stream.close();
}

} // namespace motcua::client
