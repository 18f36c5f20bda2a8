#pragma once
// The waiting tickets in calling order: earliest due first, ties by issue order.

#include "server/domain/ticket.hpp"

#include <boost/multi_index/identity.hpp>
#include <boost/multi_index/ranked_index.hpp>
#include <boost/multi_index_container.hpp>
#include <map>

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
    void add(const ticket& waiting);
    void remove(const ticket& waiting);

    /// The ticket that a counter calling `services` calls next: the head of those services' queues and of
    /// what is reserved for it.
    std::optional<ticket_id> next_for(const counter_code& counter,
                                      const std::vector<service_code>& services) const;

    /// How many waiting tickets of `service` are called before one due at `due`; at the same moment, all that
    /// are there already.
    int ahead_of(const service_code& service, instant due) const;

    int waiting(const service_code& service) const;

    /// All who wait for `service`, in calling order.
    const ranked_places& places(const service_code& service) const;

    void clear();

private:
    std::map<service_code, ranked_places> by_service_;
    /// By service the tickets that any of its counters may call, by counter those reserved for it.
    std::map<service_code, ranked_places> open_;
    std::map<counter_code, ranked_places> reserved_;
};

} // namespace motcua::domain
