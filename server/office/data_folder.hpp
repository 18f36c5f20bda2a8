#pragma once
// The folder of an office: what lies where in it, and how it is made and read.

#include "server/access/access_list.hpp"
#include "server/office/configuration.hpp"

namespace motcua {

class data_folder
{
public:
    explicit data_folder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path configuration_file() const { return folder_ / "motcua.toml"; }
    std::filesystem::path database() const { return folder_ / "motcua.db"; }
    std::filesystem::path access_file() const { return folder_ / "access.json"; }
    std::filesystem::path demo_file() const { return folder_ / "demo.json"; }

    /// Makes the folder, for its owner only. False when there is something in it already.
    bool make() const;

    or_reason<api::access_list> load_access() const;
    void save_access(const api::access_list& list) const;

private:
    std::filesystem::path folder_;
};

} // namespace motcua
