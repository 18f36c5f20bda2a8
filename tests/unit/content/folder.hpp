#pragma once
// A folder of a test's own, gone when the test ends.

#include <filesystem>
#include <fstream>
#include <stdlib.h>
#include <string>

namespace motcua::test {

class folder
{
public:
    folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "motcua_XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~folder() { std::filesystem::remove_all(path_); }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// The file `name` with `bytes` in it.
    std::filesystem::path with(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

} // namespace motcua::test
