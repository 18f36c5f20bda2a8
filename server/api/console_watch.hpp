#pragma once
// Whether the consoles of the counters are there, by their live feeds: a counter whose console has been gone
// for a minute is paused, and opens again when it returns.

#include "server/runtime/site.hpp"

#include <chrono>
#include <map>
#include <string>

namespace motcua::api {

class console_watch
{
public:
    using steady_time = std::chrono::steady_clock::time_point;

    /// `site` must outlive the watch.
    explicit console_watch(runtime::site& site) : site_(site) {}

    /// The feed of a console of `counter` is open. Called about once a second while it is.
    void seen(const std::string& counter, steady_time now);

    /// Once a second: reports to the site which consoles came and which are gone. The first time counts as a
    /// sight of every console that the site knows: after a restart they have as long to come back.
    void tick(steady_time now);

private:
    void note(const std::string& counter, bool is_here);

    runtime::site& site_;
    std::map<std::string, steady_time> seen_;
    bool has_begun_ = false;
};

} // namespace motcua::api
