#include "client/live_feed.hpp"

#include "client/feed_message.hpp"
#include "client/target.hpp"

#include <algorithm>
#include <utility>

namespace motcua::client {

live_feed::live_feed(transport& through, timers& clock, random_engine& random, std::string target,
                     feed_events events)
    : transport_{through}, timers_{clock}, target_{std::move(target)}, events_{std::move(events)}, backoff_{
                                                                                                       random}
{
    open();
}

void live_feed::open()
{
    tried_at_ = timers_.now();
    is_proven_ = false;
    timer_ = timers_.after(limits::feed_open, [this] { lost(error::deadline_passed); });
    feed_ = transport_.open_feed(target(),
                                 {[this] { opened(); }, [this](std::string_view text) { received(text); },
                                  [this] {
                                      heard_at_ = timers_.now();
                                      is_pinged_ = false;
                                  },
                                  [this](boost::system::error_code why) { lost(why); }});
}

std::string live_feed::target() const
{
    if (!seq_) {
        return target_;
    }
    auto resumed = with_query(target_, "since", std::to_string(*seq_));
    return epoch_.empty() ? resumed : with_query(std::move(resumed), "epoch", epoch_);
}

void live_feed::opened()
{
    if (seq_) {
        connected(); // Otherwise the snapshot must come first.
    }
}

void live_feed::received(std::string_view text)
{
    const auto message = base::parse_json(text);
    if (!message || !message->is_object()) {
        return lost(error::feed_malformed);
    }
    const auto& object = message->get_object();
    if (text_in(object, "type") == "snapshot") {
        return received_snapshot(*message);
    }
    if (!object.contains("seq")) {
        return events_.on_message(*message);
    }
    const auto seq = number_in(object, "seq");
    if (!seq) {
        return lost(error::feed_malformed);
    }
    received_change(*message, *seq);
}

void live_feed::received_snapshot(const boost::json::value& message)
{
    const auto seq = number_in(message.get_object(), "seq");
    if (!seq) {
        return lost(error::feed_malformed);
    }
    seq_ = seq;
    epoch_ = text_in(message.get_object(), "epoch");
    is_proven_ = true;
    connected();
    events_.on_snapshot(message);
}

void live_feed::received_change(const boost::json::value& message, std::int64_t seq)
{
    if (seq_ && seq <= *seq_) {
        return; // A repeat.
    }
    if (!seq_ || number_in(message.get_object(), "prev") != seq_) {
        // Resumed, and still a message is missing: only a snapshot helps.
        if (!is_proven_) {
            seq_.reset();
        }
        return lost(error::feed_gap);
    }
    seq_ = seq;
    is_proven_ = true;
    events_.on_message(message);
}

void live_feed::connected()
{
    if (std::exchange(is_connected_, true)) {
        return;
    }
    heard_at_ = timers_.now();
    is_pinged_ = false;
    away_.reset();
    report(server_state::connected, {});
    timer_ = timers_.after(limits::feed_ping, [this] { watch(); });
}

/// Wakes when the silence is long enough for a ping, and again when it is too long.
void live_feed::watch()
{
    const auto silence = std::chrono::duration_cast<milliseconds>(timers_.now() - heard_at_);
    if (silence >= limits::feed_silence) {
        return lost(error::deadline_passed);
    }
    if (silence >= limits::feed_ping && !std::exchange(is_pinged_, true)) {
        feed_->ping();
    }
    const auto next = is_pinged_ ? limits::feed_silence : limits::feed_ping;
    timer_ = timers_.after(next - silence, [this] { watch(); });
}

void live_feed::lost(boost::system::error_code why)
{
    feed_.reset();
    lost_why_ = why;
    const auto next_try = is_distrust(why) ? limits::distrust_pause : pause();
    if (std::exchange(is_connected_, false)) {
        const auto silence = std::chrono::duration_cast<milliseconds>(timers_.now() - heard_at_);
        away_ = timers_.after(std::max(limits::feed_silence - silence, milliseconds{0}),
                              [this] { report(server_state::away, lost_why_); });
    } else if (reported_ != server_state::connected) {
        report(server_state::away, why);
    }
    timer_ = timers_.after(next_try, [this] { open(); });
}

milliseconds live_feed::pause()
{
    const auto took = std::chrono::duration_cast<milliseconds>(timers_.now() - tried_at_);
    if (is_connected_) {
        if (took >= limits::feed_proven) {
            backoff_.reset();
        }
        return backoff_.next();
    }
    // Counted from one try's beginning to the next: a try that hangs must not make the pause longer.
    const auto soonest = limits::pause_first / 2;
    return std::max(backoff_.next() - took, soonest);
}

void live_feed::report(server_state state, boost::system::error_code why)
{
    if (reported_ == state && reported_why_ == why) {
        return;
    }
    reported_ = state;
    reported_why_ = why;
    events_.on_state(state, why);
}

} // namespace motcua::client
