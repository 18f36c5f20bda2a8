#pragma once
// A site that runs without clock and journal: a line per command, at the time that its owner set.

#include "server/domain/decide.hpp"

#include <vector>

namespace motcua::rehearsal {

class commanded_site
{
public:
    commanded_site(domain::site_state& state, domain::instant now) : state_(state), now_(now) {}

    /// Time does not run back.
    void set_time(domain::instant now);
    domain::instant now() const { return now_; }
    const domain::site_state& state() const { return state_; }

    /// What the site decides, applied. A refusal ends the process: a rehearsal asks for what is possible.
    std::vector<domain::event_body> must(const domain::command& wanted);

    /// Applies what no command brings about yet.
    void apply(domain::event_body body);

private:
    domain::site_state& state_;
    domain::instant now_;
};

} // namespace motcua::rehearsal
