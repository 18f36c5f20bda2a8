#include "client/call_queue.hpp"

#include "base/hex.hpp"

#include "client/target.hpp"

#include <utility>

namespace motcua::client {
namespace {

bool asks_to_come_again(const http_response& answer) { return answer.status == 429 || answer.status == 503; }

bool is_final(const result<http_response>& answer)
{
    if (answer.has_error()) {
        return answer.error() == error::answer_too_large; // It would be so again.
    }
    return !asks_to_come_again(*answer);
}

} // namespace

call_queue::call_queue(transport& through, timers& clock, random_engine& random)
    : transport_{through}, timers_{clock}, random_{random}, backoff_{random}
{}

void call_queue::call(http_request request, completion done, call_options options)
{
    if (!is_target(request.target)) {
        return done(error::wrong_target);
    }
    if (calls_.size() == limits::queued_calls) {
        return done(error::queue_full);
    }
    if (request.verb != verb::get) {
        request.idempotency_key =
            options.idempotency_key.empty() ? new_key() : std::move(options.idempotency_key);
    }

    const auto which = calls_.emplace(calls_.end());
    which->request = std::move(request);
    which->done = std::move(done);
    which->deadline = timers_.now() + options.deadline;
    which->expiry = timers_.after(options.deadline, [this, which] { finish(which, std::move(which->last)); });
    if (calls_.size() == 1) {
        try_first();
    }
}

void call_queue::forget()
{
    under_way_.reset();
    calls_.clear();
    backoff_.reset();
}

void call_queue::try_first()
{
    under_way_ = transport_.call(calls_.front().request, limits::try_deadline,
                                 [this](result<http_response> answer) { answered(std::move(answer)); });
}

void call_queue::answered(result<http_response> answer)
{
    const auto first = calls_.begin();
    if (is_final(answer)) {
        return finish(first, std::move(answer));
    }

    auto pause = backoff_.next();
    if (answer && answer->retry_after) {
        pause += *answer->retry_after; // Not all clients in the same moment.
        if (timers_.now() + pause >= first->deadline) {
            return finish(first, std::move(answer));
        }
    }
    first->last = std::move(answer);
    under_way_ = timers_.after(pause, [this] { try_first(); });
}

void call_queue::finish(place which, result<http_response> outcome)
{
    const bool was_first = which == calls_.begin();
    const auto done = std::move(which->done);
    calls_.erase(which);
    if (was_first) {
        under_way_.reset();
        backoff_.reset();
        if (!calls_.empty()) {
            try_first();
        }
    }
    done(std::move(outcome)); // Last: it may destroy this.
}

std::string call_queue::new_key()
{
    std::string key(limits::idempotency_key_length, '0');
    for (auto& c : key) {
        c = base::hex_digits[random_() >> 60];
    }
    return key;
}

} // namespace motcua::client
