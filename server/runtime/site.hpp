#pragma once
// A site at work: decides commands on its state, commits what one turn of the event loop brought as one
// round, and lets no answer out before it is durable.

#include "server/domain/forecast/forecast_memory.hpp"
#include "server/runtime/clock.hpp"
#include "server/runtime/rounds.hpp"
#include "server/runtime/site_log.hpp"

namespace motcua::runtime {

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

/// Everything runs on one strand.
///
/// Commands are decided at once, on a state that may be ahead of the store; everything that leaves the site
/// waits for the event that it depends on. A read needs a moment at which all of the state is durable: while
/// one waits, the site holds further changes back when it hands a round over, and decides them when that
/// round is stored. None of them could have been stored sooner.
/// The time zone of that name; none where there is none.
using zone_source = std::function<std::optional<domain::time_zone>(const std::string& name)>;

class site
{
public:
    /// `store` and `clock` must outlive the site. `at_end_of_round` must arrange that commit() runs when the
    /// present turn of the event loop is over; `fatal` runs when only a restart of the process can help. A
    /// snapshot is taken after `snapshot_every` events. `log` gets what an operator should know.
    /// `zones` knows the zones that settings may name.
    site(journal::journal& store, clock_source& clock, std::function<void()> at_end_of_round,
         std::function<void(const std::string&)> fatal,
         std::int64_t snapshot_every = events_between_snapshots, log_sink log = {},
         zone_source zones = domain::find_lone_zone);

    /// Restores the state from snapshot and tail. Before it, and after an error of it, the site refuses
    /// everything.
    journal::result<void> start();

    void observe(site_observer* observer) { observer_ = observer; }

    /// Decides `wanted`, at once or when a round in flight is stored. `done` runs later, never from within
    /// this function, when all that the outcome depends on is durable. It may ask the site again.
    void change(const domain::command& wanted, const caller& who, const answer_maker& answer,
                std::function<void(outcome)> done);

    /// An administrator says that the system clock is right: the site follows it from now on. `done` runs as
    /// that of change(), when the jump, if it was one, is durable.
    void confirm_clock(const std::string& actor, std::function<void(outcome)> done);

    /// The erasable row of `ref`; none when it was erased or never there.
    journal::result<std::optional<journal::erasable_row>> find_erasable(const std::string& ref)
    {
        return store_.find_erasable(ref);
    }

    /// Runs `look` as soon as all that the state holds is durable, at once or later; with null while the site
    /// is not readable. `look` must not ask the site for anything.
    void read(std::function<void(const domain::site_state*)> look);

    /// The turn of the event loop is over: hands the round that it filled to the store, unless another is
    /// still in flight, and lets out what is certain.
    void commit();

    /// Once a second: follows the clock, turns the day, forgets old answers, takes a snapshot when it is
    /// time, lets the store tidy up in a quiet second, and, while the store is failing, tries it again.
    void tick();

    /// The orderly end: `done` runs, once, from commit() or when the store has completed, as soon as nothing
    /// that was asked waits for the store. What may still be asked afterwards is the caller's concern.
    void drain(std::function<void()> done);

    /// Whether changes are taken.
    bool available() const { return available_; }
    /// Whether state() can be read: while the store takes nothing, it holds what was stored before.
    bool readable() const { return readable_; }
    /// The seq of the last durable event.
    std::int64_t durable_seq() const { return rounds_.durable_seq(); }
    /// Whether all that state() holds is durable.
    bool state_is_durable() const { return readable_ && rounds_.is_all_durable(); }
    bool clock_doubtful() const { return clock_ && clock_->doubtful(); }
    /// Whether the kernel reported the system clock as synchronised at the last tick.
    bool clock_synchronised() const { return clock_synchronised_; }
    instant now() const;
    /// With every event that was decided, durable or not.
    const domain::site_state& state() const { return state_; }
    /// The zone that the settings name.
    const domain::time_zone& zone() const { return zone_; }

private:
    /// An outcome that a request had before, and the event that it depends on.
    struct earlier
    {
        std::int64_t seq;
        outcome given;
    };

    // site.cpp: deciding
    std::optional<earlier> answered_before(const domain::request_key& key);
    std::optional<earlier> answered_before(const journal::offline_number& number);
    void take_over(domain::event_body body, instant at, const std::string& actor,
                   const std::optional<domain::request_key>& key);
    bool holds_back() const
    {
        return !held_back_.empty() || (rounds_.is_in_flight() && reads_wait_for_flight_);
    }

    // site_commit.cpp: the way of a round to the store, and who leaves when it is there
    void need_commit();
    void hand_over();
    void completed(const journal::result<std::int64_t>& stored);
    void fail(const journal::journal_error& error);
    void show_state();
    void resume_held_back();
    void finish_drain();

    // site_upkeep.cpp: what the site does by itself
    journal::result<void> restore();
    void report_recovery();
    void follow_clock();
    void take_over(const clock_jump& jump, const std::string& actor);
    void turn_day(instant at);
    void tend_appointments(instant at);
    void follow_zone();
    void tend_store();
    void take_snapshot();
    void note(const journal::result<void>& tended);

    journal::journal& store_;
    clock_source& machine_;
    std::function<void()> at_end_of_round_;
    std::function<void(const std::string&)> fatal_;
    std::int64_t snapshot_every_;
    site_log log_;
    site_observer* observer_ = nullptr;

    domain::site_state state_;
    domain::forecast_memory forecasts_;
    zone_source zones_;
    domain::time_zone zone_ = domain::zone_of_vietnam();
    std::optional<site_clock> clock_;
    bool clock_synchronised_ = false;
    bool available_ = false;
    bool readable_ = false;

    rounds rounds_;
    bool commit_asked_ = false;
    /// In order. They come before those who are answered, who may change the state again at once.
    std::vector<std::function<void(const domain::site_state*)>> looks_;
    bool reads_wait_for_flight_ = false; ///< when the flight began, somebody waited for a durable state
    std::vector<std::function<void()>> held_back_;
    std::function<void()> drained_;

    std::int64_t snapshot_seq_ = 0;
    std::int64_t seq_at_tick_ = 0;
    /// By the steady clock; empty while changes are accepted.
    std::optional<std::chrono::microseconds> failed_at_;
    bool quiet_second_ = false;
    bool upkeep_due_ = false;
    bool tick_due_ = false;
};

} // namespace motcua::runtime
