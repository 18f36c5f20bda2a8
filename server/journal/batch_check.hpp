#pragma once
// What must hold in a batch, whichever store takes it.

#include "server/journal/journal.hpp"

namespace motcua::journal {

/// The seq of the last event of `made`, which is to follow event `last_seq`; `out_of_order` where the events
/// do not. A batch that contradicts itself is a bug of its maker and ends the process: it would be stored for
/// ever.
result<std::int64_t> end_of_batch(const batch& made, std::int64_t last_seq);

} // namespace motcua::journal
