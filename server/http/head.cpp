#include "server/http/head.hpp"

#include <bitset>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <cstdint>
#include <cstring>

namespace motcua::http {
namespace {

namespace beast_http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::iequals;
using view = boost::beast::string_view;

std::string_view std_view(view text) noexcept { return {text.data(), text.size()}; }

/// Beast accepts a list of equal lengths, too.
bool is_number(std::string_view text) noexcept
{
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// The value of a cookie of this name; none for another cookie.
std::optional<std::string_view> value_of(std::string_view cookie, std::string_view name)
{
    const bool is_it = cookie.size() > name.size() && cookie.starts_with(name) && cookie[name.size()] == '=';
    return is_it ? std::optional{cookie.substr(name.size() + 1)} : std::nullopt;
}

/// Leaves the fields where they are in the buffer, keeps views of those that we need, and allocates nothing.
class head_parser final : public beast_http::basic_parser<true>
{
public:
    head_parser(const limits& bounds, request& request, head& head)
        : limits_{bounds}, request_{request}, head_{head}
    {}

    bool foreign_expectation() const noexcept { return foreign_expectation_; }

    /// The rules that need the whole header.
    bool complete() const noexcept
    {
        return target_ok_ && (head_.is_http_1_0 || given_[static_cast<std::size_t>(beast_http::field::host)]);
    }

private:
    void on_request_impl(verb method, view, view target, int version, error_code& error) override
    {
        request_.method = method;
        head_.is_http_1_0 = version == 10;
        if (version != 10 && version != 11) {
            error = beast_http::error::bad_version;
        } else if (!(target_ok_ = request_.set_target(std_view(target)))) {
            error = beast_http::error::bad_target;
        }
    }

    void on_field_impl(beast_http::field name, view name_text, view value, error_code& error) override
    {
        if (++fields_ > limits_.header_fields || !take(name, std_view(name_text), std_view(value))) {
            error = beast_http::error::bad_field;
        }
    }

    /// False: a field that must not be here, or not twice.
    bool take(beast_http::field name, std::string_view name_text, std::string_view value)
    {
        using enum beast_http::field;
        switch (name) {
        case transfer_encoding: // Beast 1.81 reads a body in an unknown coding as the next request.
        case trailer:
            return false;
        case host:
            request_.host = value;
            return first(name) && !value.empty();
        case content_length:
            return first(name) && is_number(value);
        case content_type:
            request_.content_type = value;
            return first(name);
        case origin:
            request_.origin = value;
            return first(name);
        case authorization:
            take_credential(value);
            return first(name);
        case user_agent:
            request_.user_agent = value;
            return true;
        case if_none_match:
            request_.if_none_match = value;
            return true;
        case if_match:
            request_.if_match = value;
            return first(name);
        case expect:
            take_expectation(value);
            return first(name);
        case sec_websocket_key:
            head_.websocket_key = value;
            return first(name);
        case sec_websocket_version:
            head_.websocket_version = value;
            return first(name);
        case sec_websocket_protocol:
            head_.websocket_protocols = value;
            return first(name);
        case upgrade:
            asks_websocket_ = beast_http::token_list{value}.exists("websocket");
            return true;
        case cookie:
            take_cookies(value);
            return true;
        case unknown:
            return take_own(name_text, value);
        default:
            return true;
        }
    }

    /// The fields that only this program has.
    bool take_own(std::string_view name, std::string_view value)
    {
        if (iequals(name, "X-Motcua")) {
            request_.from_script = value == "1";
            return true;
        }
        if (!iequals(name, "Idempotency-Key")) {
            return true;
        }
        request_.idempotency_key = value;
        return first(beast_http::field::unknown);
    }

    /// Finds the cookie of a session in `a=1; b=2` (RFC 6265, section 4.2.1). The one with the prefix, which
    /// only this server can have set, over TLS, comes before the other.
    void take_cookies(std::string_view value)
    {
        while (!value.empty()) {
            const auto end = value.find("; ");
            const auto one = value.substr(0, end);
            value.remove_prefix(end == value.npos ? value.size() : end + 2);
            if (const auto secret = value_of(one, session_cookie_over_tls)) {
                request_.cookie = secret;
                return;
            }
            if (const auto secret = value_of(one, session_cookie); secret && !request_.over_tls) {
                request_.cookie = secret;
            }
        }
    }

    /// True when no field of this name came before.
    bool first(beast_http::field name) noexcept
    {
        const auto bit = static_cast<std::size_t>(name);
        return !given_.test(bit) && given_.set(bit).test(bit);
    }

    void take_credential(std::string_view value)
    {
        constexpr std::string_view scheme = "Bearer ";
        if (value.size() > scheme.size() && iequals(value.substr(0, scheme.size()), scheme)) {
            request_.bearer = value.substr(scheme.size());
        }
    }

    void take_expectation(std::string_view value)
    {
        head_.expects_continue = iequals(value, "100-continue") && !head_.is_http_1_0;
        foreign_expectation_ = !iequals(value, "100-continue");
    }

    void on_header_impl(error_code&) override
    {
        request_.content_length = static_cast<std::size_t>(content_length().value_or(0));
        head_.keep_alive = keep_alive();
        head_.upgrades = asks_websocket_ && upgrade() && !head_.is_http_1_0;
    }

    void on_response_impl(int, view, int, error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(view body, error_code&) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, view body, error_code&) override { return body.size(); }
    void on_finish_impl(error_code&) override {}

    const limits& limits_;
    request& request_;
    head& head_;
    std::size_t fields_ = 0;
    bool target_ok_ = false, asks_websocket_ = false, foreign_expectation_ = false;
    std::bitset<512> given_; ///< by beast_http::field
};

} // namespace

head_scan::found head_scan::look(std::string_view bytes) noexcept
{
    while (seen_ < bytes.size()) {
        const auto* end =
            static_cast<const char*>(std::memchr(bytes.data() + seen_, '\n', bytes.size() - seen_));
        const auto line_feed = end ? static_cast<std::size_t>(end - bytes.data()) : bytes.size();
        const char begins = bytes[line_];
        if (line_ > 0 && (begins == ' ' || begins == '\t')) {
            return found::broken;
        }
        seen_ = line_feed;
        if (!end) {
            return found::nothing;
        }
        if (line_feed == line_ || bytes[line_feed - 1] != '\r') {
            return found::broken;
        }
        const bool blank = line_feed == line_ + 1;
        line_ = seen_ = line_feed + 1;
        if (blank) {
            return found::end;
        }
    }
    return found::nothing;
}

std::optional<response> parse_head(std::string_view bytes, const limits& bounds, request& request, head& head)
{
    request.reset();
    head = {};
    head_parser parser{bounds, request, head};
    parser.body_limit(boost::none); // The router answers 413 to an announced body that is too large.
    error_code error;
    const auto used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (!request.target_fault().empty()) {
        return problem(400, "bad_request", request.target_fault());
    }
    if (error || used != bytes.size() || !parser.is_header_done() || !parser.complete()) {
        return problem(400, "bad_request", "The request is not well-formed HTTP/1.1.");
    }
    if (parser.foreign_expectation()) {
        return problem(417, "expectation_failed", "The only supported expectation is 100-continue.");
    }
    return std::nullopt;
}

} // namespace motcua::http
