#pragma once
// Unguessable bits in quantity.

#include <array>
#include <cstdint>

namespace motcua::api {

/// 128 random bits of the kernel, fetched many at a time: asking for each costs as much as sending an answer.
/// One thread calls this.
class random_bits
{
public:
    std::array<std::uint8_t, 16> next();

private:
    std::array<std::array<std::uint8_t, 16>, 64> fetched_{};
    std::size_t left_ = 0;
};

} // namespace motcua::api
