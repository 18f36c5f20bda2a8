#include "server/access/person_vault.hpp"

#include <algorithm>
#include <sodium.h>

namespace motcua::access {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t mac_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// A key of its own for each use of the office's key.
office_key derived(const office_key& key, std::uint64_t number)
{
    static_assert(sizeof(office_key) == crypto_kdf_KEYBYTES);
    office_key part;
    crypto_kdf_derive_from_key(part.data(), part.size(), number, "persons_", key.data());
    return part;
}

} // namespace

office_key new_office_key()
{
    office_key key;
    kernel_random(key);
    return key;
}

person_vault::person_vault(const office_key& key) : sealing_(derived(key, 1)), tagging_(derived(key, 2)) {}

std::vector<std::uint8_t> person_vault::seal(std::string_view ref, std::string_view text,
                                             random_bits& random) const
{
    std::vector<std::uint8_t> sealed(nonce_bytes + text.size() + mac_bytes);
    const std::array bits{random.next(), random.next()};
    std::copy_n(bits.front().begin(), 16, sealed.begin());
    std::copy_n(bits.back().begin(), nonce_bytes - 16, sealed.begin() + 16);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_bytes, nullptr, bytes_of(text),
                                               text.size(), bytes_of(ref), ref.size(), nullptr, sealed.data(),
                                               sealing_.data());
    return sealed;
}

std::optional<std::string> person_vault::open(std::string_view ref,
                                              const std::vector<std::uint8_t>& sealed) const
{
    if (sealed.size() < nonce_bytes + mac_bytes) {
        return std::nullopt;
    }
    std::string text(sealed.size() - nonce_bytes - mac_bytes, '\0');
    const auto opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr, sealed.data() + nonce_bytes,
        sealed.size() - nonce_bytes, bytes_of(ref), ref.size(), sealed.data(), sealing_.data());
    return opened == 0 ? std::optional{std::move(text)} : std::nullopt;
}

std::array<std::uint8_t, 16> person_vault::tag(std::string_view purpose, std::string_view scope,
                                               std::string_view text) const
{
    std::array<std::uint8_t, 16> bits;
    crypto_generichash_state state;
    crypto_generichash_init(&state, tagging_.data(), tagging_.size(), bits.size());
    for (const auto part : {purpose, scope, text}) {
        crypto_generichash_update(&state, bytes_of(part), part.size());
        crypto_generichash_update(&state, bytes_of(std::string_view("\0", 1)), 1);
    }
    crypto_generichash_final(&state, bits.data(), bits.size());
    return bits;
}

} // namespace motcua::access
