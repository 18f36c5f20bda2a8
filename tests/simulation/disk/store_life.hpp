#pragma once
// The whole life of a small journal, with a fault somewhere in it: everything that a server does with its
// store, and how it continues after an error.

#include "tests/simulation/disk/witness.hpp"

#include <boost/describe/enum.hpp>
#include <set>

namespace motcua::simulation {

/// What happens when the store reports its first error.
enum class ending
{
    goes_on,
    crashes,
    loses_power
};
BOOST_DESCRIBE_ENUM(ending, goes_on, crashes, loses_power)

/// Where the faults come from.
struct fault_source
{
    /// How many there have been.
    std::function<std::uint64_t()> met;
    std::function<void()> heal;
};

class store_life
{
public:
    /// Errors must be of `allowed`, and must pass with faults that pass by themselves.
    store_life(std::uint64_t seed, std::set<journal::fault> allowed, lasting how_long, ending end);

    simulated_disk& disk() { return disk_; }

    /// Opens a new journal, appends, takes a snapshot, forgets, erases, tidies up, opens it again and reads
    /// all; heals, opens and checks; appends, loses power, opens and checks. Returns what it found wrong.
    std::vector<std::string> run(fault_source source);

    /// How many errors the store reported.
    int errors() const { return errors_; }

private:
    void play();
    void open();
    void read();
    void check_at_last();
    void open_and_check(const char* when);

    /// Does `work` with the store, which it opens where necessary.
    template <class Work>
    void with_store(const char* name, Work&& work);
    void take(const char* name, const journal::result<void>& done);
    void meet(const journal::journal_error& error);

    std::set<journal::fault> allowed_;
    lasting how_long_;
    ending end_;
    simulated_disk disk_;
    witness witness_;
    std::unique_ptr<journal::journal> store_;
    fault_source source_;
    int errors_ = 0;
    std::vector<std::string> wrong_;
};

} // namespace motcua::simulation
