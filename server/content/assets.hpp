#pragma once
// Reads a file that belongs to the program: the citizen's pages, the catalogue.

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace motcua::content {

/// None of our files is near this size: a larger one is a mistake.
constexpr std::size_t asset_bytes_max = std::size_t{4} << 20;

/// A file is missing or wrong; `message` is one line for the administrator.
struct asset_error
{
    asset_error() = default;
    asset_error(const std::filesystem::path& file, std::string_view why);

    std::string message;
};

/// Lets `boost::system::result` throw when a value is taken out of an error unchecked.
[[noreturn]] void throw_exception_from_error(const asset_error& error, const boost::source_location&);

template <class T>
using loaded = boost::system::result<T, asset_error>;

/// The bytes of `file`, or which file could not be read and why.
loaded<std::string> read_asset(const std::filesystem::path& file);

} // namespace motcua::content
