#include "server/office/person_key.hpp"

#include "base/atomic_file.hpp"
#include "base/hex.hpp"
#include "server/access/randomness.hpp"
#include "server/office/toml_text.hpp"

#include <array>
#include <cstdint>

namespace motcua::office {

namespace {

using key_bytes = std::array<std::uint8_t, 32>;

} // namespace

bool make_person_key(const data_folder& folder)
{
    // Another key would make unreadable what the one in the file protects, so it must be certain that there
    // is none.
    if (std::filesystem::exists(folder.person_key_file())) {
        return false;
    }
    key_bytes bits{};
    access::kernel_random(bits);
    base::write_atomically(folder.person_key_file(), base::to_hex(bits) + "\n");
    return true;
}

or_reason<std::string> read_person_key(const data_folder& folder)
{
    auto text = read_text(folder.person_key_file());
    if (!text) {
        return text.error();
    }
    while (text->ends_with('\n')) {
        text->pop_back();
    }
    key_bytes bits{};
    if (!base::read_hex(*text, bits)) {
        return reason{folder.person_key_file().string() + " does not hold 64 hex digits"};
    }
    return {boost::system::in_place_value, *std::move(text)};
}

} // namespace motcua::office
