#pragma once
// A program run as a child, its standard output read line by line; and a folder that goes with its owner.

#include "tests/bench/descriptor.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace motcua::bench {

/// A new empty folder in `parent`, removed with all in it at the end.
class temporary_folder
{
public:
    /// Throws failure when it cannot be made, or lies in memory: nothing is durable there.
    explicit temporary_folder(const std::filesystem::path& parent);
    ~temporary_folder();
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class child
{
public:
    /// Starts `words` (a program, looked for in PATH, and its arguments). Its standard error goes to the file
    /// `log`. Throws failure when there is no such program. It dies with this process, whatever happens.
    child(const std::vector<std::string>& words, const std::filesystem::path& log);

    /// Ends it, if need be by force.
    ~child();
    child(const child&) = delete;
    child& operator=(const child&) = delete;

    /// The output's next line that holds `wanted`. Throws failure, with the last line that it wrote, when it
    /// ends before that, or says nothing for child_start.
    std::string wait_for_line(const std::string& wanted);

    /// Waits for its own end; throws failure when that is not a success.
    void wait_for_success();

    /// SIGTERM, and waits for its end; throws failure when that is not a success.
    void stop();

    /// Resident memory in bytes.
    std::size_t resident_bytes() const;

    /// Processor time since its start, in the kernel too, of all its threads.
    std::chrono::nanoseconds processor_time() const;

private:
    std::optional<std::string> read_line(clock::time_point until);
    /// The wait status; SIGKILL at `until`.
    int wait_for_end(clock::time_point until);
    [[noreturn]] void fail(const std::string& what) const;

    std::string name_;
    std::filesystem::path log_;
    pid_t pid_ = -1;
    descriptor output_;
    std::string unread_;
    std::string last_line_;
};

} // namespace motcua::bench
