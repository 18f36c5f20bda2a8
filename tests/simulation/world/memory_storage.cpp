#include "server/journal/memory_journal.hpp"
#include "tests/simulation/world/schedule.hpp"
#include "tests/simulation/world/storage.hpp"

#include <array>
#include <optional>
#include <utility>

namespace motcua::simulation {

namespace {

// Within a class that is a journal the word names the class.
namespace store = motcua::journal;

/// How long the appends of a run may take at most; 0: they complete at once.
microseconds drawn_delay(draws& random)
{
    constexpr std::array<std::int64_t, 6> longest{0, 0, 2'000, 20'000, 100'000, 800'000};
    return microseconds{random.pick(longest)};
}

/// What outlives the process.
struct shelf
{
    shelf(schedule& a_when, draws a_random) : when{a_when}, random{a_random}, delay_most{drawn_delay(random)}
    {}

    schedule& when;
    draws random;
    microseconds delay_most;
    journal::memory_journal kept;
    std::optional<breakdown> fault;
    unsigned operations_left = 0; ///< until the crash; 0: none comes
    bool dead = false;
    std::optional<store::batch> in_flight;

    /// Counts an operation; whether it happens. Of the last one chance decides.
    bool operates()
    {
        if (dead) {
            return false;
        }
        if (operations_left > 0 && --operations_left == 0) {
            dead = true;
            return random.chance(500);
        }
        return true;
    }

    void keep(const store::batch& rows)
    {
        kept.append(rows, [](const auto&) {});
    }
};

const journal::journal_error dead_disk{journal::fault::failed, "the machine is off"};

/// A process's view of the shelf: fails as a disk fails.
class shelf_journal final : public journal::journal
{
public:
    explicit shelf_journal(shelf& on) : shelf_{on} {}
    ~shelf_journal() override { shelf_.when.cancel(completion_planned_); }

    std::int64_t last_seq() const override { return shelf_.kept.last_seq(); }

    void append(const store::batch& rows, const store::appended& done) override
    {
        const bool at_once = shelf_.delay_most.count() == 0 || shelf_.random.chance(200);
        if (at_once) {
            return done(stored(rows, 0));
        }
        shelf_.in_flight = rows;
        done_ = done;
        const microseconds delay{shelf_.random.between(0, shelf_.delay_most.count())};
        completion_planned_ = shelf_.when.after(delay, [this] { complete(); });
    }

    /// The append in flight ends, however it ends.
    void complete()
    {
        shelf_.when.cancel(std::exchange(completion_planned_, 0));
        const auto rows = *std::exchange(shelf_.in_flight, std::nullopt);
        std::exchange(done_, nullptr)(stored(rows, 300));
    }

    store::result<std::optional<store::snapshot>> load_snapshot() override
    {
        return shelf_.kept.load_snapshot();
    }

    store::result<void> save_snapshot(const store::snapshot& taken) override
    {
        return changing([&] { return shelf_.kept.save_snapshot(taken); });
    }

    store::result<void> replay(std::int64_t seq, const std::function<void(domain::event)>& visit) override
    {
        return shelf_.kept.replay(seq, visit);
    }

    store::result<std::optional<store::answer>> find_answer(std::int64_t seq) override
    {
        return shelf_.kept.find_answer(seq);
    }

    store::result<std::optional<store::offline_answer>> find_offline_answer(
        const store::offline_number& number) override
    {
        return shelf_.kept.find_offline_answer(number);
    }

    store::result<void> forget_answers(std::int64_t before) override
    {
        return shelf_.kept.forget_answers(before);
    }

    store::result<std::optional<store::erasable_row>> find_erasable(const std::string& ref) override
    {
        return shelf_.kept.find_erasable(ref);
    }

    store::result<void> erase(const std::string& ref) override
    {
        return changing([&] { return shelf_.kept.erase(ref); });
    }

    store::result<void> probe() override
    {
        return changing([]() -> store::result<void> { return {}; });
    }

private:
    /// `stored_though_failed`: with this chance, in thousandths, an error other than a full disk hides that
    /// the rows are stored.
    store::result<std::int64_t> stored(const store::batch& rows, unsigned stored_though_failed)
    {
        if (const auto failed = failure()) {
            const auto chance = failed->what == store::fault::lost   ? 500
                                : failed->what == store::fault::full ? 0
                                                                     : stored_though_failed;
            if (shelf_.random.chance(chance)) {
                shelf_.keep(rows);
            }
            return *failed;
        }
        if (!shelf_.operates()) {
            return dead_disk;
        }
        shelf_.keep(rows);
        if (shelf_.dead) {
            return dead_disk;
        }
        return last_seq();
    }

    std::optional<store::journal_error> failure()
    {
        using store::fault;
        lost_ = lost_ || shelf_.fault == breakdown::lost_sync;
        if (lost_) {
            return store::journal_error{fault::lost, "the disk lost what it had taken"};
        }
        if (!shelf_.fault) {
            return std::nullopt;
        }
        return *shelf_.fault == breakdown::full ? store::journal_error{fault::full, "the disk is full"}
                                                : store::journal_error{fault::failed, "the disk fails"};
    }

    template <class Change>
    store::result<void> changing(Change change)
    {
        if (const auto failed = failure()) {
            return *failed;
        }
        if (!shelf_.operates()) {
            return dead_disk;
        }
        auto changed = change();
        return shelf_.dead ? store::result<void>{dead_disk} : changed;
    }

    shelf& shelf_;
    bool lost_ = false;
    store::appended done_;
    std::uint64_t completion_planned_ = 0;
};

class memory_storage final : public storage
{
public:
    memory_storage(schedule& when, draws random) : shelf_{when, random} {}

    journal::result<std::unique_ptr<journal::journal>> open() override
    {
        auto opened = std::make_unique<shelf_journal>(shelf_);
        opened_ = opened.get();
        return std::unique_ptr<journal::journal>{std::move(opened)};
    }

    bool complete_append() override
    {
        if (!shelf_.in_flight) {
            return false;
        }
        opened_->complete();
        return true;
    }

    std::string database() const override { return {}; }
    void crash_within(unsigned operations) override { shelf_.operations_left = operations; }
    bool is_dead() const override { return shelf_.dead; }
    void process_ended() override
    {
        if (const auto rows = std::exchange(shelf_.in_flight, std::nullopt);
            rows && shelf_.random.chance(500)) {
            shelf_.keep(*rows);
        }
        shelf_.dead = false;
        shelf_.operations_left = 0;
    }
    void power_lost() override { process_ended(); }
    void fail(breakdown how) override { shelf_.fault = how; }
    void heal() override
    {
        shelf_.fault.reset();
        shelf_.operations_left = 0;
    }
    std::vector<domain::event> events() override { return shelf_.kept.events(); }

    std::optional<log_rows> log() const override
    {
        log_rows rows;
        for (const auto& [ticket, row] : shelf_.kept.visits()) {
            rows.visits.push_back(row);
        }
        for (const auto& [ticket, legs] : shelf_.kept.legs()) {
            rows.legs.insert(rows.legs.end(), legs.begin(), legs.end());
        }
        return rows;
    }

private:
    shelf shelf_;
    shelf_journal* opened_ = nullptr; ///< the last one; alive while an append is in flight
};

} // namespace

std::unique_ptr<storage> make_memory_storage(schedule& when, draws random)
{
    return std::make_unique<memory_storage>(when, random);
}

} // namespace motcua::simulation
