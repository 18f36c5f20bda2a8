#pragma once
// A model of the tickets of a site, small enough to be read at a glance: a list, searched from end to end
// each time.

#include "server/domain/settings/settings.hpp"
#include "server/domain/types.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace motcua::domain {

struct model_ticket
{
    ticket_id id;
    service_code service;
    instant due;
    ticket_state state = ticket_state::waiting;
    std::optional<counter_code> at;
    std::optional<counter_code> reserved;
    instant missed_since;
};

/// The calling rule, written in the plainest way.
class model
{
public:
    explicit model(const site_settings& settings) : settings_(settings) {}

    std::optional<ticket_id> next(const counter_code& counter,
                                  const std::vector<service_code>& services) const
    {
        const model_ticket* best = nullptr;
        for (const auto& one : tickets) {
            if (one.state != ticket_state::waiting) {
                continue;
            }
            const bool may =
                one.reserved ? *one.reserved == counter : std::ranges::count(services, one.service) > 0;
            if (may && (best == nullptr || one.due < best->due)) {
                best = &one;
            }
        }
        if (best == nullptr) {
            return std::nullopt;
        }
        return best->id;
    }

    int waiting(const service_code& service) const
    {
        return static_cast<int>(std::ranges::count_if(tickets, [&](const model_ticket& one) {
            return one.state == ticket_state::waiting && one.service == service;
        }));
    }

    std::vector<model_ticket> tickets;

private:
    site_settings settings_;
};

} // namespace motcua::domain
