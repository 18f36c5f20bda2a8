#pragma once
// Which events stand in the audit, and how: the one place where that is said.

#include "server/journal/rows.hpp"

namespace motcua::journal {

/// A detail is cut to this many bytes.
constexpr std::size_t audit_detail_max = 500;

/// The row that `happened` leaves in the audit; none for what is a ticket's matter. `before` was taken before
/// it was applied. Pure, as project().
std::optional<audit_row> audit_of(const domain::event& happened, const state_before& before);

} // namespace motcua::journal
