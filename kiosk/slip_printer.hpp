#pragma once
// Prints slips without making the window wait.

#include "kiosk/model.hpp"
#include "kiosk/printer.hpp"
#include "logging/line.hpp"
#include "ui/assets.hpp"
#include "ui/outside.hpp"

#include <memory>
#include <thread>

namespace motcua::kiosk {

/// Draws a slip on the window's thread, because fonts and icons belong to that thread and drawing takes some
/// milliseconds, and writes it on a thread of its own, because a file or a device may hang without
/// end. Slips are written one after the other.
class slip_printer : public ui::outside<print, event>
{
public:
    /// With a folder as its place each ticket is a file of its own, named by its number; otherwise the file
    /// holds the last slip. `assets` outlive the printer. `log` gets a line when there is no printer, and for
    /// each slip that is not printed; both threads use it, and the second may outlive the printer.
    slip_printer(printer_place place, const ui::assets& assets, logging::line_function log = logging::no_log);

    /// Waits limits::printer_stop at most for slips that are being written; a thread that hangs in its file
    /// is left to end by itself.
    ~slip_printer() override;

    slip_printer(const slip_printer&) = delete;
    slip_printer& operator=(const slip_printer&) = delete;

    /// Its slip_printed is false when no paper comes: there is no printer, the file cannot be written, or
    /// limits::slips_waiting slips wait already.
    void perform(const print& wanted) override;

    std::vector<event> take() override;

private:
    struct queue;

    /// The slip of `number` is not printed, because of `why`.
    void refuse(const std::string& number, const std::string& why);

    printer_place place_;
    const ui::assets& assets_;
    logging::line_function log_;
    /// Shared with the thread, which may outlive the printer.
    std::shared_ptr<queue> queue_;
    std::thread writer_;
};

} // namespace motcua::kiosk
