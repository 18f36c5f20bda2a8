#pragma once
// Which request made which event: both know the key.

#include "tests/simulation/checks/findings.hpp"
#include "tests/simulation/checks/ledger.hpp"
#include "tests/simulation/checks/request_view.hpp"

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>

namespace motcua::simulation {

/// All requests with one key of one owner, and what the journal has under it.
struct keyed_change
{
    std::vector<std::size_t> entries; ///< of the ledger, in the order in which they were asked
    std::int64_t event = 0;           ///< 0: it left none
    std::size_t maker = 0;            ///< the request that the event has, if there is an event
    /// The key was forgotten after its time and made a second event: which answer belongs to which is not
    /// known.
    bool is_used_again = false;
};

/// The key of every simulated office, in all lives of its server.
inline constexpr std::array<std::uint8_t, 32> office_key{0x4d, 0x6f, 0x74, 0x63, 0x75, 0x61};

/// How a key stands in the journal: 128 bits of BLAKE2b over the two texts with a NUL between.
std::array<std::uint8_t, 16> key_digest(std::string_view first, std::string_view second);

/// How a request stands there: the same over "request", its path and its body, each with a NUL behind, under
/// the second key that is derived from the office's.
std::array<std::uint8_t, 16> request_digest(std::string_view path, std::string_view body);

class keyed_changes
{
public:
    /// `requests` are those of the ledger's entries. Adds to `found` each event that no request can have
    /// made, and each key with two. All three outlive this.
    keyed_changes(const ledger& seen, const std::vector<request_view>& requests,
                  std::span<const domain::event> events, findings& found);

    const std::vector<keyed_change>& all() const { return changes_; }

    /// Whether the site, when it had `events`, may have forgotten the key of `change`. Its time is counted as
    /// it was lived: a clock that is set ages no key.
    bool may_be_forgotten(const keyed_change& change, std::int64_t events) const;

    /// The request that made event `seq`; null for what the site did by itself, and where none is known.
    const keyed_change* of_event(std::int64_t seq) const;

    /// The ledger's entry of that request; of a key that was used again each event has its own.
    std::size_t maker_of(std::int64_t seq) const { return makers_[static_cast<std::size_t>(seq) - 1]; }

private:
    using digest = std::array<std::uint8_t, 16>;
    struct first_bits
    {
        using is_avalanching = void;
        std::size_t operator()(const digest& bits) const;
    };

    void take(const domain::event& happened, findings& found);
    bool find_maker(keyed_change& change, const domain::event& happened) const;

    const ledger& seen_;
    std::span<const domain::event> events_;
    std::vector<keyed_change> changes_;
    boost::unordered_flat_map<digest, std::size_t, first_bits> by_key_;
    std::vector<std::size_t> makers_;    ///< by event, where by_event_ has one
    std::vector<std::size_t> by_event_;  ///< one more than the place of the change; 0: none
    std::vector<domain::instant> lived_; ///< the time of each event by a clock that was never set
};

} // namespace motcua::simulation
