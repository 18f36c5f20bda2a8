#pragma once
// What the clients of a run saw: each request with its outcome, each message of their feeds. The world writes
// it down as it happens; the checks know of the server nothing but this and the journal.

#include "client/transport.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace motcua::simulation {

/// Steady time since the run began.
using moment = std::chrono::microseconds;

/// What a client wanted; all tries of a request are one.
struct request
{
    client::verb verb = client::verb::get;
    std::string target; ///< path and query
    std::string body;
    std::string key; ///< as it went over the wire; empty: none
    /// As the journal names it: "kiosk:hall", "counter:counter-1", "staff:lan", "public".
    std::string actor;
    /// The counter for which the actor may act; empty for one who acts for none.
    std::string acts_for{};
    /// To whom the key belongs where that is not the actor: of a public request "public " and its address.
    std::string key_owner{};
};

/// What a request was answered with in the end. 429 and 503 say that trying was given up: what an earlier try
/// did is unknown.
struct answered
{
    moment when{};
    int status{};
    std::string body{};
    bool replayed{};
};

/// A text as many feeds share it.
inline std::shared_ptr<const std::string> shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

class ledger
{
public:
    struct entry
    {
        request wanted;
        moment when{};
        /// None: the client gave up, or waited still when the run ended. The change may have happened.
        std::optional<answered> outcome{};
        /// When the try began that the outcome answers, where that is known.
        std::optional<moment> last_try{};
    };

    /// A snapshot or change as the client's connection handed it on. The text may be shared by many feeds.
    struct delivered
    {
        moment when{};
        std::int64_t seq{};
        std::shared_ptr<const std::string> text;
    };

    /// All that one client heard of a site's live feed, over any number of connections. A client that forgets
    /// what it heard and starts again has another feed.
    struct feed
    {
        std::string client;
        std::vector<delivered> messages{};
        bool is_open = true; ///< the client still follows
    };

    /// The journal was known to hold everything up to `seq`.
    struct durable_mark
    {
        moment when{};
        std::int64_t seq{};
    };

    /// The number by which `answer` knows the request.
    std::size_t ask(moment when, request wanted)
    {
        entries_.push_back({std::move(wanted), when});
        return entries_.size() - 1;
    }

    void try_again(std::size_t number, moment when) { entries_[number].last_try = when; }

    void answer(std::size_t number, answered outcome) { entries_[number].outcome = std::move(outcome); }

    /// The number by which `deliver` knows the feed.
    std::size_t follow(std::string client)
    {
        feeds_.push_back({std::move(client)});
        return feeds_.size() - 1;
    }

    void deliver(std::size_t follower, moment when, std::int64_t seq, std::shared_ptr<const std::string> text)
    {
        feeds_[follower].messages.push_back({when, seq, std::move(text)});
    }

    void unfollow(std::size_t follower) { feeds_[follower].is_open = false; }

    /// To be noted, if at all, whenever a server learns that more is stored: when a commit is done, and when
    /// it starts or restores itself. Then the checks also know what was stored too late for an answer.
    void durable(moment when, std::int64_t seq) { durable_.push_back({when, seq}); }

    const std::vector<entry>& entries() const { return entries_; }
    const std::vector<feed>& feeds() const { return feeds_; }
    const std::vector<durable_mark>& durable_marks() const { return durable_; }

private:
    std::vector<entry> entries_;
    std::vector<feed> feeds_;
    std::vector<durable_mark> durable_;
};

} // namespace motcua::simulation
