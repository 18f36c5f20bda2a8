#include "tests/bench/http_wire.hpp"

#include "tests/bench/failure.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <random>

namespace motcua::bench {

namespace {

constexpr std::string_view head_end = "\r\n\r\n";
constexpr std::string_view status_start = "HTTP/1.1 ";
constexpr std::string_view length_header = "\r\nContent-Length: ";

template <class Number>
Number number_at(std::string_view text, std::size_t place)
{
    Number value{};
    std::from_chars(text.data() + std::min(place, text.size()), text.data() + text.size(), value);
    return value;
}

} // namespace

std::optional<http_reply> find_reply(std::string_view received)
{
    const auto end = received.find(head_end);
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto head = received.substr(0, end);
    if (!head.starts_with(status_start)) {
        throw failure("a server did not answer in HTTP");
    }
    const auto length_place = head.find(length_header);
    const auto length = length_place == std::string_view::npos
                            ? 0
                            : number_at<std::size_t>(head, length_place + length_header.size());
    const auto body_place = end + head_end.size();
    if (received.size() - body_place < length) {
        return std::nullopt;
    }
    return http_reply{number_at<int>(head, status_start.size()), received.substr(body_place, length),
                      received.substr(0, body_place + length)};
}

std::string describe(const http_reply& reply)
{
    return fmt::format("motcua-server answered {} {}", reply.status, reply.body.substr(0, 200));
}

std::string post_request(std::string_view path, std::string_view token, std::string_view key,
                         std::string_view body)
{
    return write_request("POST", path, token, fmt::format("Idempotency-Key: {}\r\n", key), body);
}

std::string write_request(std::string_view method, std::string_view path, std::string_view token,
                          std::string_view headers, std::string_view body)
{
    const auto credential = token.empty() ? "" : fmt::format("Authorization: Bearer {}\r\n", token);
    return fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}{}"
                       "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                       method, path, credential, headers, body.size(), body);
}

http_reply wait_for_reply(socket& server)
{
    for (;;) {
        if (const auto reply = find_reply(server.wait_for_more())) {
            return *reply;
        }
    }
}

std::string exchange(socket& server, std::string_view request, int expected)
{
    server.send(request);
    const auto reply = wait_for_reply(server);
    if (reply.status != expected) {
        throw failure(describe(reply));
    }
    std::string body(reply.body);
    server.take(reply.whole.size());
    return body;
}

std::string fresh_key()
{
    static const auto run = std::random_device()();
    static std::uint64_t given = 0;
    return fmt::format("{:08x}{:016x}", run, ++given);
}

std::optional<frame> find_frame(std::string_view received)
{
    if (received.size() < 2) {
        return std::nullopt;
    }
    const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(received[place]); };
    // RFC 6455, section 5.2: 126 and 127 announce a length in 2 and 8 bytes more.
    std::size_t head = 2;
    std::size_t length = byte(1) & 0x7FU;
    if (length >= 126) {
        head += length == 126 ? 2 : 8;
        if (received.size() < head) {
            return std::nullopt;
        }
        length = 0;
        for (std::size_t place = 2; place < head; ++place) {
            length = length << 8U | byte(place);
        }
    }
    if (received.size() - head < length) {
        return std::nullopt;
    }
    return frame{byte(0) & 0x0F, received.substr(head, length), head + length};
}

void open_feed(socket& server, std::string_view site, std::string_view token)
{
    const auto request = fmt::format(
        "GET /api/v1/sites/{}/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: bW90Y3VhLWJlbmNobWFyaw==\r\nSec-WebSocket-Protocol: motcua.v1\r\n\r\n",
        site, token);
    exchange(server, request, 101);
    // The snapshot may have come in the same piece as the answer.
    for (auto received = server.receive();; received = server.wait_for_more()) {
        const auto first = find_frame(received);
        if (!first) {
            continue;
        }
        if (!first->payload.starts_with(R"({"type":"snapshot")")) {
            throw failure("a feed began with no snapshot");
        }
        server.take(first->length);
        return;
    }
}

} // namespace motcua::bench
