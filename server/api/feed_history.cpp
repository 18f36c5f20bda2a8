#include "server/api/feed_history.hpp"

#include "server/api/limits.hpp"

#include <algorithm>

namespace motcua::api {

void feed_history::begin(std::int64_t seq)
{
    messages_.clear();
    begins_ = seq;
}

void feed_history::add(const feed_message& sent)
{
    messages_.push_back(sent);
    if (messages_.size() > limits::feed_history) {
        begins_ = messages_.front().seq;
        messages_.pop_front();
    }
}

bool feed_history::knows_after(std::int64_t since, std::int64_t last_sent) const
{
    if (since == last_sent) {
        return true;
    }
    return since >= begins_ && since < last_sent && !messages_.empty();
}

std::optional<std::vector<text_pointer>> feed_history::missed_after(std::int64_t since,
                                                                    std::int64_t last_sent,
                                                                    feed_view view) const
{
    if (!knows_after(since, last_sent)) {
        return std::nullopt;
    }
    std::vector<text_pointer> missed;
    std::size_t bytes = 0;
    for (auto next = std::ranges::upper_bound(messages_, since, {}, &feed_message::seq);
         next != messages_.end(); ++next) {
        missed.push_back(next->text(view));
        bytes += missed.back()->size();
        if (bytes > limits::feed_resume_bytes) {
            return std::nullopt;
        }
    }
    return missed;
}

} // namespace motcua::api
