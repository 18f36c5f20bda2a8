#include "client/inbox.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace motcua::client;

TEST_CASE("messages of another thread come out once and in order")
{
    inbox<int> box;
    std::thread sender([&] {
        for (int i = 0; i < 1000; ++i) {
            box.push(i);
        }
    });
    std::vector<int> got;
    while (got.size() < 1000) {
        for (const int i : box.take()) {
            got.push_back(i);
        }
    }
    sender.join();
    for (int i = 0; i < 1000; ++i) {
        CHECK(got[static_cast<std::size_t>(i)] == i);
    }
    CHECK(box.take().empty());
}

TEST_CASE("a full inbox says so and keeps what it has")
{
    inbox<int> box;
    for (std::size_t i = 0; i < limits::inbox_messages; ++i) {
        REQUIRE(box.push(1));
    }
    CHECK_FALSE(box.push(2));
    CHECK(box.take().size() == limits::inbox_messages);
    CHECK(box.push(3));
}
