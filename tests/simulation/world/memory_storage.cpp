#include "server/journal/memory_journal.hpp"
#include "tests/simulation/world/storage.hpp"

#include <optional>

namespace motcua::simulation {

namespace {

// Within a class that is a journal the word names the class.
namespace store = motcua::journal;

/// What outlives the process.
struct shelf
{
    journal::memory_journal kept;
    draws random;
    std::optional<breakdown> fault;
    unsigned operations_left = 0; ///< until the crash; 0: none comes
    bool dead = false;

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
};

const journal::journal_error dead_disk{journal::fault::failed, "the machine is off"};

/// A process's view of the shelf: fails as a disk fails.
class shelf_journal final : public journal::journal
{
public:
    explicit shelf_journal(shelf& on) : shelf_{on} {}

    std::int64_t last_seq() const override { return shelf_.kept.last_seq(); }

    void append(const store::batch& events, const store::appended& done) override
    {
        if (const auto failed = failure()) {
            if (failed->what == store::fault::lost && shelf_.random.chance(500)) {
                shelf_.kept.append(events, [](const auto&) {});
            }
            return done(*failed);
        }
        if (!shelf_.operates()) {
            return done(dead_disk);
        }
        if (shelf_.dead) {
            shelf_.kept.append(events, [](const auto&) {});
            return done(dead_disk);
        }
        shelf_.kept.append(events, done);
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

    store::result<void> probe() override
    {
        return changing([]() -> store::result<void> { return {}; });
    }

private:
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
};

class memory_storage final : public storage
{
public:
    explicit memory_storage(draws random) : shelf_{.random = random} {}

    journal::result<std::unique_ptr<journal::journal>> open() override
    {
        return std::unique_ptr<journal::journal>{std::make_unique<shelf_journal>(shelf_)};
    }
    std::string database() const override { return {}; }
    void crash_within(unsigned operations) override { shelf_.operations_left = operations; }
    bool is_dead() const override { return shelf_.dead; }
    void process_ended() override
    {
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
};

} // namespace

std::unique_ptr<storage> make_memory_storage(draws random)
{
    return std::make_unique<memory_storage>(random);
}

} // namespace motcua::simulation
