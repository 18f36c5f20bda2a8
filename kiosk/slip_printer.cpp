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
    void run(const std::filesystem::path& place)
    {
        while (const auto next = wait_for_slip()) {
            report(next->number, save(*next, place));
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

slip_printer::slip_printer(printer_place place, const ui::assets& assets)
    : place_(std::move(place)), assets_(assets), queue_(std::make_shared<queue>())
{
    if (place_.kind == printer_kind::file) {
        writer_ = std::thread([shared = queue_, file = place_.where] { shared->run(file); });
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
    ended ? writer_.join() : writer_.detach();
}

void slip_printer::perform(const print& wanted)
{
    const auto& number = wanted.slip.ticket.number;
    const auto picture = writer_.joinable() ? picture_of(wanted.slip, assets_) : std::nullopt;
    if (!picture) {
        return queue_->report(number, false);
    }
    std::unique_lock lock(queue_->mutex);
    if (queue_->slips.size() == limits::slips_waiting) {
        lock.unlock();
        return queue_->report(number, false);
    }
    queue_->slips.push_back({number, *picture});
    queue_->changed.notify_all();
}

std::vector<event> slip_printer::take()
{
    const std::lock_guard lock(queue_->mutex);
    return std::exchange(queue_->results, {});
}

} // namespace motcua::kiosk
