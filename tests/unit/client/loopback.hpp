#pragma once
// A server on a free port of loopback that runs a script, on a thread of its own.

#include <boost/asio/completion_condition.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace motcua::client::test {

using boost::asio::ip::tcp;

/// One connection, seen from the server; every function blocks.
class server_end
{
public:
    explicit server_end(tcp::acceptor& door) : socket{door.accept()} {}

    /// The next request, header and body; empty when the client has left.
    std::string request()
    {
        boost::system::error_code left;
        const auto header = boost::asio::read_until(socket, buffer_, "\r\n\r\n", left);
        if (left) {
            return {};
        }
        auto text = take(header);
        const auto field = text.find("Content-Length: ");
        std::size_t length = 0;
        if (field != text.npos) {
            std::from_chars(text.data() + field + 16, text.data() + text.size(), length);
        }
        if (buffer_.size() < length) {
            boost::asio::read(socket, buffer_, boost::asio::transfer_exactly(length - buffer_.size()), left);
        }
        return text + take(length);
    }

    void send(std::string_view bytes)
    {
        boost::system::error_code left;
        boost::asio::write(socket, boost::asio::buffer(bytes), left);
    }

    void answer(std::string_view body, std::string_view fields = {})
    {
        send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
             std::string{fields} + "\r\n" + std::string{body});
    }

    /// Waits until the client closes.
    void wait_for_end()
    {
        while (!request().empty()) {
        }
    }

    tcp::socket socket;

private:
    std::string take(std::size_t length)
    {
        std::string text(boost::asio::buffers_begin(buffer_.data()),
                         boost::asio::buffers_begin(buffer_.data()) + static_cast<std::ptrdiff_t>(length));
        buffer_.consume(length);
        return text;
    }

    boost::asio::streambuf buffer_;
};

class loopback
{
public:
    explicit loopback(std::function<void(tcp::acceptor&)> script)
        : thread_{[this, script = std::move(script)] { script(door_); }}
    {}
    ~loopback() { thread_.join(); }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

private:
    boost::asio::io_context context_;
    tcp::acceptor door_{context_, {boost::asio::ip::address_v4::loopback(), 0}};
    std::uint16_t port_ = door_.local_endpoint().port();
    std::thread thread_;
};

} // namespace motcua::client::test
