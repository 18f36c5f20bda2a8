#pragma once
// The bodies of requests about tickets and counters. A member that may be left out is an optional.

#include "base/json.hpp"
#include "base/text.hpp"
#include "base/timestamp.hpp"
#include "protocol/words.hpp"

namespace motcua::protocol {

using base::timestamp;

/// The body of a request that takes no fields.
struct nothing
{};
BOOST_DESCRIBE_STRUCT(nothing, (), ())

/// `POST /sites/{site}/tickets`
struct issue_ticket
{
    code_text service;
    std::optional<protocol::priority> priority;
    std::optional<issue_channel> channel;
    std::optional<text<1, 64>> procedure;
    /// Checked, and not kept while nobody is called by phone: no more is taken than is needed.
    std::optional<text<6, 20>> phone;
    std::optional<language> lang;
};
BOOST_DESCRIBE_STRUCT(issue_ticket, (), (service, priority, channel, procedure, phone, lang))

/// `POST /tickets/{id}/finish`
struct finish_ticket
{
    std::optional<finish_outcome> outcome;
};
BOOST_DESCRIBE_STRUCT(finish_ticket, (), (outcome))

/// `POST …/counters/{counter}/call_next`. With `finish` the ticket at the counter is finished before.
struct call_next
{
    std::optional<finish_ticket> finish;
};
BOOST_DESCRIBE_STRUCT(call_next, (), (finish))

/// `POST /tickets/{id}/cancel`
struct cancel_ticket
{
    std::optional<cancel_reason> reason;
};
BOOST_DESCRIBE_STRUCT(cancel_ticket, (), (reason))

/// `POST /tickets/{id}/priority`
struct set_priority
{
    protocol::priority priority{};
    /// Whether the officer has seen a proof of it.
    bool confirmed{};
};
BOOST_DESCRIBE_STRUCT(set_priority, (), (priority, confirmed))

/// `POST /tickets/{id}/note`
struct set_note
{
    /// For the colleague who gets the ticket; empty takes the note away.
    note_text text;
};
BOOST_DESCRIBE_STRUCT(set_note, (), (text))

/// `POST /tickets/{id}/hold`, `POST …/counters/{counter}/pause`, `POST /sites/{site}/suspend` and the same of
/// a service
struct with_reason
{
    std::optional<reason_text> reason;
    std::optional<timestamp> until;
};
BOOST_DESCRIBE_STRUCT(with_reason, (), (reason, until))

/// `POST /tickets/{id}/transfer`: to exactly one of `service` and `counter`.
struct transfer_ticket
{
    std::optional<code_text> service;
    std::optional<code_text> counter;
    std::optional<bool> keep_place;
};
BOOST_DESCRIBE_STRUCT(transfer_ticket, (), (service, counter, keep_place))

/// `POST …/counters/{counter}/open`
struct open_counter
{
    std::optional<std::vector<code_text>> services;
};
BOOST_DESCRIBE_STRUCT(open_counter, (), (services))

/// `POST …/counters/{counter}/call`
struct call_ticket
{
    text<1, 64> ticket;
};
BOOST_DESCRIBE_STRUCT(call_ticket, (), (ticket))

} // namespace motcua::protocol
