#pragma once
// The files of the phone page, read once at start and served from memory.

#include "server/content/assets.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace motcua::api {

struct web_file
{
    std::shared_ptr<const std::string> body; ///< for http::response::shared_body
    std::string_view content_type;           ///< a constant, as http::response wants it
    std::string etag;                        ///< with its quotes, RFC 9110 section 8.8.3
};

/// Never changes after it was loaded: any thread may read it.
class web_files
{
public:
    /// The file called `name` ("ticket.css"), or null. Only the files that the page needs are known here, so
    /// no name can lead elsewhere.
    const web_file* find(std::string_view name) const;

private:
    friend loaded<web_files> load_web_files(const std::filesystem::path& folder);

    std::map<std::string_view, web_file> files_;
};

/// Loads every file of the page from `folder` (the assets' `web`), or says which one is missing or empty.
loaded<web_files> load_web_files(const std::filesystem::path& folder);

} // namespace motcua::api
