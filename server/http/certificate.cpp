#include "server/http/certificate.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <cctype>
#include <cstdint>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <optional>
#include <span>
#include <stdexcept>

namespace motcua::http {
namespace {

constexpr long valid_days = 3653; // 10 years
constexpr std::size_t serial_bytes = 16;
constexpr std::size_t name_length_max = 253;
constexpr std::size_t label_length_max = 63;

template <auto free>
struct freed
{
    template <class T>
    void operator()(T* made) const
    {
        free(made);
    }
};

template <class T, auto free>
using owned = std::unique_ptr<T, freed<free>>;
using owned_certificate = owned<X509, X509_free>;
using owned_key = owned<EVP_PKEY, EVP_PKEY_free>;
using owned_memory = owned<BIO, BIO_free_all>;
using owned_names = owned<GENERAL_NAMES, GENERAL_NAMES_free>;

/// OpenSSL reports by result; what fails here is memory or the random source.
void check(bool done)
{
    if (!done) {
        throw std::runtime_error("a certificate cannot be made on this machine");
    }
}

std::optional<boost::asio::ip::address> address_in(std::string_view name)
{
    boost::system::error_code no_address;
    const auto address = boost::asio::ip::make_address(std::string(name), no_address);
    return no_address ? std::nullopt : std::optional(address);
}

void set_octets(ASN1_OCTET_STRING* target, std::span<const std::uint8_t> bytes)
{
    check(ASN1_OCTET_STRING_set(target, bytes.data(), static_cast<int>(bytes.size())) == 1);
}

void add_name(GENERAL_NAMES* names, const std::string& name)
{
    owned<GENERAL_NAME, GENERAL_NAME_free> added{GENERAL_NAME_new()};
    check(added != nullptr);
    const auto address = address_in(name);
    auto* text = ASN1_STRING_type_new(address ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
    check(text != nullptr);
    GENERAL_NAME_set0_value(added.get(), address ? GEN_IPADD : GEN_DNS, text);
    if (address && address->is_v4()) {
        set_octets(text, address->to_v4().to_bytes());
    } else if (address) {
        set_octets(text, address->to_v6().to_bytes());
    } else {
        check(ASN1_STRING_set(text, name.data(), static_cast<int>(name.size())) == 1);
    }
    check(sk_GENERAL_NAME_push(names, added.get()) > 0);
    static_cast<void>(added.release()); // `names` owns it now
}

void add_names(X509* made, const std::vector<std::string>& names)
{
    const owned_names list{GENERAL_NAMES_new()};
    check(list != nullptr);
    for (const auto& name : names) {
        add_name(list.get(), name);
    }
    check(X509_add1_ext_i2d(made, NID_subject_alt_name, list.get(), 0, X509V3_ADD_DEFAULT) == 1);
}

void set_serial(X509* made)
{
    std::array<std::uint8_t, serial_bytes> bits{};
    check(RAND_bytes(bits.data(), static_cast<int>(bits.size())) == 1);
    bits.front() &= 0x7F; // RFC 5280, section 4.1.2.2: positive
    const owned<BIGNUM, BN_free> number{BN_bin2bn(bits.data(), static_cast<int>(bits.size()), nullptr)};
    check(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(made)) != nullptr);
}

/// Clients find the names in the extension; the subject is for people.
void set_subject(X509* made)
{
    const std::string office = "Motcua";
    auto* subject = X509_get_subject_name(made);
    const auto* bytes = reinterpret_cast<const unsigned char*>(office.data()); // OpenSSL's text is unsigned
    check(X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, bytes,
                                     static_cast<int>(office.size()), -1, 0) == 1);
    check(X509_set_issuer_name(made, subject) == 1);
}

owned_memory memory()
{
    owned_memory made{BIO_new(BIO_s_mem())};
    check(made != nullptr);
    return made;
}

std::string text_of(BIO* written)
{
    char* bytes = nullptr;
    const auto length = BIO_get_mem_data(written, &bytes);
    return {bytes, static_cast<std::size_t>(length)};
}

bool is_label(std::string_view label)
{
    const auto is_allowed = [](unsigned char letter) {
        return letter < 128 && (std::isalnum(letter) != 0 || letter == '-');
    };
    return !label.empty() && label.size() <= label_length_max && label.front() != '-' &&
           label.back() != '-' && std::ranges::all_of(label, is_allowed);
}

} // namespace

bool is_certificate_name(std::string_view name)
{
    if (address_in(name)) {
        return name.find('%') == name.npos; // A zone means something on one machine only.
    }
    if (name.size() > name_length_max) {
        return false;
    }
    for (;;) {
        const auto dot = name.find('.');
        if (!is_label(name.substr(0, dot))) {
            return false;
        }
        if (dot == name.npos) {
            return true;
        }
        name.remove_prefix(dot + 1);
    }
}

certificate make_certificate(const std::vector<std::string>& names)
{
    const owned_key key{EVP_EC_gen("P-256")};
    const owned_certificate made{X509_new()};
    check(key && made);
    check(X509_set_version(made.get(), X509_VERSION_3) == 1);
    set_serial(made.get());
    // A day back, for clients whose clock is behind.
    check(X509_time_adj_ex(X509_getm_notBefore(made.get()), -1, 0, nullptr) != nullptr);
    check(X509_time_adj_ex(X509_getm_notAfter(made.get()), valid_days, 0, nullptr) != nullptr);
    set_subject(made.get());
    add_names(made.get(), names);
    check(X509_set_pubkey(made.get(), key.get()) == 1);
    check(X509_sign(made.get(), key.get(), EVP_sha256()) > 0);
    const auto text = memory();
    check(PEM_write_bio_X509(text.get(), made.get()) == 1);
    const auto key_text = memory();
    check(PEM_write_bio_PKCS8PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) ==
          1);
    return {.text = text_of(text.get()), .key = text_of(key_text.get())};
}

std::string fingerprint_of(const std::string& pem)
{
    const owned_memory text{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    const owned_certificate read{text ? PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr) : nullptr};
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (!read || X509_digest(read.get(), EVP_sha256(), digest.data(), &length) != 1) {
        return {};
    }
    return fmt::format("{:02X}", fmt::join(std::span(digest).first(length), ":"));
}

} // namespace motcua::http
