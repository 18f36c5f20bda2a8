#pragma once
// A folder of its own for each test, and variables of the environment that last until its end.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace motcua::test {

class scratch
{
public:
    scratch()
    {
        auto name = (std::filesystem::temp_directory_path() / "motcua_XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no scratch folder");
        }
        folder = name;
        set("XDG_STATE_HOME", folder / "state");
        unset("MOTCUA_TOKEN");
    }
    ~scratch()
    {
        for (const auto& name : set_) {
            unsetenv(name.c_str());
        }
        std::filesystem::remove_all(folder);
    }
    scratch(const scratch&) = delete;
    scratch& operator=(const scratch&) = delete;

    void set(const std::string& name, const std::string& value)
    {
        setenv(name.c_str(), value.c_str(), 1);
        set_.push_back(name);
    }
    void unset(const std::string& name) { unsetenv(name.c_str()); }

    /// A file with this text and mode.
    std::filesystem::path file(const std::string& name, const std::string& text, int mode = 0600) const
    {
        const auto path = folder / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << text;
        std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
        return path;
    }

    std::filesystem::path folder;

private:
    std::vector<std::string> set_;
};

} // namespace motcua::test
