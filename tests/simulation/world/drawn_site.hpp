#pragma once
// The site of one run: what it offers, who is in it, and in which mood they are.

#include "server/domain/devices/devices.hpp"
#include "server/domain/settings/settings.hpp"
#include "tests/simulation/random.hpp"

#include <string>
#include <vector>

namespace motcua::simulation {

/// How busy everybody is; the weights say how often one of a kind acts, compared with the others.
struct mood
{
    std::string name;
    unsigned arrivals = 0;   ///< weight of a kiosk
    unsigned service = 0;    ///< weight of a console
    unsigned onlookers = 0;  ///< weight of a board, a phone, a manager; with half of `arrivals`, of a booker
    unsigned priorities = 0; ///< per mille of the tickets
    /// Between two acts of anybody.
    std::int64_t pause_least_us = 0;
    std::int64_t pause_most_us = 0;
};

struct drawn_site
{
    std::string code = "hall";
    domain::site_settings settings;
    simulation::mood mood;
    domain::instant opens_at; ///< what the clock of the server says when the run begins
    unsigned kiosks = 1;
    unsigned consoles_a_counter = 1;
    unsigned boards = 1;
    unsigned phones = 1;
    unsigned bookers = 1;
    unsigned managers = 1;
    unsigned administrators = 0;
    std::int64_t snapshot_every = 20'000;
    std::vector<domain::device> devices;
};

/// The token of a device by its name; the store of the site has its hash.
std::string token_of(const std::string& device);

drawn_site draw_site(draws random);

} // namespace motcua::simulation
