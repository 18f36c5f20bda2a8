#pragma once
// What is still to happen on a played day, in order of time.

#include "server/domain/types.hpp"

#include <functional>
#include <queue>
#include <vector>

namespace motcua::rehearsal {

class schedule
{
public:
    /// Of two at the same time, that which was added first happens first.
    void add(domain::instant at, std::function<void()> what);

    bool is_empty() const { return entries_.empty(); }

    /// The time of the next one. There must be one.
    domain::instant next_at() const { return entries_.top().at; }

    /// Takes the next one out. There must be one.
    std::function<void()> take_next();

private:
    struct entry
    {
        domain::instant at;
        std::uint64_t order{};
        std::function<void()> what;
    };
    struct later
    {
        bool operator()(const entry& left, const entry& right) const
        {
            return std::pair(left.at, left.order) > std::pair(right.at, right.order);
        }
    };

    std::priority_queue<entry, std::vector<entry>, later> entries_;
    std::uint64_t added_ = 0;
};

} // namespace motcua::rehearsal
