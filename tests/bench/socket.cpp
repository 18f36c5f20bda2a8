#include "tests/bench/socket.hpp"

#include "tests/bench/failure.hpp"
#include "tests/bench/limits.hpp"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace motcua::bench {

namespace {

/// A read is at least this large; a reply or feed message is usually smaller.
constexpr std::size_t read_bytes = 4096;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

descriptor make_socket(int flags = 0)
{
    return descriptor(checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | flags, 0), "open a socket"));
}

/// To a free port of loopback.
void bind_anywhere(const descriptor& unbound)
{
    auto address = loopback(0);
    checked(bind(unbound.number(), reinterpret_cast<sockaddr*>(&address), sizeof address),
            "find a free port");
}

} // namespace

std::uint16_t find_free_port()
{
    const auto probe = make_socket();
    bind_anywhere(probe);
    return port_of(probe);
}

descriptor listen_on_loopback()
{
    auto listener = make_socket(SOCK_NONBLOCK);
    bind_anywhere(listener);
    checked(listen(listener.number(), SOMAXCONN), "listen");
    return listener;
}

std::uint16_t port_of(const descriptor& bound)
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    checked(getsockname(bound.number(), reinterpret_cast<sockaddr*>(&address), &length), "find a port");
    return ntohs(address.sin_port);
}

socket::socket(std::uint16_t port) : handle_(make_socket())
{
    const int on = 1;
    const timeval wait{.tv_sec = reply_wait.count(), .tv_usec = 0};
    setsockopt(handle_.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(handle_.number(), SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    const auto address = loopback(port);
    checked(connect(handle_.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address),
            "connect to 127.0.0.1:" + std::to_string(port));
}

void socket::send(std::string_view bytes)
{
    const auto sent = ::send(handle_.number(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(bytes.size())) {
        throw failure("a server took no more requests");
    }
}

std::string_view socket::receive() { return receive(MSG_DONTWAIT); }

std::string_view socket::wait_for_more() { return receive(0); }

std::string_view socket::receive(int flags)
{
    if (buffer_.size() < received_ + read_bytes) {
        buffer_.resize(received_ + read_bytes);
    }
    if (received_ > receive_bytes) {
        throw failure("a server sent too long a message");
    }
    const auto count = recv(handle_.number(), buffer_.data() + received_, buffer_.size() - received_, flags);
    if (count == 0) {
        throw failure("a server closed a connection");
    }
    if (count < 0) {
        throw_if_interrupted();
        if (errno != EAGAIN && errno != EINTR) {
            checked(-1, "receive");
        }
        if (flags == 0) {
            throw failure("a server did not answer in time");
        }
    } else {
        received_ += static_cast<std::size_t>(count);
    }
    return {buffer_.data(), received_};
}

void socket::take(std::size_t count)
{
    received_ -= count;
    if (received_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + count, received_);
    }
}

} // namespace motcua::bench
