#include "tests/unit/http/tls_files.hpp"

#include <catch2/catch.hpp>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace motcua::http;
using namespace motcua::http::test;

namespace {

using read_certificate = std::unique_ptr<X509, void (*)(X509*)>;

read_certificate parse(const std::string& pem)
{
    const std::unique_ptr<BIO, void (*)(BIO*)> text{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                    BIO_free_all};
    return {PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr), X509_free};
}

} // namespace

TEST_CASE("a fresh certificate has the names and addresses that were given, and no others")
{
    const auto made = make_certificate({"localhost", "hall.example.vn", "127.0.0.1", "::1"});
    const auto read = parse(made.text);
    REQUIRE(read);
    for (const auto* host : {"localhost", "hall.example.vn"}) {
        CHECK(X509_check_host(read.get(), host, 0, 0, nullptr) == 1);
    }
    CHECK(X509_check_host(read.get(), "example.vn", 0, 0, nullptr) == 0);
    CHECK(X509_check_ip_asc(read.get(), "127.0.0.1", 0) == 1);
    CHECK(X509_check_ip_asc(read.get(), "::1", 0) == 1);
    CHECK(X509_check_ip_asc(read.get(), "127.0.0.2", 0) == 0);
}

TEST_CASE("a fresh certificate is signed with its own key and valid for ten years")
{
    const auto read = parse(make_certificate({"localhost"}).text);
    REQUIRE(read);
    CHECK(X509_verify(read.get(), X509_get0_pubkey(read.get())) == 1);
    int days = 0;
    int seconds = 0;
    ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(read.get()));
    CHECK(days >= 3650);
    CHECK(X509_cmp_current_time(X509_get0_notBefore(read.get())) < 0);
}

TEST_CASE("a fingerprint is 32 pairs of hex digits, another one for each certificate")
{
    const auto first = fingerprint_of(make_certificate({"localhost"}).text);
    CHECK(first.size() == 32 * 3 - 1);
    CHECK(first.find_first_not_of("0123456789ABCDEF:") == first.npos);
    CHECK(first != fingerprint_of(make_certificate({"localhost"}).text));
    CHECK(fingerprint_of("nothing").empty());
}

TEST_CASE("the names of a certificate are hosts and addresses")
{
    for (const auto* name : {"localhost", "hall-1.example.vn", "10.0.0.2", "::1", "fd00::2"}) {
        CAPTURE(name);
        CHECK(is_certificate_name(name));
    }
    for (const auto* name : {"", ".", "a..b", "-a", "a-", "a b", "a,DNS:b", "*.vn", "fe80::1%eth0", "sảnh"}) {
        CAPTURE(name);
        CHECK_FALSE(is_certificate_name(name));
    }
    CHECK_FALSE(is_certificate_name(std::string(64, 'a')));
}

TEST_CASE("a certificate or a key that cannot be used is named with the reason")
{
    const tls_files files;
    const tls_files others;
    const auto why = [](const auto& certificate, const auto& key) {
        return load_tls(certificate, key).error().why;
    };
    CHECK(load_tls(files.certificate(), files.key())->fingerprint == files.fingerprint());
    CHECK(why("/nonexistent", files.key()) == "/nonexistent cannot be read");
    CHECK(why(files.certificate(), "/nonexistent") == "/nonexistent cannot be read");
    CHECK(why(files.key(), files.key()) == files.key().string() + " is not a certificate in PEM");
    CHECK(why(files.certificate(), files.certificate()) ==
          files.certificate().string() + " is not a private key in PEM without a password");
    CHECK(why(files.certificate(), others.key()) ==
          others.key().string() + " is not the key of " + files.certificate().string());
}
