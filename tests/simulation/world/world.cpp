#include "tests/simulation/world/world.hpp"

namespace motcua::simulation {

namespace {

// One stream for each thing that draws: what one draws changes nothing for the others.
enum : std::uint64_t
{
    of_hall = 1,
    of_network,
    of_disk,
    of_machine,
    of_world
};

draws stream(std::uint64_t seed, std::uint64_t of) { return draws{mixed(seed) ^ mixed(of)}; }

std::unique_ptr<storage> make_storage(store_kind kept, draws random)
{
    return kept == store_kind::memory ? make_memory_storage(random) : make_memory_storage(random);
}

} // namespace

hall hall_of(std::uint64_t seed) { return drawn_hall(stream(seed, of_hall)); }

world::world(std::uint64_t seed, store_kind kept)
    : here{hall_of(seed)}, net{when, seen, stream(seed, of_network)}, clock{when, here.opens_at},
      disk_{make_storage(kept, stream(seed, of_disk))},
      server{when, net, clock, *disk_, here, stream(seed, of_machine)}, random{stream(seed, of_world)}
{}

std::string world::path(std::string_view rest) const
{
    return std::string("/api/v1/sites/").append(here.site).append(rest);
}

void world::calm()
{
    net.weather = {.delay_least = microseconds{0}, .delay_most = microseconds{0}};
    for (auto* one : lines) {
        one->quality = {};
        one->rejoin();
    }
    clock.synchronised = true;
    server.calm();
}

} // namespace motcua::simulation
