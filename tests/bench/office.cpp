#include "tests/bench/office.hpp"

#include "base/json.hpp"
#include "tests/bench/failure.hpp"
#include "tests/bench/http_wire.hpp"

#include <fstream>

namespace motcua::bench {

namespace {

std::uint16_t port_of(const std::string& line)
{
    const auto colon = line.rfind(':');
    try {
        return static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
    } catch (const std::logic_error&) {
        throw failure("motcua-server said " + line);
    }
}

} // namespace

std::string site_path(const demo_file& demo) { return "/api/v1/sites/" + demo.site; }

demo_file make_office(const std::filesystem::path& program, const std::filesystem::path& folder)
{
    child(std::vector<std::string>{program.string(), "init", "--data", folder.string(), "--demo"},
          folder.string() + ".log")
        .wait_for_success();
    std::ifstream file(folder / "demo.json");
    auto demo = base::from_json<demo_file>(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!demo) {
        throw failure("demo.json: " + demo.error().field + " " + demo.error().detail);
    }
    return *std::move(demo);
}

office::office(const std::filesystem::path& program, const std::filesystem::path& folder)
    : begun_(clock::now()),
      server_({program.string(), "serve", "--data", folder.string(), "--listen", "127.0.0.1:0"},
              folder.string() + ".log"),
      port_(port_of(server_.wait_for_line("listening on "))), start_time_(clock::now() - begun_)
{}

ticket_requests::ticket_requests(const demo_file& demo, std::string services)
    : services_(std::move(services)),
      request_(post_request(
          site_path(demo) + "/tickets", demo.tokens.kiosk, fresh_key(),
          R"({"service":"A","priority":"none","channel":"kiosk","procedure":null,"phone":null,"lang":"vi"})"))
{
    constexpr std::string_view key = "Idempotency-Key: ";
    constexpr std::string_view service = R"("service":")";
    key_place_ = request_.find(key) + key.size();
    service_place_ = request_.find(service) + service.size();
}

std::string_view ticket_requests::next_request()
{
    const auto key = fresh_key();
    request_.replace(key_place_, key.size(), key);
    request_[service_place_] = services_[asked_++ % services_.size()];
    return request_;
}

std::size_t ticket_requests::reply_length(std::string_view received) const
{
    const auto reply = find_reply(received);
    if (!reply) {
        return 0;
    }
    if (reply->status != 201 || reply->body.find(R"("number":")") == std::string_view::npos) {
        throw failure(describe(*reply));
    }
    return reply->whole.size();
}

} // namespace motcua::bench
