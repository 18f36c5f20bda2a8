#include "tests/simulation/world/world.hpp"

namespace motcua::simulation {

namespace {

std::unique_ptr<storage> make_storage(store_kind kept, schedule& when, const std::string& site, draws random)
{
    return kept == store_kind::memory ? make_memory_storage(when, random) : make_sqlite_storage(site, random);
}

} // namespace

drawn_site site_of(std::uint64_t seed) { return draw_site(draws{seed}.fork("hall")); }

world::world(std::uint64_t seed, store_kind kept)
    : here{site_of(seed)}, net{when, seen, draws{seed}.fork("network")}, clock{when, here.opens_at},
      disk_{make_storage(kept, when, here.code, draws{seed}.fork("storage"))},
      server{when, net, clock, *disk_, here, ledger, draws{seed}.fork("machine")}, random{draws{seed}.fork(
                                                                                       "world")}
{}

std::string world::path(std::string_view rest) const
{
    return std::string("/api/v1/sites/").append(here.code).append(rest);
}

void world::calm()
{
    net.weather = fair_weather;
    for (auto* one : lines) {
        one->quality = {};
        one->rejoin();
    }
    clock.synchronised = true;
    server.calm();
}

} // namespace motcua::simulation
