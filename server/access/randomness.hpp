#pragma once
// Unguessable bits in quantity, and the seam to where they come from.

#include <array>
#include <cstdint>
#include <functional>
#include <span>

namespace motcua::api {

/// Fills bytes with random bits.
using random_source = std::function<void(std::span<std::uint8_t>)>;

/// The source of every office that is no simulation.
void kernel_random(std::span<std::uint8_t> bits);

/// 128 random bits at a time, fetched from the source many at a time: asking the kernel for each costs as
/// much as sending an answer.
/// One thread calls this.
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

} // namespace motcua::api
