#include "server/content/web_files.hpp"

#include "base/hex.hpp"
#include "server/http/response.hpp"

#include <array>
#include <openssl/evp.h>
#include <utility>

namespace motcua::api {
namespace {

struct known_file
{
    std::string_view name;
    std::string_view content_type;
};

constexpr std::array known_files{
    known_file{"ticket.css", http::content::css}, known_file{"ticket.html", http::content::html},
    known_file{"ticket.js", http::content::javascript}, known_file{"ticket.svg", http::content::svg}};

/// Half of a SHA-256: another content has another tag, on every node alike.
std::string etag_of(const std::string& body)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    EVP_Digest(body.data(), body.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    return '"' + base::to_hex(std::span(digest).first(16)) + '"';
}

} // namespace

const web_file* web_files::find(std::string_view name) const
{
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

loaded<web_files> load_web_files(const std::filesystem::path& folder)
{
    web_files files;
    for (const auto& [name, content_type] : known_files) {
        auto body = read_asset(folder / name);
        if (!body) {
            return std::move(body).error();
        }
        if (body->empty()) {
            return asset_error(folder / name, "empty");
        }
        auto etag = etag_of(*body);
        files.files_.emplace(name, web_file{std::make_shared<const std::string>(std::move(*body)),
                                            content_type, std::move(etag)});
    }
    return files;
}

} // namespace motcua::api
