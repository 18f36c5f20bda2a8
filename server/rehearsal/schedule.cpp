#include "server/rehearsal/schedule.hpp"

#include "base/require.hpp"

namespace motcua::rehearsal {

void schedule::add(domain::instant at, std::function<void()> what)
{
    entries_.push({at, added_++, std::move(what)});
}

std::function<void()> schedule::take_next()
{
    base::require(!entries_.empty(), "something is still to happen");
    auto what = entries_.top().what;
    entries_.pop();
    return what;
}

} // namespace motcua::rehearsal
