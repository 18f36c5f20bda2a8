#include "server/office/run_file.hpp"

#include "base/atomic_file.hpp"
#include "base/json.hpp"

#include <fstream>
#include <iterator>

namespace motcua::office {

void write_run_file(const std::filesystem::path& file, const run_file& running)
{
    base::write_atomically(file, base::to_json(running) + "\n");
}

std::optional<run_file> read_run_file(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto read = base::from_json<run_file>(text);
    return read ? std::optional{*std::move(read)} : std::nullopt;
}

} // namespace motcua::office
