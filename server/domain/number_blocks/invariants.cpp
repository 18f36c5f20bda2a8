#include "server/domain/number_blocks/invariants.hpp"

#include <algorithm>
#include <set>

namespace motcua::domain {

void check_blocks(findings& found, const site_state& state)
{
    const auto& blocks = state.blocks();
    for (auto one = blocks.begin(); one != blocks.end(); ++one) {
        const auto& block = one->second;
        const std::set<int> used(block.used.begin(), block.used.end());
        found.must(used.size() == block.used.size(), name_of(block.id), "gave a number twice");
        found.must(used.empty() || (block.first <= *used.begin() && *used.rbegin() <= block.last),
                   name_of(block.id), "gave a number that it does not have");
        for (auto other = std::next(one); other != blocks.end(); ++other) {
            const bool apart = block.service != other->second.service || block.day != other->second.day ||
                               block.last < other->second.first || other->second.last < block.first;
            found.must(apart, name_of(block.id), "has numbers that are leased to another");
        }
    }
}

std::string why_not(const site_state& state, const block_leased& body)
{
    if (static_cast<std::int64_t>(body.block) != state.last_block() + 1) {
        return "leases a block out of order";
    }
    if (!(state.day() <= body.day)) {
        return "leases a block of a day that is over";
    }
    return body.first > 0 && body.first <= body.last ? "" : "leases a block without numbers";
}

std::string why_not_from_block(const site_state& state, block_id id, int number, local_day day)
{
    const auto* block = state.find_block(id);
    if (block == nullptr) {
        return "issues a ticket from an unknown block";
    }
    if (number < block->first || number > block->last || std::ranges::count(block->used, number) > 0) {
        return "issues a number that the block does not have, or not any more";
    }
    return block->day == day ? "" : "issues a ticket of another day than its block's";
}

} // namespace motcua::domain
