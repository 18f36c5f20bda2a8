#include "ui/monitors.hpp"
#include "ui/window.hpp"

#include <X11/extensions/Xrandr.h>
#include <X11/Xlib.h>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace motcua::ui {
namespace {

unsigned length(int pixels) { return static_cast<unsigned>(std::max(pixels, 0)); }

std::string name_of(Display* display, Atom atom)
{
    const std::unique_ptr<char, decltype(&XFree)> name(XGetAtomName(display, atom), &XFree);
    return name ? name.get() : std::string();
}

/// An older X server would end the process over a request that it does not know.
bool knows_monitors(Display* display)
{
    int major = 0;
    int minor = 0;
    return XRRQueryVersion(display, &major, &minor) && std::pair(major, minor) >= std::pair(1, 5);
}

std::vector<monitor> monitors_on(Display* display)
{
    if (!knows_monitors(display)) {
        return {};
    }
    int count = 0;
    const std::unique_ptr<XRRMonitorInfo, decltype(&XRRFreeMonitors)> found(
        XRRGetMonitors(display, DefaultRootWindow(display), True, &count), &XRRFreeMonitors);
    std::vector<monitor> on;
    for (int i = 0; found && i < count; ++i) {
        const auto& one = found.get()[i];
        on.push_back({.name = name_of(display, one.name),
                      .place = {.size = {length(one.width), length(one.height)},
                                .position = {length(one.x), length(one.y)}},
                      .is_primary = one.primary != 0});
    }
    return on;
}

/// The names of those that are off, or that nobody has plugged in yet.
std::vector<std::string> names_off(Display* display, const std::vector<monitor>& on)
{
    std::vector<std::string> off;
    if (!knows_monitors(display)) {
        return off;
    }
    const std::unique_ptr<XRRScreenResources, decltype(&XRRFreeScreenResources)> all(
        XRRGetScreenResourcesCurrent(display, DefaultRootWindow(display)), &XRRFreeScreenResources);
    for (int i = 0; all && i < all->noutput; ++i) {
        const std::unique_ptr<XRROutputInfo, decltype(&XRRFreeOutputInfo)> output(
            XRRGetOutputInfo(display, all.get(), all->outputs[i]), &XRRFreeOutputInfo);
        if (output && std::ranges::find(on, output->name, &monitor::name) == on.end()) {
            off.emplace_back(output->name);
        }
    }
    return off;
}

/// The number that the word is, from 1; 0 for a name.
std::size_t number_of(std::string_view word)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size() ? number : 0;
}

const monitor* find_monitor(const std::vector<monitor>& on, std::string_view wanted)
{
    if (const auto number = number_of(wanted); number > 0) {
        return number <= on.size() ? &on[number - 1] : nullptr;
    }
    const auto found = std::ranges::find(on, wanted, &monitor::name);
    return found == on.end() ? nullptr : &*found;
}

} // namespace

const monitor* choose_monitor(const std::vector<monitor>& on, std::string_view wanted)
{
    if (const auto* found = find_monitor(on, wanted)) {
        return found;
    }
    const auto primary = std::ranges::find_if(on, &monitor::is_primary);
    if (primary != on.end()) {
        return &*primary;
    }
    return on.empty() ? nullptr : &on.front();
}

chosen_monitor::chosen_monitor(std::string wanted) : wanted_(std::move(wanted))
{
    const auto on = monitors_on(display_.get());
    const auto off = names_off(display_.get(), on);
    const bool is_known = wanted_.empty() || find_monitor(on, wanted_) ||
                          std::ranges::find(off, wanted_) != off.end() ||
                          (number_of(wanted_) > 0 && number_of(wanted_) <= on.size() + off.size());
    if (is_known) {
        return;
    }
    std::vector<std::string> known;
    known.reserve(on.size() + off.size());
    for (const auto& one : on) {
        known.push_back(
            fmt::format("{} {} ({}x{})", known.size() + 1, one.name, one.place.size.x, one.place.size.y));
    }
    for (const auto& name : off) {
        known.push_back(fmt::format("{} (off)", name));
    }
    throw display_error(
        fmt::format("no monitor is called {}; there are: {}", wanted_, fmt::join(known, ", ")));
}

placement chosen_monitor::now() const
{
    if (const auto* chosen = choose_monitor(monitors_on(display_.get()), wanted_)) {
        return chosen->place;
    }
    XWindowAttributes screen{};
    XGetWindowAttributes(display_.get(), DefaultRootWindow(display_.get()), &screen);
    return {.size = {length(screen.width), length(screen.height)}};
}

} // namespace motcua::ui
