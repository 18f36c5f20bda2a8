#include "ui/translations.hpp"
#include "ui/assets.hpp"
#include "ui/limits.hpp"
#include "ui/text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace motcua::ui {
namespace {

translations::phrases read_texts(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > limits::translation_bytes) {
        throw asset_error("translation missing or too large: " + file.string());
    }
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();

    boost::system::error_code bad;
    const auto value = boost::json::parse(bytes.str(), bad);
    if (bad || !value.is_object()) {
        throw asset_error("not a translation: " + file.string());
    }
    translations::phrases texts;
    for (const auto& [key, text] : value.get_object()) {
        if (!text.is_string()) {
            throw asset_error("not a text: " + std::string(key) + " in " + file.string());
        }
        texts.emplace(key, normalised(text.get_string()));
    }
    return texts;
}

/// The name in the inside of a placeholder: "n" of "n" and of "n|second|seconds".
std::string_view name_of(std::string_view inside) { return inside.substr(0, inside.find('|')); }

/// What stands for a placeholder: `value`, or of two forms the one that `value` asks for.
std::string_view chosen(std::string_view inside, std::string_view value)
{
    const auto first = inside.find('|');
    if (first == inside.npos) {
        return value;
    }
    const auto second = inside.find('|', first + 1);
    if (value == "1") {
        return inside.substr(first + 1, second - first - 1);
    }
    return second == inside.npos ? std::string_view() : inside.substr(second + 1);
}

} // namespace

std::string filled_in(std::string_view text, values given)
{
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open);
        if (close == text.npos) {
            break;
        }
        const auto inside = text.substr(open + 1, close - open - 1);
        const auto* value = std::find_if(given.begin(), given.end(),
                                         [&](const auto& pair) { return pair.first == name_of(inside); });
        result += text.substr(0, open);
        result += value == given.end() ? text.substr(open, close - open + 1) : chosen(inside, value->second);
        text.remove_prefix(close + 1);
    }
    return result.append(text);
}

std::vector<std::string> placeholders(std::string_view text)
{
    std::vector<std::string> names;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close != text.npos) {
            names.emplace_back(name_of(text.substr(open + 1, close - open - 1)));
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::vector<std::string> translations::languages() const
{
    std::vector<std::string> codes;
    for (const auto& [code, texts] : languages_) {
        codes.push_back(code);
    }
    std::stable_partition(codes.begin(), codes.end(), [](const auto& code) { return code == "vi"; });
    return codes;
}

const std::string* translations::find(std::string_view language, std::string_view key) const
{
    const auto& texts = all(language);
    const auto found = texts.find(key);
    return found == texts.end() ? nullptr : &found->second;
}

const translations::phrases& translations::all(std::string_view language) const
{
    static const phrases none;
    const auto found = languages_.find(language);
    return found == languages_.end() ? none : found->second;
}

translations load_translations(const std::filesystem::path& folder)
{
    std::map<std::string, translations::phrases, std::less<>> languages;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") {
            languages[entry.path().stem().string()] = read_texts(entry.path());
        }
    }
    if (!languages.contains("vi")) {
        throw asset_error("translations missing: " + folder.string());
    }
    return translations(std::move(languages));
}

} // namespace motcua::ui
