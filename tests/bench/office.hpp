#pragma once
// The server under test: the delivered program with the demo office, in a folder of its own.

#include "tests/bench/child.hpp"
#include "tests/bench/closed_load.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <memory>

namespace motcua::bench {

struct demo_tokens
{
    std::string kiosk;
    std::map<std::string, std::string> counter;
    std::string display;
    std::string admin;
};
BOOST_DESCRIBE_STRUCT(demo_tokens, (), (kiosk, counter, display, admin))

/// What the benchmark needs of DIR/demo.json.
struct demo_file
{
    std::string site;
    demo_tokens tokens;
};
BOOST_DESCRIBE_STRUCT(demo_file, (), (site, tokens))

/// The prefix of everything below the demo office.
std::string site_path(const demo_file& demo);

/// `motcua-server init --demo` in `folder`, which must not be there yet.
demo_file make_office(const std::filesystem::path& program, const std::filesystem::path& folder);

/// `motcua-server serve` on a free port of loopback.
class office
{
public:
    office(const std::filesystem::path& program, const std::filesystem::path& folder);

    std::uint16_t port() const { return port_; }
    /// From just before its start until it said that it listens.
    clock::duration start_time() const { return start_time_; }
    std::size_t resident_bytes() const { return server_.resident_bytes(); }
    std::chrono::nanoseconds processor_time() const { return server_.processor_time(); }
    void stop() { server_.stop(); }

private:
    clock::time_point begun_;
    child server_;
    std::uint16_t port_;
    clock::duration start_time_;
};

/// A kiosk's `POST …/tickets`, for each of `services` in turn, each with a key of its own.
class ticket_requests : public dialect
{
public:
    ticket_requests(const demo_file& demo, std::string services);

    std::string_view next_request() override;
    std::size_t reply_length(std::string_view received) const override;

private:
    std::string services_;
    std::size_t asked_ = 0;
    /// The request; key and service are written over.
    std::string request_;
    std::size_t key_place_;
    std::size_t service_place_;
};

} // namespace motcua::bench
