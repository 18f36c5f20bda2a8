#include "server/access/randomness.hpp"

#include <sodium.h>
#include <utility>

namespace motcua::access {

void kernel_random(std::span<std::uint8_t> bits) { randombytes_buf(bits.data(), bits.size()); }

std::array<std::uint8_t, 16> random_bits::next()
{
    if (left_ == 0) {
        source_({fetched_.front().data(), sizeof fetched_});
        left_ = fetched_.size();
    }
    // Bits that have been given are not kept.
    return std::exchange(fetched_[--left_], {});
}

} // namespace motcua::access
