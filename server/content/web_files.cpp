#include "server/content/web_files.hpp"

#include "base/hex.hpp"

#include <array>
#include <openssl/evp.h>
#include <utility>

namespace motcua::content {
namespace {

constexpr std::string_view html = "text/html; charset=utf-8";
constexpr std::string_view css = "text/css; charset=utf-8";
constexpr std::string_view javascript = "text/javascript; charset=utf-8";
constexpr std::string_view svg = "image/svg+xml";

struct known_file
{
    std::string_view name;
    std::string_view content_type;
};

constexpr std::array known_files{known_file{"book.css", css},       known_file{"book.html", html},
                                 known_file{"book.js", javascript}, known_file{"front.css", css},
                                 known_file{"front.html", html},    known_file{"front.js", javascript},
                                 known_file{"icon.svg", svg},       known_file{"ticket.css", css},
                                 known_file{"ticket.html", html},   known_file{"ticket.js", javascript}};

/// Half of a SHA-256: the same content has the same tag on every node, other content another.
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
    if (!std::filesystem::exists(folder)) {
        return files;
    }
    for (const auto& [name, content_type] : known_files) {
        auto body = read_asset(folder / name);
        if (!body) {
            return std::move(body).error();
        }
        if (body->empty()) {
            return asset_error(folder / name, "it is empty");
        }
        auto etag = etag_of(*body);
        files.files_.emplace(name, web_file{std::make_shared<const std::string>(std::move(*body)),
                                            content_type, std::move(etag)});
    }
    return files;
}

} // namespace motcua::content
