#pragma once
// The waiting tickets in calling order: earliest due first, ties by issue order.

#include "server/domain/tickets/ticket.hpp"

#include <boost/multi_index/identity.hpp>
#include <boost/multi_index/ranked_index.hpp>
#include <boost/multi_index_container.hpp>
#include <map>
#include <vector>

namespace motcua::domain {

struct place
{
    instant due;
    ticket_id ticket;

    // clang-tidy 14 takes the comparison behind a defaulted <=> for a null pointer.
    friend auto operator<=>(const place&, const place&) = default; // NOLINT(modernize-use-nullptr)
};

/// A set of places that can count those before a given one in O(log n).
using ranked_places = boost::multi_index_container<
    place,
    boost::multi_index::indexed_by<boost::multi_index::ranked_unique<boost::multi_index::identity<place>>>>;

class queue
{
public:
    /// Each waiting ticket is added once, and removed before its service, its due time or its reservation
    /// changes.
    void add(const ticket& waiting);
    void remove(const ticket& waiting);

    /// The ticket that a counter calling `services` calls next: the earliest due of those services and of
    /// what is reserved for it. None when nobody waits for it.
    std::optional<ticket_id> next_for(const counter_code& counter,
                                      const std::vector<service_code>& services) const;

    /// How many wait for `service`, the reserved ones among them.
    int waiting(const service_code& service) const;

    /// The first that wait for `service`, in calling order, at most `most` of them.
    std::vector<place> places(const service_code& service, std::size_t most) const;

    /// Whether `waiting` has its place wherever it belongs.
    bool holds(const ticket& waiting) const;

    /// Whether nobody waits for any service.
    bool is_empty() const;
    void clear();

    /// How many tickets of `service` that any of its counters may call come before `mine`.
    int open_before(const service_code& service, const place& mine) const;
    /// How many of those that are reserved for `counter` come before `mine`.
    int reserved_before(const counter_code& counter, const place& mine) const;
    /// How many tickets of `service` come before `mine`, the reserved ones among them.
    int before(const service_code& service, const place& mine) const;

private:
    /// The tickets that any counter of the service may call, and those reserved for one counter: by their
    /// service, and by that counter.
    std::map<service_code, ranked_places> open_;
    std::map<service_code, ranked_places> reserved_;
    std::map<counter_code, ranked_places> reserved_for_;
};

} // namespace motcua::domain
