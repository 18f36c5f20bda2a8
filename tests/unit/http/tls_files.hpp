#pragma once
// A certificate with its key in a folder of the test's own, and how a server speaks TLS with them.

#include "base/atomic_file.hpp"
#include "server/http/certificate.hpp"
#include "server/http/tls.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace motcua::http::test {

class tls_files
{
public:
    tls_files()
    {
        std::string name = (std::filesystem::temp_directory_path() / "motcua-tls-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::system_error(errno, std::generic_category(), name);
        }
        folder_ = name;
        base::write_atomically(certificate(), made_.text);
        base::write_atomically(key(), made_.key);
    }
    ~tls_files() { std::filesystem::remove_all(folder_); }
    tls_files(const tls_files&) = delete;
    tls_files& operator=(const tls_files&) = delete;

    std::filesystem::path certificate() const { return folder_ / "certificate.pem"; }
    std::filesystem::path key() const { return folder_ / "key.pem"; }
    std::string fingerprint() const { return fingerprint_of(made_.text); }
    http::tls load() const { return *load_tls(certificate(), key()); }

private:
    http::certificate made_ = make_certificate({"localhost", "127.0.0.1"});
    std::filesystem::path folder_;
};

} // namespace motcua::http::test
