#pragma once
// Which part of the journal an answer can speak of: not less than what some client knew when it was asked
// for, not more than what was stored when it came.

#include "tests/simulation/checks/ledger.hpp"

#include <limits>

namespace motcua::simulation {

class known_seqs
{
public:
    static constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();

    /// An answer or message that came at `when` shows event `seq`, or a state after it.
    void shown(moment when, std::int64_t seq) { shown_.push_back({when, seq}); }

    /// Event `seq` was made by a request sent at `when`: nothing before that can show it.
    void requested(moment when, std::int64_t seq) { requested_.push_back({when, seq}); }

    /// The journal was known to hold everything up to `seq`.
    void durable(moment when, std::int64_t seq) { durable_.push_back({when, seq}); }

    /// To be called between the last of these and the first question.
    void settle();

    /// Whatever is asked for at `when` sees at least the events up to this.
    std::int64_t least(moment when) const;

    /// Up to which event all was known to be stored at `when`.
    std::int64_t stored(moment when) const;

    /// Whatever came at `when` shows at most the events up to this; `any` where nothing is known.
    std::int64_t most(moment when) const;

private:
    struct known
    {
        moment when{};
        std::int64_t seq{};
    };

    std::vector<known> shown_;
    std::vector<known> requested_;
    std::vector<known> durable_;
};

} // namespace motcua::simulation
