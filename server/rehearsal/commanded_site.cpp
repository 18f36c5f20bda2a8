#include "server/rehearsal/commanded_site.hpp"

#include "base/require.hpp"

namespace motcua::rehearsal {

namespace {

constexpr auto actor = "rehearsal";

} // namespace

void commanded_site::set_time(domain::instant now)
{
    base::require(now >= now_, "time does not run back in a rehearsal");
    now_ = now;
}

std::vector<domain::event_body> commanded_site::must(const domain::command& wanted)
{
    const auto decided =
        domain::decide(state_, wanted, {.now = now_, .actor = actor, .counter = {}, .staff = {}});
    base::require(decided.has_value(), "a rehearsal asks for what is possible");
    for (const auto& body : *decided) {
        apply(body);
    }
    return *decided;
}

void commanded_site::apply(domain::event_body body)
{
    state_.apply({.seq = state_.seq() + 1, .at = now_, .actor = actor, .key = {}, .body = std::move(body)});
}

} // namespace motcua::rehearsal
