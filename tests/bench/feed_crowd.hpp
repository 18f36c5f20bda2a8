#pragma once
// Many displays that follow one site's feed.

#include "tests/bench/http_wire.hpp"
#include "tests/bench/office.hpp"

#include <functional>
#include <vector>

namespace motcua::bench {

class feed_crowd
{
public:
    /// Opens `count` feeds, each up to its snapshot.
    feed_crowd(std::uint16_t port, const demo_file& demo, std::size_t count);

    /// Feed i is watched with the tag `first_tag` + i.
    void watch(poller& by, std::uint64_t first_tag) const;

    /// Reads once from feed `which`; `called` gets the counter of each ticket_called. Answers pings.
    void read(std::size_t which, const std::function<void(char counter)>& called);

    std::size_t size() const { return feeds_.size(); }

private:
    std::vector<socket> feeds_;
};

} // namespace motcua::bench
