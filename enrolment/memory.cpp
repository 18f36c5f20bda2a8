#include "enrolment/memory.hpp"

#include "base/atomic_file.hpp"
#include "base/json.hpp"
#include "client/target.hpp"
#include "enrolment/limits.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace motcua::enrolment {
namespace {

std::string reason_of(int error) { return std::generic_category().message(error); }

/// An open file, closed at the end.
struct descriptor
{
    int number;
    ~descriptor()
    {
        if (number >= 0) {
            ::close(number);
        }
    }
};

std::string read_all(int opened, const std::filesystem::path& file)
{
    std::string text(limits::memory_bytes + 1, '\0');
    std::size_t taken = 0;
    while (taken < text.size()) {
        const auto got = ::read(opened, text.data() + taken, text.size() - taken);
        if (got < 0) {
            throw memory_error(fmt::format("cannot read {}: {}", file.string(), reason_of(errno)));
        }
        if (got == 0) {
            text.resize(taken);
            return text;
        }
        taken += static_cast<std::size_t>(got);
    }
    throw memory_error(file.string() + " is too large to hold a token");
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == text.npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

} // namespace

std::optional<memory> read_memory(const std::filesystem::path& file)
{
    const descriptor opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (opened.number < 0) {
        if (errno == ENOENT) {
            return std::nullopt;
        }
        throw memory_error(fmt::format("cannot read {}: {}", file.string(), reason_of(errno)));
    }
    // Of the open file, so that nobody can put another in its place meanwhile.
    struct stat facts = {};
    if (::fstat(opened.number, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        throw memory_error(file.string() + " is not a file");
    }
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw memory_error(
            fmt::format("{0} holds a secret and others may read it (mode {1:04o}): chmod 600 {0}",
                        file.string(), facts.st_mode & 07777U));
    }
    const auto text = read_all(opened.number, file);
    const auto content = trimmed(text);
    if (content.empty()) {
        return memory{};
    }
    if (!content.starts_with('{')) {
        if (!client::is_token(content)) {
            throw memory_error(file.string() + " does not hold a token");
        }
        return memory{.token = std::string(content)};
    }
    auto read = base::from_json<memory>(content);
    if (!read) {
        throw memory_error(file.string() + " does not hold what this program keeps: " + read.error().detail);
    }
    return *std::move(read);
}

void write_memory(const std::filesystem::path& file, const memory& kept)
{
    try {
        if (const auto folder = file.parent_path(); !folder.empty()) {
            std::filesystem::create_directories(folder);
        }
        base::write_atomically(file, base::to_json(kept) + "\n");
    } catch (const std::system_error& error) {
        throw memory_error(fmt::format("cannot write {}: {}", file.string(), error.code().message()));
    }
}

} // namespace motcua::enrolment
