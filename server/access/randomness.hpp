#pragma once
// Unguessable bits in quantity, and the seam to their source.

#include <array>
#include <cstdint>
#include <functional>
#include <span>

namespace motcua::access {

/// Fills bytes with random bits.
using random_source = std::function<void(std::span<std::uint8_t>)>;

/// The source of every office that is not a simulation.
void kernel_random(std::span<std::uint8_t> bits);

/// Gives 128 random bits at a time and fetches many at a time from the source: one system call for each would
/// cost as much as sending an answer. For one thread.
class random_bits
{
public:
    explicit random_bits(random_source source = kernel_random) : source_(std::move(source)) {}

    std::array<std::uint8_t, 16> next();

private:
    random_source source_;
    std::array<std::array<std::uint8_t, 16>, 64> fetched_{};
    std::size_t left_ = 0;
};

} // namespace motcua::access
