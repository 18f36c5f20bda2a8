#include "server/journal/chain.hpp"

#include <sodium.h>

namespace motcua::journal {

namespace {

void add(crypto_generichash_state& state, std::int64_t number)
{
    std::array<std::uint8_t, 8> bytes;
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        bytes[place] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * place));
    }
    crypto_generichash_update(&state, bytes.data(), bytes.size());
}

void add(crypto_generichash_state& state, std::string_view text)
{
    add(state, static_cast<std::int64_t>(text.size()));
    crypto_generichash_update(&state, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

} // namespace

hash hash_of(const hash& before, const event_row& row)
{
    crypto_generichash_state state;
    hash result;
    crypto_generichash_init(&state, nullptr, 0, result.size());
    crypto_generichash_update(&state, before.data(), before.size());
    add(state, row.site);
    add(state, row.seq);
    add(state, row.at_us);
    add(state, row.kind);
    add(state, row.actor);
    add(state, row.key);
    add(state, row.body);
    if (row.version) {
        add(state, *row.version);
    }
    crypto_generichash_final(&state, result.data(), result.size());
    return result;
}

} // namespace motcua::journal
