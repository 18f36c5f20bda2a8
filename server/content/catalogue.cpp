#include "server/content/catalogue.hpp"

#include <algorithm>
#include <compare>
#include <set>
#include <utility>

namespace motcua::content {
namespace {

void append_words(std::vector<search_word>& words, std::string_view text)
{
    if (auto more = search_words(text)) {
        words.insert(words.end(), std::make_move_iterator(more->begin()),
                     std::make_move_iterator(more->end()));
    }
}

/// How far an entry is from a query, each member summed over the words of the query; the least is the best.
struct distance
{
    int marks = 0;     ///< typed with marks that the entry's word does not have
    int elsewhere = 0; ///< not in the name
    int prefix = 0;    ///< only the beginning of a word

    friend auto operator<=>(const distance&, const distance&) = default; // NOLINT(modernize-use-nullptr)
};

std::optional<distance> between(const search_word& typed, const search_word& word, bool in_name)
{
    if (!word.plain.starts_with(typed.plain)) {
        return std::nullopt;
    }
    const bool same_marks =
        word.letters.starts_with(typed.letters) && (typed.tone.empty() || typed.tone == word.tone);
    return distance{.marks = typed.marked() && !same_marks ? 1 : 0,
                    .elsewhere = in_name ? 0 : 1,
                    .prefix = word.plain.size() == typed.plain.size() ? 0 : 1};
}

void keep_least(std::optional<distance>& best, const search_word& typed,
                const std::vector<search_word>& words, bool in_name)
{
    for (const auto& word : words) {
        if (const auto found = between(typed, word, in_name); found && (!best || *found < *best)) {
            best = found;
        }
    }
}

/// The rules beyond those of JSON: codes are unique, and both languages name the same papers.
std::optional<base::field_error> first_fault(const std::vector<protocol::procedure>& entries)
{
    std::set<std::string_view> codes;
    for (std::size_t index = 0; index < entries.size(); ++index) {
        const auto& entry = entries[index];
        const auto fault = [&](const std::string& field, const std::string& why) {
            return base::field_error{base::field_fault::not_allowed,
                                     "[" + std::to_string(index) + "]." + field, why};
        };
        if (!codes.insert(entry.code).second) {
            return fault("code", "The code " + entry.code + " occurs twice.");
        }
        if (entry.papers.size() != entry.papers_en.size()) {
            return fault("papers_en", "This must name the same number of papers as the Vietnamese list.");
        }
        if (entry.statutory_days && *entry.statutory_days < 0) {
            return fault("statutory_days", "This must be at least 0.");
        }
        if (entry.fee_vnd && *entry.fee_vnd < 0) {
            return fault("fee_vnd", "This must be at least 0.");
        }
        if (entry.fee_note.has_value() != entry.fee_note_en.has_value()) {
            return fault("fee_note_en", "The note must be in both languages or in neither.");
        }
    }
    return std::nullopt;
}

asset_error wrong(const std::filesystem::path& file, const base::field_error& error)
{
    return {file, error.field + (error.field.empty() ? "" : ": ") + error.detail};
}

} // namespace

catalogue::catalogue(std::vector<protocol::procedure> entries) : entries_(std::move(entries))
{
    words_.reserve(entries_.size());
    for (const auto& entry : entries_) {
        auto& words = words_.emplace_back();
        append_words(words.in_name, entry.name);
        append_words(words.in_name, entry.name_en);
        append_words(words.in_name, entry.code);
        append_words(words.elsewhere, entry.field);
        append_words(words.elsewhere, entry.field_en);
        for (const auto& synonym : entry.synonyms.value_or(std::vector<base::text<1, 64>>{})) {
            append_words(words.elsewhere, synonym);
        }
    }
}

const protocol::procedure* catalogue::find(std::string_view code) const
{
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) { return entry.code == code; });
    return found == entries_.end() ? nullptr : &*found;
}

std::vector<const protocol::procedure*> catalogue::search(std::string_view query,
                                                          std::string_view service) const
{
    auto typed = search_words(query);
    const bool is_blank = query.find_first_not_of(" \t\r\n") == query.npos;
    if (!typed || (typed->empty() && !is_blank)) {
        return {};
    }
    typed->resize(std::min(typed->size(), query_words_max));

    std::vector<std::pair<distance, const protocol::procedure*>> hits;
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        if (!service.empty() && entries_[index].service != service) {
            continue;
        }
        distance sum;
        const bool every = std::all_of(typed->begin(), typed->end(), [&](const auto& word) {
            std::optional<distance> best;
            keep_least(best, word, words_[index].in_name, true);
            keep_least(best, word, words_[index].elsewhere, false);
            if (best) {
                sum.marks += best->marks;
                sum.elsewhere += best->elsewhere;
                sum.prefix += best->prefix;
            }
            return best.has_value();
        });
        if (every) {
            hits.emplace_back(sum, &entries_[index]);
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });

    std::vector<const protocol::procedure*> found;
    found.reserve(hits.size());
    for (const auto& [sum, entry] : hits) {
        found.push_back(entry);
    }
    return found;
}

loaded<catalogue> load_catalogue(const std::filesystem::path& file)
{
    const auto text = read_asset(file);
    if (!text) {
        return text.error();
    }
    auto entries = base::from_json<std::vector<protocol::procedure>>(*text);
    if (!entries) {
        return wrong(file, entries.error());
    }
    if (const auto fault = first_fault(*entries)) {
        return wrong(file, *fault);
    }
    return catalogue(std::move(*entries));
}

} // namespace motcua::content
