#pragma once
// The seam between a site and its store: append the rows of a round, and replay what was appended.

#include "server/domain/events.hpp"
#include "server/journal/erasable.hpp"
#include "server/journal/rows.hpp"

#include <boost/system/result.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace motcua::journal {

enum class fault
{
    /// The disk is full. Nothing of the batch is stored; appending may succeed later.
    full,
    /// The store answered with another error. The batch is stored whole or not at all; a replay shows which,
    /// and that no longer changes. Appending may succeed later.
    failed,
    /// The disk did not take what it had confirmed: only a fresh open shows what it holds.
    lost,
    /// The batch does not follow the last event: another writer was here, or the site is wrong.
    out_of_order,
    corrupt,
    newer_version,
    not_ours,
    /// Another server has the database open.
    in_use
};
BOOST_DESCRIBE_ENUM(fault, full, failed, lost, out_of_order, corrupt, newer_version, not_ours, in_use)

/// What is wrong with the store, and a sentence for the log.
struct journal_error
{
    fault what;
    std::string detail;
};

[[noreturn]] void throw_exception_from_error(const journal_error& error, const boost::source_location&);

template <class T>
using result = boost::system::result<T, journal_error>;

/// What a change came to, beside the bytes of its answer. The protocol above maps it to its own codes.
enum class answer_kind
{
    /// The change was made; the body says what stands now.
    done,
    /// The change made a new thing; the body describes it.
    created,
    /// There is nothing to say: the body is empty.
    nothing
};
BOOST_DESCRIBE_ENUM(answer_kind, done, created, nothing)

/// The first answer to a change with a key, given again when the same key comes again. Only such changes have
/// one. Its body holds no personal data and no secret: it cannot be erased before its key is forgotten.
struct answer
{
    std::int64_t seq{};
    answer_kind kind{};
    std::string body;
};

/// Identifies a ticket printed offline for ever.
struct offline_number
{
    std::string kiosk;
    domain::block_id block{};
    int number{};

    // clang-tidy 14 takes the comparison behind a defaulted <=> for a null pointer.
    friend auto operator<=>(const offline_number&,
                            const offline_number&) = default; // NOLINT(modernize-use-nullptr)
};

/// The first answer to a ticket printed offline, given again whenever the kiosk brings it. Without personal
/// data, as any answer.
struct offline_answer
{
    offline_number number;
    answer_kind kind{};
    std::string body;
};

/// The rows of one round of the event loop. Stored whole or not at all.
struct batch
{
    std::vector<domain::event> events;
    std::vector<row_change> rows;
    std::vector<answer> answers;
    std::vector<offline_answer> offline_answers;
    std::vector<erasable_change> erasable;

    bool empty() const { return events.empty(); }

    /// Keeps the memory: the next round is likely to be as large.
    void clear()
    {
        events.clear();
        rows.clear();
        answers.clear();
        offline_answers.clear();
        erasable.clear();
    }
};

struct snapshot
{
    std::int64_t seq{};
    /// The state after `seq`, as the site encoded it.
    std::string body;
};

/// Gets the seq of the last durable event, or the error.
using appended = std::function<void(const result<std::int64_t>&)>;

/// Belongs to one site and one strand.
class journal
{
public:
    virtual ~journal() = default;

    /// The seq of the last durable event; 0 when there is none.
    virtual std::int64_t last_seq() const = 0;

    /// Stores the events of `rows` (the first with seq last_seq() + 1) and all that belongs to them in one
    /// transaction. `done` runs once, on the strand: before append returns, or in a later turn of the loop;
    /// never after the journal was destroyed. Until then `rows` stays where and as it is, the functions that
    /// only read show what was durable before, and none of those that write may be used.
    virtual void append(const batch& rows, const appended& done) = 0;

    /// The newest snapshot that is whole; none when there is none. One of events that are missing is
    /// `corrupt`.
    virtual result<std::optional<snapshot>> load_snapshot() = 0;

    /// In a transaction of its own. Older snapshots go.
    virtual result<void> save_snapshot(const snapshot& taken) = 0;

    /// Runs `visit` with each event after `seq`, in order, having checked the hashes on the way.
    virtual result<void> replay(std::int64_t seq, const std::function<void(domain::event)>& visit) = 0;

    /// The first answer to the change that ended with event `seq`; none when it was forgotten.
    virtual result<std::optional<answer>> find_answer(std::int64_t seq) = 0;

    /// Deletes answers to changes that ended before event `before`, a bounded number at a time.
    virtual result<void> forget_answers(std::int64_t before) = 0;

    /// The first answer to the offline ticket `number`, which is never forgotten; none when it never came.
    virtual result<std::optional<offline_answer>> find_offline_answer(const offline_number& number) = 0;

    /// The erasable row of `ref`; none when it was erased or never there.
    virtual result<std::optional<erasable_row>> find_erasable(const std::string& ref) = 0;

    /// Erases the row of `ref`, if it is there, in a transaction of its own: for what is kept only for a
    /// time.
    virtual result<void> erase(const std::string& ref) = 0;

    /// Tidies up what the store has left for a quiet moment; returns at once when there is nothing. A failure
    /// loses nothing that was stored and is made up for by the next one, unless the error is `lost`.
    virtual result<void> tidy() { return {}; }

    /// Whether the store takes a write again after a failed append: what is in the way, if it does not.
    virtual result<void> probe() = 0;
};

} // namespace motcua::journal
