#include "server/access/secrets.hpp"

#include "base/hex.hpp"

#include <array>
#include <sodium.h>
#include <stdexcept>

namespace motcua::access {

namespace {

// Between INTERACTIVE and MODERATE of libsodium: 82 ms as measured.
constexpr unsigned long long password_passes = 3;
constexpr std::size_t password_memory = 64U << 20U;

/// `length` letters, each of them as likely as any other.
std::string drawn_from(std::string_view letters, std::size_t length, random_bits& random)
{
    const auto fair = 256 - 256 % letters.size(); // bytes from here on would prefer the first letters
    std::string drawn;
    while (drawn.size() < length) {
        for (const auto byte : random.next()) {
            if (byte < fair && drawn.size() < length) {
                drawn += letters[byte % letters.size()];
            }
        }
    }
    return drawn;
}

} // namespace

std::string new_token(random_bits& random)
{
    const std::array bits{random.next(), random.next()};
    std::array<char, 44> text;
    sodium_bin2base64(text.data(), text.size(), bits.front().data(), sizeof bits,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string new_password(random_bits& random)
{
    return drawn_from("abcdefghjkmnpqrstuvwxyz23456789", 16, random);
}

std::string new_appointment_code(random_bits& random)
{
    return drawn_from("23456789BCDFGHJKMNPQRSTVWXYZ", 6, random);
}

std::string new_user_code(random_bits& random) { return drawn_from("0123456789", 6, random); }

std::string hash_of_token(std::string_view token)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
    return base::to_hex(digest);
}

std::string hash_of_password(const std::string& password)
{
    std::array<char, crypto_pwhash_STRBYTES> hash;
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), password_passes, password_memory) !=
        0) {
        throw std::runtime_error("not enough memory to hash a password");
    }
    return hash.data();
}

bool is_password(const std::string& hash, const std::string& password)
{
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace motcua::access
