#include "base/atomic_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace motcua::base {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file)
{
    throw std::system_error(errno, std::generic_category(), file.string());
}

/// An open file, closed at the end.
struct descriptor
{
    int number;
    ~descriptor() { ::close(number); }
};

void sync_folder(const std::filesystem::path& folder)
{
    const descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.number < 0 || ::fsync(opened.number) != 0) {
        fail(folder);
    }
}

} // namespace

void write_atomically(const std::filesystem::path& file, std::string_view text)
{
    auto fresh = file;
    fresh += ".new";
    {
        const descriptor opened{
            ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR)};
        if (opened.number < 0) {
            fail(fresh);
        }
        while (!text.empty()) {
            const auto written = ::write(opened.number, text.data(), text.size());
            if (written < 0) {
                fail(fresh);
            }
            text.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(opened.number) != 0) {
            fail(fresh);
        }
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        fail(file);
    }
    const auto folder = file.parent_path();
    sync_folder(folder.empty() ? std::filesystem::path(".") : folder);
}

} // namespace motcua::base
