#pragma once
// A request as its handler sees it. It can be filled in without a socket: set the fields, then the target.

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/container/small_vector.hpp>
#include <boost/container/static_vector.hpp>
#include <cstddef>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::http {

using boost::beast::http::verb;

/// The names of the cookie that is the credential of a browser's session. A browser takes the prefix over TLS
/// alone, and then sends the cookie nowhere else.
inline constexpr std::string_view session_cookie = "motcua";
inline constexpr std::string_view session_cookie_over_tls = "__Host-motcua";

/// All views live until the handler has answered; copy what must live longer.
class request
{
public:
    verb method = verb::get;
    std::string_view host;
    std::string_view origin;                ///< empty without an Origin header
    std::optional<std::string_view> bearer; ///< the credential of `Authorization: Bearer`
    std::optional<std::string_view> cookie; ///< the credential of a browser's session
    bool from_script = false;               ///< `X-Motcua: 1`, which no foreign page can send
    bool over_tls = false;
    std::optional<std::string_view> idempotency_key; ///< as sent; the handler judges its form
    std::string_view content_type;                   ///< empty when not given
    std::string_view if_none_match;                  ///< empty when not given
    std::string_view if_match;                       ///< empty when not given
    std::string_view user_agent;                     ///< empty when not given
    std::size_t content_length = 0;                  ///< as announced; the body itself may be refused unread
    std::string_view body;
    boost::asio::ip::address remote; ///< the peer of the socket; X-Forwarded-For is ignored

    /// Takes a request target apart, for example `/api/v1/sites/demo/tickets?state=waiting`.
    /// False if it does not begin with a slash, a percent escape is broken, what it decodes to is not UTF-8,
    /// or it has more than 32 query parameters. `target` must outlive the request.
    [[nodiscard]] bool set_target(std::string_view target);

    /// Why the target was refused, as a sentence; empty if it was not.
    std::string_view target_fault() const noexcept { return target_fault_; }

    /// Clears everything except the address of the client, so that the next request of a connection needs no
    /// new memory.
    void reset() noexcept;

    /// The path as sent, without the query.
    std::string_view path() const noexcept { return path_; }

    /// The decoded segments of the path: `/a/b%20c` has "a" and "b c". Those after the 16th are left out; no
    /// route has as many.
    const auto& segments() const noexcept { return segments_; }

    /// The value of `{name}` in the path of the route; empty for a name that the route does not have.
    std::string_view parameter(std::string_view name) const noexcept;

    /// The decoded query parameter of this name, the first if there are several.
    std::optional<std::string_view> query(std::string_view name) const noexcept;

    /// Sets the value of `name`; for the router. The name must outlive the request.
    void set_parameter(std::string_view name, std::string_view value);
    void clear_parameters() noexcept { parameters_.clear(); }

private:
    struct pair
    {
        std::string_view name, value;
    };

    bool decode(std::string_view text, bool plus_is_space, std::string_view& decoded);
    bool set_query(std::string_view text);
    bool refuse_target(std::string_view why) noexcept;

    std::string_view path_;
    std::string_view target_fault_;
    boost::container::static_vector<std::string_view, 16> segments_;
    boost::container::small_vector<pair, 4> parameters_;
    boost::container::small_vector<pair, 4> query_;
    std::forward_list<std::string>
        decoded_; ///< texts that a percent escape changed; views suffice for the others
};

} // namespace motcua::http
