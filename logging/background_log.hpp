#pragma once
// A log for threads that must not wait: the lines are written on a thread of its own.

#include "logging/log.hpp"

#include <memory>
#include <thread>

namespace motcua::logging {

/// A window draws on one thread and speaks to the server on another; both write here, and neither waits when
/// the standard error is a pipe that nobody reads.
class background_log
{
public:
    /// To the standard error.
    background_log() : background_log(std::make_unique<log>()) {}
    /// To `out`, which is used on the thread of this log only.
    explicit background_log(std::unique_ptr<log> out);

    /// Writes the lines that wait. Waits limits::stop at most: a thread that hangs in the standard error is
    /// left to end by itself.
    ~background_log();

    background_log(const background_log&) = delete;
    background_log& operator=(const background_log&) = delete;

    /// From any thread, never waits. Lines beyond limits::waiting are counted only.
    void write(line line);

    /// The same for those who may outlive the log: then the lines are lost.
    line_function writer() const;

private:
    struct queue;

    /// Shared with the thread and the writers, which may outlive the log.
    std::shared_ptr<queue> queue_;
    std::thread thread_;
};

} // namespace motcua::logging
