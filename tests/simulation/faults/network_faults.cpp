// The network: bad weather for everybody, a line that parts, connections that break.

#include "tests/simulation/faults/fault.hpp"

namespace motcua::simulation {

namespace {

void bad_weather(world& in, draws random)
{
    auto& weather = in.net.weather;
    const auto drawn = [&](unsigned most) {
        return random.chance(500) ? static_cast<unsigned>(random.below(most)) : 0U;
    };
    weather.lost = drawn(200);
    weather.broken = drawn(200);
    weather.halved = drawn(200);
    weather.doubled = drawn(300);
    weather.late = drawn(100);
    weather.delay_most = microseconds{random.between(0, 300'000)};
    in.when.after(a_while(random, seconds{6}), [&in] {
        const bool parted = in.net.weather.parted;
        in.net.weather = fair_weather;
        in.net.weather.parted = parted;
    });
}

void line_parts(world& in, draws random)
{
    auto* const line = random.pick(in.lines);
    line->quality.parted = true;
    in.when.after(a_while(random, seconds{12}), [line] { line->rejoin(); });
}

void network_parts(world& in, draws random)
{
    in.net.weather.parted = true;
    in.when.after(a_while(random, seconds{8}), [&in] {
        in.net.weather.parted = false;
        for (auto* one : in.lines) {
            one->rejoin();
        }
    });
}

void connections_break(world& in, draws random)
{
    for (auto* one : in.lines) {
        if (random.chance(500)) {
            one->reset();
        }
    }
}

const fault_row weather_row{{"bad weather", bad_weather}};
const fault_row line_row{{"a line parts", line_parts}};
const fault_row network_row{{"the network parts", network_parts}};
const fault_row break_row{{"connections break", connections_break}};

} // namespace

} // namespace motcua::simulation
