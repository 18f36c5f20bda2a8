#pragma once
// The keys of the changes of the last 48 h, so that a retried request finds the answer to its first try.

#include "base/bits_map.hpp"
#include "server/domain/events.hpp"

#include <boost/describe/class.hpp>
#include <deque>
#include <vector>

namespace motcua::domain {

/// Keys of changes are remembered this long (the interface promises 48 h).
constexpr std::chrono::hours keys_kept{48};

struct remembered_key
{
    request_key key;
    /// By the clock of now: moved with the clock when it was set.
    instant at;
    std::int64_t seq{};
};
BOOST_DESCRIBE_STRUCT(remembered_key, (), (key, at, seq))

class remembered_keys
{
public:
    remembered_keys() = default;
    explicit remembered_keys(const std::vector<remembered_key>& saved);

    /// In the order of their seq.
    const std::deque<remembered_key>& all() const { return all_; }

    /// Null when there is no such key, or it is too old.
    const remembered_key* find(const base::bits128& key) const;

    void on(const clock_anchored& body);

    /// Forgets the keys that are too old at `happened`, and remembers its own.
    void note(const event& happened);

private:
    void forget_before(instant now);

    std::deque<remembered_key> all_;
    /// The place of each key among all that there ever were.
    base::bits_map<std::size_t> index_;
    std::size_t forgotten_{};
};

} // namespace motcua::domain
