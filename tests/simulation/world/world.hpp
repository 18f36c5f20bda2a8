#pragma once
// A hall on virtual time: one server on its machine, a network, and the devices of the people in it.

#include "tests/simulation/checks/ledger.hpp"
#include "tests/simulation/world/hall.hpp"
#include "tests/simulation/world/machine.hpp"

namespace motcua::simulation {

enum class store_kind
{
    memory,
    sqlite
};

/// The hall of the world with this seed.
hall hall_of(std::uint64_t seed);

class world
{
public:
    /// Everything that happens follows from `seed`, and from what is asked of the world.
    world(std::uint64_t seed, store_kind kept);
    world(const world&) = delete;
    world& operator=(const world&) = delete;

    const hall here;
    schedule when;
    trace seen;
    ledger told; ///< what the clients asked, were answered and heard
    network net;
    wall_clock clock;

private:
    std::unique_ptr<storage> disk_;

public:
    machine server;

    /// The lines of all devices, in the order in which they came.
    std::vector<simulated_transport*> lines;

    /// For what one event needs to draw and no script names.
    draws random;

    /// The path of a call of this site: path("/tickets").
    std::string path(std::string_view rest) const;

    moment now() const { return when.now(); }

    /// No fault any more, and no chance of one.
    void calm();
};

} // namespace motcua::simulation
