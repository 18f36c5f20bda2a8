#pragma once
// The texts of every window by key and language. One file a language: a flat JSON object of key and text, in
// which {name} stands for a value, and {name|second|seconds} for the first form when the value is 1, else for
// the second; Vietnamese has one form and needs none of these. A third language is one more file.

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::ui {

/// Values for the placeholders of a text.
using values = std::initializer_list<std::pair<std::string_view, std::string>>;

/// `text` with each {name} replaced by its value. A placeholder without a value stays as it is.
std::string filled_in(std::string_view text, values given);

/// The names of the placeholders in `text`, sorted, each once.
std::vector<std::string> placeholders(std::string_view text);

class translations
{
public:
    using phrases = std::map<std::string, std::string, std::less<>>;

    translations() = default;
    explicit translations(std::map<std::string, phrases, std::less<>> languages)
        : languages_(std::move(languages))
    {}

    /// The codes of the languages, Vietnamese first, then by code.
    std::vector<std::string> languages() const;

    /// The text of `key`, or null when the language or the key is unknown.
    const std::string* find(std::string_view language, std::string_view key) const;

    /// All texts of a language; empty when it is unknown.
    const phrases& all(std::string_view language) const;

private:
    std::map<std::string, phrases, std::less<>> languages_;
};

/// Reads every *.json of `folder`, in NFC. Throws asset_error naming the file when one cannot be read.
translations load_translations(const std::filesystem::path& folder);

} // namespace motcua::ui
