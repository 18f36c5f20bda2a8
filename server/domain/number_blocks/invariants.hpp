#pragma once
// What must hold of blocks of numbers, and why an event of one cannot follow: a sentence without its subject.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// No number is leased twice for a day, and a block gave each of its numbers once at most.
void check_blocks(findings& found, const site_state& state);

std::string why_not(const site_state& state, const block_leased& body);

/// Why no ticket with `number` of `day` can come from block `id`.
std::string why_not_from_block(const site_state& state, block_id id, int number, local_day day);

} // namespace motcua::domain
