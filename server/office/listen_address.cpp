#include "server/office/listen_address.hpp"

#include "base/numbers.hpp"

namespace motcua::office {

or_reason<boost::asio::ip::tcp::endpoint> parse_listen(std::string_view text)
{
    const reason wrong{"this must be ADDRESS:PORT, such as 127.0.0.1:8080"};
    const auto colon = text.rfind(':');
    if (colon == text.npos) {
        return wrong;
    }
    auto host = text.substr(0, colon);
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(host), error);
    const auto port = base::read_number<std::uint16_t>(text.substr(colon + 1));
    if (error || !port) {
        return wrong;
    }
    return boost::asio::ip::tcp::endpoint{address, *port};
}

std::string format_listen(const boost::asio::ip::tcp::endpoint& endpoint)
{
    const auto address = endpoint.address().to_string();
    const auto host = endpoint.address().is_v6() ? "[" + address + "]" : address;
    return host + ":" + std::to_string(endpoint.port());
}

} // namespace motcua::office
