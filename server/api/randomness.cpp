#include "server/api/randomness.hpp"

#include <sodium.h>
#include <utility>

namespace motcua::api {

std::array<std::uint8_t, 16> random_bits::next()
{
    if (left_ == 0) {
        randombytes_buf(fetched_.data(), sizeof fetched_);
        left_ = fetched_.size();
    }
    // What has been given is nowhere kept.
    return std::exchange(fetched_[--left_], {});
}

} // namespace motcua::api
