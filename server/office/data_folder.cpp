#include "server/office/data_folder.hpp"

#include "base/atomic_file.hpp"
#include "base/json.hpp"

#include <fstream>
#include <iterator>

namespace motcua::office {

bool data_folder::create() const
{
    std::filesystem::create_directories(folder_);
    if (!std::filesystem::is_empty(folder_)) {
        return false;
    }
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
    return true;
}

or_reason<access::access_list> data_folder::load_access() const
{
    const auto file = access_file();
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return reason{file.string() + " cannot be read"};
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto read = base::from_json<access::access_list>(text);
    if (!read) {
        return reason{file.string() + ": " + read.error().field + ": " + read.error().detail};
    }
    return *std::move(read);
}

void data_folder::save_access(const access::access_list& list) const
{
    base::write_atomically(access_file(), base::to_json(list) + "\n");
}

} // namespace motcua::office
