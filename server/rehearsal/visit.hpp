#pragma once
// What became of one who came on a played day.

#include "server/domain/types.hpp"

#include <optional>

namespace motcua::rehearsal {

struct visit
{
    /// Its place in day_plan::people.
    std::size_t person{};
    domain::instant issued_at;
    /// Never, if the day ended before.
    std::optional<domain::instant> first_called_at;
    /// How often a counter that could have called this ticket called one that was issued later, before the
    /// first call.
    int overtaken = 0;
    bool no_show = false;
    bool transferred = false;
    /// For some time only one counter could call it.
    bool reserved = false;
    bool served = false;

    friend bool operator==(const visit&, const visit&) = default;
};

} // namespace motcua::rehearsal
