#pragma once
// The data folder of an office: the paths of its files, how it is created and read.

#include <filesystem>

namespace motcua::office {

class data_folder
{
public:
    explicit data_folder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    const std::filesystem::path& path() const { return folder_; }
    std::filesystem::path configuration_file() const { return folder_ / "motcua.toml"; }
    std::filesystem::path database() const { return folder_ / "motcua.db"; }
    /// Where older programs kept devices and staff, and where it is put once it has been taken over.
    std::filesystem::path old_access_file() const { return folder_ / "access.json"; }
    std::filesystem::path taken_over_access_file() const { return folder_ / "access.json.old"; }
    std::filesystem::path run_file() const { return folder_ / "run.json"; }
    std::filesystem::path demo_file() const { return folder_ / "demo.json"; }
    std::filesystem::path person_key_file() const { return folder_ / "person.key"; }
    std::filesystem::path certificate_file() const { return folder_ / "tls" / "certificate.pem"; }
    std::filesystem::path certificate_key_file() const { return folder_ / "tls" / "key.pem"; }

    /// A path of the configuration: a relative one begins at this folder.
    std::filesystem::path file(const std::filesystem::path& given) const { return folder_ / given; }

    /// Creates the folder, for its owner only. False when it already holds something.
    bool create() const;

private:
    std::filesystem::path folder_;
};

} // namespace motcua::office
