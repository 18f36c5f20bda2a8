#pragma once
// One line of the log: how bad it is, what it is about, and a text.

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace motcua::logging {

enum class level
{
    debug,
    info,
    warning,
    error,
    critical ///< only a restart can help
};

/// What a line is about: a word that begins the line. Each kind has a limit of its own, so a program has a
/// few of them, named in its source.
class kind
{
public:
    consteval explicit kind(const char* name) : name_(name) {}

    constexpr std::string_view name() const { return name_; }

    // clang-tidy 14 takes the comparison behind a defaulted <=> for a null pointer.
    friend constexpr auto operator<=>(const kind&, const kind&) = default; // NOLINT(modernize-use-nullptr)

private:
    std::string_view name_;
};

/// The kinds that every program has. A room that has others names them itself.
namespace kinds {

inline constexpr kind start{"start"};
inline constexpr kind stop{"stop"};
inline constexpr kind feed{"feed"};
inline constexpr kind request{"request"};
/// The log itself.
inline constexpr kind log{"log"};

} // namespace kinds

struct line
{
    logging::level level{};
    logging::kind kind;
    std::string text;
};

/// Takes a line for the log and returns at once.
using line_function = std::function<void(line)>;

/// For those who have no log.
inline void no_log(const line&) {}

} // namespace motcua::logging
