#pragma once
// What a site is asked with, and what a request comes to.

#include "server/domain/decide.hpp"
#include "server/journal/journal.hpp"

#include <functional>
#include <span>
#include <variant>

namespace motcua::runtime {

using journal::answer_kind;

/// Who asks for a change, and under which key.
struct caller
{
    std::string actor;
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    std::optional<domain::request_key> key;
};

/// The answer to a change that was made.
struct reply
{
    answer_kind kind{};
    std::string body;
    /// This is the first answer to the key, given again; nothing was changed.
    bool replayed{};
};

/// The key was used for another request.
struct key_mismatch
{};

/// The change was made under this key, and its answer is no longer in the store.
struct answer_lost
{};

/// The store did not take it: the outcome is unknown to the caller, who may ask again with the same key.
struct unavailable
{};

using outcome = std::variant<reply, domain::refusal, key_mismatch, answer_lost, unavailable>;

/// The answer to a change as it is made, with what is stored beside it.
struct made_reply
{
    // Most answers are no more than a reply.
    made_reply(reply a_given) : given(std::move(a_given)) {} // NOLINT(google-explicit-constructor)

    reply given;
    /// The body that is stored, and given again when the key comes again, where it must not hold all of
    /// `given`: a secret is shown once.
    std::optional<std::string> stored_body{};
    /// Stored with the last event of the change; their `seq` is set then.
    std::vector<journal::erasable_row> erasable{};
};

/// Makes the answer to a change from the state after it; the events are those of this change, perhaps none.
using answer_maker =
    std::function<made_reply(const domain::site_state&, std::span<const domain::event> happened)>;

} // namespace motcua::runtime
