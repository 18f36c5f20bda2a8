#pragma once
// A site on virtual time: one server on its machine, a network, and the devices of the people in it.

#include "tests/simulation/checks/ledger.hpp"
#include "tests/simulation/world/drawn_site.hpp"
#include "tests/simulation/world/machine.hpp"

namespace motcua::simulation {

enum class store_kind
{
    memory,
    sqlite
};

/// The site of the world with this seed.
drawn_site site_of(std::uint64_t seed);

class world
{
public:
    /// Everything that happens follows from `seed`, and from what is asked of the world.
    world(std::uint64_t seed, store_kind kept);
    world(const world&) = delete;
    world& operator=(const world&) = delete;

    const drawn_site here;
    schedule when;
    trace seen;
    simulation::ledger ledger; ///< what the clients requested, received and heard
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

    /// The path of a request to this site: path("/tickets").
    std::string path(std::string_view rest) const;

    moment now() const { return when.now(); }

    /// No fault any more, and no chance of one.
    void calm();
};

} // namespace motcua::simulation
