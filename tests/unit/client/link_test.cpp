#include "client/link.hpp"
#include "tests/unit/client/loopback.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::client::test;

namespace {

/// Says 1 as it starts, and whatever else a test has it say.
struct conversation
{
    client::connection& to;
    std::function<void(int)> tell;
    std::shared_ptr<void> held;

    conversation(client::connection& over, std::function<void(int)> say) : to{over}, tell{std::move(say)} {}
    void start() { tell(1); }
};

} // namespace

TEST_CASE("a window takes what its conversation told once and in order")
{
    client::link<conversation, int> link{client::parse_endpoint("http://127.0.0.1:1", "").value()};
    std::promise<void> told;
    link.post([&](conversation& talk) {
        talk.tell(2);
        talk.tell(3);
        told.set_value();
    });
    told.get_future().get();
    CHECK(link.take() == std::vector{1, 2, 3});
    CHECK(link.take().empty());
}

TEST_CASE("a link that ends leaves its question unanswered and ends its conversation on the network's thread")
{
    std::promise<void> asked;
    loopback server{[&](tcp::acceptor& door) {
        peer p{door};
        p.request();
        asked.set_value();
        p.wait_for_end();
    }};
    bool is_answered = false;
    std::thread::id ended_on;
    {
        client::link<conversation, int> link{client::parse_endpoint(server.url(), "").value()};
        link.post([&](conversation& talk) {
            talk.held = {nullptr, [&](void*) { ended_on = std::this_thread::get_id(); }};
            talk.to.call({client::verb::get, "/x", {}, {}}, [&](const auto&) { is_answered = true; });
        });
        asked.get_future().get();
    }
    CHECK_FALSE(is_answered);
    CHECK(ended_on != std::thread::id{});
    CHECK(ended_on != std::this_thread::get_id());
}
