#pragma once
// The procedures that people come for: loaded once at start, found by code or by words.

#include "protocol/catalogue.hpp"
#include "server/content/assets.hpp"
#include "server/content/search_words.hpp"

#include <string_view>
#include <vector>

namespace motcua::content {

/// Never changes after construction: any thread may read it.
class catalogue
{
public:
    /// `entries` keep their order, in which the office lists them.
    explicit catalogue(std::vector<protocol::procedure> entries);

    const std::vector<protocol::procedure>& all() const { return entries_; }

    /// The procedure with this code, or null.
    const protocol::procedure* find(std::string_view code) const;

    /// The procedures of `service` (empty: of every service) for which each word of `query` begins a word of
    /// the name in either language, the code, the field or a synonym; case, marks and the order of words do
    /// not matter. Best first: marks as typed, then in the name, then whole words, then the order of the
    /// catalogue. A blank query finds all, one without a letter or digit or not in UTF-8 none. The pointers
    /// live while the catalogue does.
    std::vector<const protocol::procedure*> search(std::string_view query,
                                                   std::string_view service = {}) const;

private:
    struct searchable
    {
        std::vector<search_word> in_name;
        std::vector<search_word> elsewhere;
    };

    std::vector<protocol::procedure> entries_;
    std::vector<searchable> words_; ///< of each entry
};

/// The catalogue in `file`, a JSON list of procedures; or the file, entry and field at fault.
loaded<catalogue> load_catalogue(const std::filesystem::path& file);

} // namespace motcua::content
