#pragma once
// A site at work: decides commands on its state, commits what one round of the event loop brought as one
// batch, and lets no answer out before it is durable.

#include "server/domain/decide.hpp"
#include "server/journal/journal.hpp"
#include "server/runtime/clock.hpp"

#include <functional>
#include <span>
#include <variant>

namespace motcua::runtime {

/// Who asks for a change, and under which key.
struct caller
{
    std::string actor;
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    std::optional<domain::request_key> key;
};

/// What a change is answered with. An empty body is remembered for nobody.
struct reply
{
    int status{};
    std::string body;
    /// This is the first answer to the key, given once more; nothing was changed.
    bool replayed{};
};

/// The key was used for another request.
struct key_mismatch
{};

/// The change was made under this key, and what it was answered with is no longer in the store.
struct answer_lost
{};

/// The store did not take it: to the caller the outcome is unknown, the same key may be asked again.
struct unavailable
{};

using outcome = std::variant<reply, domain::refusal, key_mismatch, answer_lost, unavailable>;

/// Makes the answer to a change from the state after it; the events are those of this change, perhaps none.
using answer_maker = std::function<reply(const domain::site_state&, std::span<const domain::event> happened)>;

/// Sees every event of a site. `applied` comes first, with the state just after the event; what it makes of
/// that goes out only with `durable`. `rebuilt` says that what was applied and not durable never happened.
class site_observer
{
public:
    virtual ~site_observer() = default;
    virtual void applied(const domain::event& happened, const domain::site_state& state) = 0;
    virtual void durable(std::int64_t seq) = 0;
    virtual void rebuilt(const domain::site_state& state) = 0;
};

/// A snapshot is taken after this many events, so that a start replays no more; on a day with more tickets
/// than that, after as many events as there are tickets.
constexpr std::int64_t events_between_snapshots = 20'000;

/// A second with no more events than this is a quiet moment: the store tidies up.
constexpr std::int64_t quiet_second_events_max = 8;

/// All calls on one strand.
class site
{
public:
    /// `store` and `clock` must outlive the site. `at_end_of_round` is asked to call commit() when the
    /// present round of the event loop is over; `fatal` is told when only a restart of the process can help.
    /// A snapshot is taken after `snapshot_every` events.
    site(journal::journal& store, clock_source& clock, std::function<void()> at_end_of_round,
         std::function<void(const std::string&)> fatal,
         std::int64_t snapshot_every = events_between_snapshots);

    /// Restores the state from snapshot and tail. Before it, and after an error of it, the site refuses
    /// everything.
    journal::result<void> start();

    void observe(site_observer* observer) { observer_ = observer; }

    /// Decides at once; `done` is called from commit(), when all that the outcome depends on is durable. It
    /// may ask the site again.
    void change(const domain::command& wanted, const caller& who, const answer_maker& answer,
                std::function<void(outcome)> done);

    /// Why change() would refuse `wanted` now; changes nothing.
    std::optional<domain::refusal> refusal_of(const domain::command& wanted) const;

    /// An administrator says that the system clock is right: the site goes by it from now on. `done` is
    /// called from commit(), when the jump, if it was one, is durable.
    void confirm_clock(const std::string& actor, std::function<void(outcome)> done);

    /// Calls `look` as soon as all that the state holds is durable, at once or from commit(); with null while
    /// the site is not readable. `look` must not ask the site for anything.
    void read(std::function<void(const domain::site_state*)> look);

    /// Makes this round durable and lets its answers out.
    void commit();

    /// Once a second: follows the clock, turns the day, forgets old answers, takes a snapshot when it is
    /// time, lets the store tidy up when the hall is quiet, and, while the store is failing, tries it again.
    void tick();

    /// Whether changes are taken.
    bool available() const { return available_; }
    /// Whether state() can be read: while the store takes nothing, it holds what was stored before.
    bool readable() const { return readable_; }
    /// Whether all that state() holds is durable.
    bool settled() const { return readable_ && batch_.empty(); }
    bool clock_doubtful() const { return clock_ && clock_->doubtful(); }
    /// Whether the kernel called the system clock synchronised when it was last looked at.
    bool clock_synchronised() const { return clock_synchronised_; }
    instant now() const;
    const domain::site_state& state() const { return state_; }

private:
    journal::result<void> restore();
    void turn_day(instant at);
    void follow_clock();
    void take_over(const clock_jump& jump, const std::string& actor);
    void take_over(domain::event_body body, instant at, const std::string& actor,
                   const std::optional<domain::request_key>& key);
    std::optional<outcome> answered_before(const domain::request_key& key);
    std::optional<outcome> answered_before(const journal::offline_number& number);
    void tend_store();
    void take_snapshot();
    void fail(const journal::journal_error& error);
    void note(const journal::result<void>& tended);
    void need_commit();

    journal::journal& store_;
    clock_source& machine_;
    std::function<void()> at_end_of_round_;
    std::function<void(const std::string&)> fatal_;
    std::int64_t snapshot_every_;
    site_observer* observer_ = nullptr;

    domain::site_state state_;
    std::optional<site_clock> clock_;
    bool clock_synchronised_ = false;
    bool available_ = false;
    bool readable_ = false;
    std::int64_t snapshot_seq_ = 0;
    std::int64_t seq_at_tick_ = 0;

    journal::batch batch_;
    bool commit_asked_ = false;
    struct waiting
    {
        outcome given;
        std::function<void(outcome)> done;
    };
    /// Both in order. Those who look come first: who is answered may change the state again at once, and that
    /// is not durable.
    std::vector<std::function<void(const domain::site_state*)>> looking_;
    std::vector<waiting> waiting_;
};

} // namespace motcua::runtime
