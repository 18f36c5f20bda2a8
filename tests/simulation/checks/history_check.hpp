#pragma once
// Whether what clients were answered agrees with the journal: every accepted change is in it once and as
// answered, nothing is in it that nobody asked for, and refusals and reads show a site that was.

#include "tests/simulation/checks/keyed_changes.hpp"
#include "tests/simulation/checks/known_seqs.hpp"
#include "tests/simulation/checks/sightings.hpp"

namespace motcua::simulation {

class history_check
{
public:
    /// All outlive the check. `requests` are those of the ledger's entries.
    history_check(const ledger& seen, const std::vector<request_view>& requests, const keyed_changes& changes,
                  std::span<const domain::event> events);

    /// What the requests say about who knew what when.
    void tell(known_seqs& known) const;

    /// Judges what needs no site. `known` is complete and outlives the check.
    void judge(const known_seqs& known, findings& found);

    /// `happened` comes next in the site `before`.
    void before(const domain::event& happened, const calling_model& before, findings& found) const;

    /// The site before the first event, and after each.
    void after(const calling_model& model, findings& found);

    void end(findings& found);

private:
    void judge(const keyed_change& change, findings& found);
    void judge_answers(const keyed_change& change, findings& found);
    void judge_again(const keyed_change& change, std::size_t entry, std::size_t first, findings& found) const;
    void judge_without_event(std::size_t entry, findings& found);
    void judge_read(std::size_t entry);
    void judge_mismatch(const keyed_change& change, std::size_t entry, findings& found) const;
    void expect(std::size_t entry, sight seen);
    void check_answer(std::size_t entry, std::int64_t seq, const calling_model& model, findings& found) const;
    bool is_known_by_number(std::size_t entry) const;
    std::string name(std::size_t entry) const;
    void report(const sighting& one, std::string_view why, findings& found) const;

    const ledger& seen_;
    const std::vector<request_view>& requests_;
    const keyed_changes& changes_;
    std::span<const domain::event> events_;
    const known_seqs* known_ = nullptr;

    struct answer_of_event
    {
        std::int64_t seq = 0;
        std::size_t entry = 0;
    };
    std::vector<answer_of_event> answers_; ///< the next last
    sightings sightings_;
};

} // namespace motcua::simulation
