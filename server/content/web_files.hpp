#pragma once
// The citizen's pages, read once at start and served from memory.

#include "server/content/assets.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace motcua::content {

struct web_file
{
    std::shared_ptr<const std::string> body; ///< shared with every answer
    std::string_view content_type;           ///< a constant
    std::string etag;                        ///< with its quotes, RFC 9110 section 8.8.3
};

/// Never changes after it is loaded: any thread may read it.
class web_files
{
public:
    /// The file with this name ("ticket.css"), or null. Only the files of the pages are known, so no name can
    /// lead elsewhere.
    const web_file* find(std::string_view name) const;

    std::size_t size() const { return files_.size(); }

private:
    friend loaded<web_files> load_web_files(const std::filesystem::path& folder);

    std::map<std::string_view, web_file> files_;
};

/// Loads every file of the pages from `folder` (`web` in the assets); or the file that is missing or empty.
/// None where there is no such folder: an installation may do without the pages.
loaded<web_files> load_web_files(const std::filesystem::path& folder);

} // namespace motcua::content
