#pragma once
// The data folder of an office: the paths of its files, how it is created and read.

#include "server/access/access_list.hpp"
#include "server/office/configuration.hpp"

namespace motcua::office {

class data_folder
{
public:
    explicit data_folder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    const std::filesystem::path& path() const { return folder_; }
    std::filesystem::path configuration_file() const { return folder_ / "motcua.toml"; }
    std::filesystem::path database() const { return folder_ / "motcua.db"; }
    std::filesystem::path access_file() const { return folder_ / "access.json"; }
    std::filesystem::path demo_file() const { return folder_ / "demo.json"; }

    /// Creates the folder, for its owner only. False when it already holds something.
    bool create() const;

    /// The devices and staff in access_file(), or why it cannot be read.
    or_reason<access::access_list> load_access() const;
    /// Replaces access_file() as a whole. Throws std::exception.
    void save_access(const access::access_list& list) const;

private:
    std::filesystem::path folder_;
};

} // namespace motcua::office
