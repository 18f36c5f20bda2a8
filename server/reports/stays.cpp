#include "server/reports/stays.hpp"

#include <algorithm>

namespace motcua::reports {

namespace {

using domain::seconds;

/// Of the instants as they are shown; never below 0.
seconds between(domain::instant from, domain::instant to)
{
    return std::max(std::chrono::floor<seconds>(to) - std::chrono::floor<seconds>(from), seconds{0});
}

} // namespace

std::vector<stay> stays_of(std::span<const leg> legs)
{
    using enum domain::ticket_state;
    std::vector<stay> stays;
    domain::instant begin;
    domain::instant call;
    auto before = no_show;
    for (const auto& one : legs) {
        // Back from a no-show, a citizen goes on with the same wait.
        if (stays.empty() || (one.kind == waiting && before != no_show)) {
            stays.push_back({.service = one.service});
            begin = one.from;
        }
        auto& present = stays.back();
        if (one.kind == called || one.kind == serving || one.kind == held) {
            present.counter = one.counter;
            present.staff = one.staff;
        }
        if (one.kind == called) {
            call = one.from;
        } else if (one.kind == serving) {
            present.wait = present.wait.value_or(between(begin, call));
            present.service_time = present.service_time.value_or(seconds{0}) + between(one.from, one.to);
        }
        before = one.kind;
    }
    return stays;
}

} // namespace motcua::reports
