#include "logging/background_log.hpp"

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace motcua::logging {

/// Everything in it is guarded by `mutex`.
struct background_log::queue
{
    std::mutex mutex;
    /// A line came, the log stops, or the thread has ended.
    std::condition_variable changed;
    std::vector<line> lines;
    std::size_t lost = 0;
    bool stops = false;
    bool has_ended = false;

    void push(line line)
    {
        const std::lock_guard lock(mutex);
        if (lines.size() >= limits::waiting) {
            ++lost;
            return;
        }
        lines.push_back(std::move(line));
        changed.notify_all();
    }

    /// On the thread of the log: writes until the log stops and no line is left.
    void run(log& out)
    {
        while (write_next(out)) {
            out.tick();
        }
        out.finish();
        const std::lock_guard lock(mutex);
        has_ended = true;
        changed.notify_all();
    }

private:
    /// False when there is nothing more to write.
    bool write_next(log& out)
    {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, limits::tick, [this] { return stops || !lines.empty(); });
        const auto next = std::exchange(lines, {});
        const auto uncounted = std::exchange(lost, 0);
        const bool goes_on = !stops || !next.empty();
        lock.unlock();
        for (const auto& one : next) {
            out.write(one);
        }
        if (uncounted > 0) {
            out.write({.level = level::warning,
                       .kind = kinds::log,
                       .text = std::to_string(uncounted) + " lines were lost: nobody took them"});
        }
        return goes_on;
    }
};

background_log::background_log(std::unique_ptr<log> out)
    : queue_(std::make_shared<queue>()),
      thread_([shared = queue_, out = std::move(out)] { shared->run(*out); })
{}

background_log::~background_log()
{
    std::unique_lock lock(queue_->mutex);
    queue_->stops = true;
    queue_->changed.notify_all();
    const bool ended = queue_->changed.wait_for(lock, limits::stop, [this] { return queue_->has_ended; });
    lock.unlock();
    ended ? thread_.join() : thread_.detach();
}

void background_log::write(line line) { queue_->push(std::move(line)); }

line_function background_log::writer() const
{
    return [shared = queue_](line line) { shared->push(std::move(line)); };
}

} // namespace motcua::logging
