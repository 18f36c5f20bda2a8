#pragma once
// Whether the live feeds told their clients everything once, in order, as it was, and not before it was
// stored.

#include "tests/simulation/checks/known_seqs.hpp"
#include "tests/simulation/checks/ledger.hpp"
#include "tests/simulation/checks/live_message.hpp"
#include "tests/simulation/checks/sightings.hpp"

#include <span>

namespace motcua::simulation {

class delivery_check
{
public:
    /// Both outlive the check. Judges each feed by itself: what comes after what.
    delivery_check(const ledger& seen, std::span<const domain::event> events, findings& found);

    /// What the messages say about who knew what when.
    void tell(known_seqs& known) const;

    /// Judges what was told too early. `known` is complete.
    void judge(const known_seqs& known, findings& found);

    /// The site before the first event, and after each.
    void after(const calling_model& model, findings& found);

    /// `is_calm`: all faults were over, and every feed had the time to hear everything.
    void end(bool is_calm, findings& found);

private:
    /// A text is read and judged once, however many feeds it goes to.
    struct feed_text
    {
        std::string_view text;
        live_message read;
        std::size_t feed = 0; ///< the first that heard it
        std::size_t next = 0; ///< one more than the place of another text of the same event; 0: none
    };

    void read_feed(std::size_t feed, findings& found);
    const live_message& read(std::size_t feed, const ledger::delivered& message, findings& found);
    void judge_order(std::size_t feed, const live_message& message, findings& found) const;
    std::int64_t first_visible_after(std::int64_t seq) const;
    void check(const feed_text& one, const calling_model& model, findings& found) const;
    std::string name(std::string_view type, std::int64_t seq, std::size_t feed) const;
    void report(const sighting& one, std::string_view why, findings& found) const;

    const ledger& seen_;
    std::span<const domain::event> events_;
    /// For each seq the first after it of which the feed tells; known_seqs::any at the end.
    std::vector<std::int64_t> next_visible_;
    std::vector<feed_text> texts_;
    std::vector<std::size_t> texts_of_;    ///< by seq; as feed_text::next
    std::vector<std::int64_t> last_heard_; ///< of each feed; -1: nothing
    sightings snapshots_;                  ///< by the number of the feed
};

} // namespace motcua::simulation
