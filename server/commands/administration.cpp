#include "server/commands/administration.hpp"

#include "base/json.hpp"
#include "logging/log.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/running_office.hpp"
#include "server/office/run_file.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

namespace motcua::commands {

namespace {

namespace asio = boost::asio;
namespace http_library = boost::beast::http;

/// A server that takes longer does not answer at all.
constexpr std::chrono::seconds answer_within{30};

boost::json::value json_of(const std::string& body)
{
    if (body.empty()) {
        return nullptr;
    }
    auto read = base::parse_json(body);
    if (!read) {
        throw failure("the answer of the server cannot be read");
    }
    return *std::move(read);
}

/// "127.0.0.1" and "8080" of "http://127.0.0.1:8080".
struct server_place
{
    std::string host;
    std::string port;
};

server_place place_of(const std::string& url)
{
    const auto start = url.find("://") + 3;
    const auto colon = url.rfind(':');
    auto host = url.substr(start, colon - start);
    if (host.starts_with('[')) {
        host = host.substr(1, host.size() - 2);
    }
    return {host, url.substr(colon + 1)};
}

} // namespace

std::string in_path(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string segment;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0 || letter == '-' || letter == '.' || letter == '_') {
            segment += letter;
        } else {
            segment += '%';
            segment += digits[byte >> 4U];
            segment += digits[byte & 0xFU];
        }
    }
    return segment;
}

std::string admin_answer::text_at(std::string_view name) const
{
    const auto* object = body.if_object();
    const auto* value = object == nullptr ? nullptr : object->if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

class administration::way
{
public:
    virtual ~way() = default;
    virtual admin_answer ask(const admin_request& wanted, const std::string& path) = 0;
};

/// Over a connection of its own for each request: there are one or two.
class administration::way_to_server : public administration::way
{
public:
    /// `certificate` is the one that the server shows, where it speaks TLS.
    way_to_server(office::run_file running, const std::optional<std::filesystem::path>& certificate)
        : running_(std::move(running))
    {
        if (!running_.url.starts_with("https://") || !certificate) {
            return;
        }
        // The file itself is what is trusted, not the names in it or the one who signed it.
        tls_.emplace(asio::ssl::context::tls_client);
        tls_->set_verify_mode(asio::ssl::verify_peer);
        tls_->load_verify_file(certificate->string());
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(tls_->native_handle()), X509_V_FLAG_PARTIAL_CHAIN);
    }

    /// Whether the server answers, and knows the token: a file may be left from a run that ended hard.
    bool is_alive()
    {
        try {
            return ask({.path = ""}, "/api/v1/whoami").status == 200;
        } catch (const boost::system::system_error&) {
            return false;
        }
    }

    admin_answer ask(const admin_request& wanted, const std::string& path) override
    {
        const auto place = place_of(running_.url);
        message_to request{wanted.method, path, 11};
        request.set(http_library::field::host, place.host + ":" + place.port);
        request.set(http_library::field::authorization, "Bearer " + running_.token);
        if (!wanted.if_match.empty()) {
            request.set(http_library::field::if_match, wanted.if_match);
        }
        if (!wanted.body.empty()) {
            request.set(http_library::field::content_type, "application/json");
        }
        request.body() = wanted.body;
        request.prepare_payload();
        asio::io_context context;
        message_from response;
        std::exception_ptr thrown;
        asio::co_spawn(context, exchange(request, place, response),
                       [&thrown](std::exception_ptr fault) { thrown = std::move(fault); });
        context.run();
        if (thrown) {
            std::rethrow_exception(thrown);
        }
        return {.status = response.result_int(),
                .body = json_of(response.body()),
                .etag = std::string(response[http_library::field::etag])};
    }

private:
    using message_to = http_library::request<http_library::string_body>;
    using message_from = http_library::response<http_library::string_body>;

    /// Throws boost::system::system_error.
    asio::awaitable<void> exchange(const message_to& request, const server_place& place,
                                   message_from& response)
    {
        const auto executor = co_await asio::this_coro::executor;
        asio::ip::tcp::resolver resolver(executor);
        const auto found = co_await resolver.async_resolve(place.host, place.port, asio::use_awaitable);
        boost::beast::tcp_stream stream(executor);
        stream.expires_after(answer_within);
        co_await stream.async_connect(found, asio::use_awaitable);
        if (!tls_) {
            co_return co_await talk(stream, request, response);
        }
        asio::ssl::stream<boost::beast::tcp_stream&> encrypted(stream, *tls_);
        co_await encrypted.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
        co_await talk(encrypted, request, response);
    }

    template <class Stream>
    static asio::awaitable<void> talk(Stream& stream, const message_to& request, message_from& response)
    {
        boost::beast::flat_buffer buffer;
        co_await http_library::async_write(stream, request, asio::use_awaitable);
        co_await http_library::async_read(stream, buffer, response, asio::use_awaitable);
    }

    office::run_file running_;
    std::optional<asio::ssl::context> tls_;
};

/// Nothing listens: the handlers run here.
class administration::way_to_folder : public administration::way
{
public:
    explicit way_to_folder(const office_folder& opened) : office_(opened, log_) {}

    admin_answer ask(const admin_request& wanted, const std::string& path) override
    {
        http::request request;
        if (!request.set_target(path)) {
            throw failure("the path " + path + " cannot be asked for");
        }
        request.method = wanted.method;
        request.body = wanted.body;
        request.content_type = http::content::json;
        request.content_length = wanted.body.size();
        request.if_match = wanted.if_match;
        const auto answer = office_.ask(request);
        const auto etag = std::ranges::find(answer.headers, "ETag", &http::response::header::first);
        return {.status = answer.status,
                .body = json_of(answer.content_bytes()),
                .etag = etag == answer.headers.end() ? std::string() : etag->second};
    }

private:
    logging::log log_;
    running_office office_;
};

administration::administration(const office_folder& opened) : site_(opened.configuration.site)
{
    if (auto running = office::read_run_file(opened.folder.run_file())) {
        const auto& tls = opened.configuration.tls;
        auto server = std::make_unique<way_to_server>(
            *std::move(running), tls ? std::optional{opened.folder.file(tls->certificate)} : std::nullopt);
        if (server->is_alive()) {
            way_ = std::move(server);
            return;
        }
    }
    way_ = std::make_unique<way_to_folder>(opened);
}

administration::~administration() = default;

bool administration::is_served() const { return dynamic_cast<way_to_server*>(way_.get()) != nullptr; }

admin_answer administration::ask(const admin_request& wanted)
{
    try {
        return way_->ask(wanted, "/api/v1/sites/" + site_ + wanted.path);
    } catch (const boost::system::system_error& error) {
        throw failure("the server does not answer: " + error.code().message());
    }
}

admin_answer administration::must(const admin_request& wanted)
{
    auto answer = ask(wanted);
    if (answer.is_success()) {
        return answer;
    }
    const auto field = answer.text_at("field");
    throw failure((field.empty() ? "" : field + ": ") + answer.text_at("detail"));
}

} // namespace motcua::commands
