#include "server/domain/remembered_keys.hpp"

#include "base/require.hpp"

namespace motcua::domain {

using base::require;

remembered_keys::remembered_keys(const std::vector<remembered_key>& saved)
{
    for (const auto& known : saved) {
        index_[known.key.key] = all_.size();
        all_.push_back(known);
    }
}

const remembered_key* remembered_keys::find(const base::bits128& key) const
{
    const auto found = index_.find(key);
    if (found == index_.end()) {
        return nullptr;
    }
    require(forgotten_ <= found->second && found->second - forgotten_ < all_.size(),
            "the index leads to a key that is remembered");
    return &all_[found->second - forgotten_];
}

void remembered_keys::on(const clock_anchored& body)
{
    // The 48 hours of a key are those that passed: who asked a moment before the clock was set asks again
    // after.
    for (auto& known : all_) {
        known.at += body.after - body.before;
    }
}

void remembered_keys::note(const event& happened)
{
    forget_before(happened.at);
    if (!happened.key) {
        return;
    }
    require(all_.empty() || all_.back().seq < happened.seq,
            "keys are remembered in the order of their events");
    index_[happened.key->key] = forgotten_ + all_.size();
    all_.push_back({*happened.key, happened.at, happened.seq});
    require(index_.size() <= all_.size(), "the index has no key that is forgotten");
}

void remembered_keys::forget_before(instant now)
{
    while (!all_.empty() && all_.front().at + keys_kept < now) {
        const auto forgotten = index_.find(all_.front().key.key);
        require(forgotten != index_.end(), "a key that is remembered is in the index");
        if (forgotten->second == forgotten_) {
            index_.erase(forgotten);
        }
        all_.pop_front();
        ++forgotten_;
    }
}

} // namespace motcua::domain
