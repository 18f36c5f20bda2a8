#include "counter/console/last_order.hpp"

#include "counter/limits.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <string>
#include <string_view>

namespace motcua::counter::console {
namespace {

void warn(const logging::line_function& log, action about, std::string_view what)
{
    log({.level = logging::level::warning,
         .kind = logging::kind{"order"},
         .text = std::string(boost::describe::enum_to_string(about, "")).append(what)});
}

} // namespace

void await_last_order(console_program& program, const logging::line_function& log,
                      const pause_function& pause)
{
    if (!program.state().awaited) {
        return;
    }
    const auto last = *program.state().awaited;
    if (const auto& behind = program.state().remembered) {
        warn(log, behind->action, " was not sent: the console ended first");
    }
    const auto begin = pause();
    program.act(ui::action(event(ends{})), begin);
    for (auto now = begin; program.state().awaited && now < begin + limits::last_answer; now = pause()) {
        program.wake(now);
    }
    const auto& now = program.state();
    if (now.awaited || now.unanswered) {
        warn(log, last.wish.action, " may not be carried out: the console ended before its answer");
    } else if (now.notice && now.notice->has_failed) {
        warn(log, last.wish.action, " was refused as the console ended");
    }
}

} // namespace motcua::counter::console
