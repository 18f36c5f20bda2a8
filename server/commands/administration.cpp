#include "server/commands/administration.hpp"

#include "base/json.hpp"
#include "logging/log.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/running_office.hpp"
#include "server/office/run_file.hpp"

#include <boost/asio/ip/tcp.hpp>
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
    explicit way_to_server(office::run_file running) : running_(std::move(running)) {}

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
        http_library::request<http_library::string_body> request{wanted.method, path, 11};
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
        const auto response = exchange(request, place);
        return {.status = response.result_int(),
                .body = json_of(response.body()),
                .etag = std::string(response[http_library::field::etag])};
    }

private:
    using message = http_library::response<http_library::string_body>;

    /// Throws boost::system::system_error.
    message exchange(const http_library::request<http_library::string_body>& request,
                     const server_place& place)
    {
        asio::io_context context;
        asio::ip::tcp::resolver resolver(context);
        const auto found = resolver.resolve(place.host, place.port);
        boost::beast::tcp_stream stream(context);
        boost::beast::flat_buffer buffer;
        message got;
        boost::system::error_code fault;
        // Asynchronous, because only then does the deadline count.
        stream.expires_after(answer_within);
        stream.async_connect(found, [&](boost::system::error_code error, const auto&) {
            if (error) {
                fault = error;
                return;
            }
            http_library::async_write(stream, request, [&](boost::system::error_code failed, std::size_t) {
                if (failed) {
                    fault = failed;
                    return;
                }
                http_library::async_read(
                    stream, buffer, got,
                    [&](boost::system::error_code broken, std::size_t) { fault = broken; });
            });
        });
        context.run();
        if (fault) {
            throw boost::system::system_error(fault);
        }
        return got;
    }

    office::run_file running_;
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
        auto server = std::make_unique<way_to_server>(*std::move(running));
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
    const auto text_at = [&](const char* name) {
        const auto* object = answer.body.if_object();
        const auto* value = object == nullptr ? nullptr : object->if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    const auto field = text_at("field");
    throw failure((field.empty() ? "" : field + ": ") + text_at("detail"));
}

} // namespace motcua::commands
