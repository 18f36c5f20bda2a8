#include "kiosk/slip_printer.hpp"
#include "kiosk/limits.hpp"
#include "kiosk/screens/screens.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderTexture.hpp>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>

namespace motcua::kiosk {
namespace {

struct drawn_slip
{
    std::string number;
    sf::Image picture;
};

/// From the window's thread.
std::optional<sf::Image> picture_of(const slip& wanted, const ui::assets& assets)
{
    sf::RenderTexture paper;
    if (!paper.create(static_cast<unsigned>(slip_size.x), static_cast<unsigned>(slip_size.y))) {
        return std::nullopt;
    }
    ui::canvas canvas(paper, assets, slip_size);
    ui::frame frame(canvas, std::nullopt);
    draw_slip(frame, wanted);
    paper.display();
    return paper.getTexture().copyToImage();
}

constexpr logging::kind of_printer{"printer"};

/// Without the number: a log names no ticket.
logging::line trouble(const std::string& why)
{
    return {.level = logging::level::warning, .kind = of_printer, .text = "a slip is not printed: " + why};
}

/// May take any time.
bool save(const drawn_slip& slip, const std::filesystem::path& place)
{
    std::error_code error;
    const bool is_folder = std::filesystem::is_directory(place, error);
    return slip.picture.saveToFile((is_folder ? place / (slip.number + ".png") : place).string());
}

} // namespace

/// Everything in it is guarded by `mutex`.
struct slip_printer::queue
{
    std::mutex mutex;
    /// A slip came, the printer stops, or the thread has ended.
    std::condition_variable changed;
    std::deque<drawn_slip> slips;
    std::vector<event> results;
    bool stops = false;
    bool has_ended = false;

    void report(const std::string& number, bool done)
    {
        const std::lock_guard lock(mutex);
        results.emplace_back(slip_printed{number, done});
    }

    /// On the thread of its own: writes slips until the printer stops and none is left.
    void run(const std::filesystem::path& place, const logging::line_function& log)
    {
        while (const auto next = wait_for_slip()) {
            const bool is_saved = save(*next, place);
            if (!is_saved) {
                log(trouble("cannot write " + place.string()));
            }
            report(next->number, is_saved);
        }
        const std::lock_guard lock(mutex);
        has_ended = true;
        changed.notify_all();
    }

private:
    std::optional<drawn_slip> wait_for_slip()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return stops || !slips.empty(); });
        if (slips.empty()) {
            return std::nullopt;
        }
        auto next = std::move(slips.front());
        slips.pop_front();
        return next;
    }
};

slip_printer::slip_printer(printer_place place, const ui::assets& assets, logging::line_function log)
    : place_(std::move(place)), assets_(assets), log_(std::move(log)), queue_(std::make_shared<queue>())
{
    if (place_.kind == printer_kind::file) {
        writer_ = std::thread([shared = queue_, file = place_.where, log = log_] { shared->run(file, log); });
    } else {
        log_({.level = logging::level::info, .kind = of_printer, .text = "none: no slip is printed"});
    }
}

slip_printer::~slip_printer()
{
    if (!writer_.joinable()) {
        return;
    }
    std::unique_lock lock(queue_->mutex);
    queue_->stops = true;
    queue_->changed.notify_all();
    const bool ended =
        queue_->changed.wait_for(lock, limits::printer_stop, [this] { return queue_->has_ended; });
    lock.unlock();
    if (!ended) {
        log_(trouble(place_.where + " hangs"));
    }
    ended ? writer_.join() : writer_.detach();
}

void slip_printer::perform(const print& wanted)
{
    const auto& number = wanted.slip.ticket.number;
    if (!writer_.joinable()) {
        return queue_->report(number, false);
    }
    const auto picture = picture_of(wanted.slip, assets_);
    if (!picture) {
        return refuse(number, "it cannot be drawn");
    }
    std::unique_lock lock(queue_->mutex);
    if (queue_->slips.size() == limits::slips_waiting) {
        lock.unlock();
        return refuse(number, "too many others wait for " + place_.where);
    }
    queue_->slips.push_back({number, *picture});
    queue_->changed.notify_all();
}

void slip_printer::refuse(const std::string& number, const std::string& why)
{
    log_(trouble(why));
    queue_->report(number, false);
}

std::vector<event> slip_printer::take()
{
    const std::lock_guard lock(queue_->mutex);
    return std::exchange(queue_->results, {});
}

} // namespace motcua::kiosk
