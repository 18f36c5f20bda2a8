#include "server/runtime/recovery.hpp"

#include "base/json.hpp"
#include "base/require.hpp"
#include "server/journal/codec.hpp"

namespace motcua::runtime {

namespace {

void begin_with(recovered& begun, const journal::snapshot& saved)
{
    auto image = base::from_json<domain::site_image>(saved.body);
    if (!image) {
        begun.snapshot_skipped = "it is of another version (" + image.error().field + ")";
        return;
    }
    if (image->learned.version != domain::learned::present_version) {
        begun.snapshot_skipped = "it has learned in another way";
        return;
    }
    domain::site_state state(*std::move(image));
    if (state.seq() != saved.seq) {
        begun.snapshot_skipped = "its last event is " + std::to_string(state.seq());
        return;
    }
    begun.state = std::move(state);
    begun.snapshot_seq = saved.seq;
}

} // namespace

journal::result<recovered> recover(journal::journal& store)
{
    auto saved = store.load_snapshot();
    if (!saved) {
        return saved.error();
    }
    recovered found;
    if (*saved) {
        begin_with(found, **saved);
    }
    auto replayed = store.replay(found.snapshot_seq, [&found](const domain::event& happened) {
        base::require(happened.seq == found.state.seq() + 1, "a journal replays its events in order");
        found.state.apply(happened);
        ++found.replayed;
    });
    if (!replayed) {
        return replayed.error();
    }
    base::require(found.state.seq() == found.snapshot_seq + found.replayed,
                  "a state is as old as its snapshot and the events after it");
    return found;
}

bool only_restart_helps(journal::fault what)
{
    using enum journal::fault;
    return what == lost || what == corrupt || what == out_of_order;
}

journal::result<void> save_snapshot(journal::journal& store, const domain::site_state& state)
{
    return store.save_snapshot({.seq = state.seq(), .body = base::to_json(state.image())});
}

} // namespace motcua::runtime
