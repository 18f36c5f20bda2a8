#pragma once
// DIR/run.json: where the server of a data folder listens, and a token with which the commands of its owner
// administer it, both for this run alone.

#include <boost/describe/class.hpp>
#include <filesystem>
#include <optional>
#include <string>

namespace motcua::office {

struct run_file
{
    /// "http://127.0.0.1:8080"
    std::string url;
    std::string token;
};
BOOST_DESCRIBE_STRUCT(run_file, (), (url, token))

/// Only its owner may read it. Throws std::system_error.
void write_run_file(const std::filesystem::path& file, const run_file& running);

/// None where there is none, or none that can be read: then no server runs, or it is about to.
std::optional<run_file> read_run_file(const std::filesystem::path& file);

} // namespace motcua::office
