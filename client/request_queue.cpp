#include "client/request_queue.hpp"

#include "base/hex.hpp"
#include "client/target.hpp"

#include <utility>

namespace motcua::client {
namespace {

bool asks_to_come_again(const http_response& answer) { return answer.status == 429 || answer.status == 503; }

bool is_final(const result<http_response>& answer)
{
    if (answer.has_error()) {
        // The next one would be, too.
        return answer.error() == error::answer_too_large || is_distrust(answer.error());
    }
    return !asks_to_come_again(*answer);
}

/// The path of `target` with `N` for each number, which may be that of somebody's ticket.
std::string path_of(std::string_view target)
{
    std::string path;
    std::string_view rest = target.substr(0, target.find('?'));
    while (!rest.empty()) {
        const auto part = rest.substr(1, rest.find('/', 1) - 1);
        const bool is_number = !part.empty() && part.find_first_not_of("0123456789") == part.npos;
        path.append("/").append(is_number ? "N" : part);
        rest.remove_prefix(part.size() + 1);
    }
    return path;
}

/// A read that is given up is asked again by itself, a change was somebody's wish.
void log_given_up(const logging::line_function& log, const http_request& request,
                  const result<http_response>& last)
{
    if (request.verb == verb::get) {
        return;
    }
    const auto why = last ? "status " + std::to_string(last->status) : last.error().message();
    log({.level = logging::level::warning,
         .kind = logging::kinds::request,
         .text = "gave up " + path_of(request.target) + ": " + why});
}

} // namespace

request_queue::request_queue(transport& through, timers& clock, random_engine& random,
                             const logging::line_function& log)
    : transport_{through}, timers_{clock}, random_{random}, log_{log}, backoff_{random}
{}

void request_queue::send(http_request request, completion done, request_options options)
{
    if (!is_target(request.target)) {
        return done(error::wrong_target);
    }
    if (requests_.size() == limits::queued_requests) {
        log_given_up(log_, request, error::queue_full);
        return done(error::queue_full);
    }
    if (request.verb != verb::get) {
        request.idempotency_key =
            options.idempotency_key.empty() ? new_key() : std::move(options.idempotency_key);
    }

    const auto which = requests_.emplace(requests_.end());
    which->request = std::move(request);
    which->done = std::move(done);
    which->deadline = timers_.now() + options.deadline;
    which->expiry =
        timers_.after(options.deadline, [this, which] { give_up(which, std::move(which->last)); });
    if (requests_.size() == 1) {
        try_first();
    }
}

void request_queue::forget()
{
    under_way_.reset();
    requests_.clear();
    backoff_.reset();
}

void request_queue::try_first()
{
    under_way_ = transport_.send(requests_.front().request, limits::try_deadline,
                                 [this](result<http_response> answer) { answered(std::move(answer)); });
}

void request_queue::answered(result<http_response> answer)
{
    const auto first = requests_.begin();
    if (is_final(answer)) {
        return finish(first, std::move(answer));
    }

    auto pause = backoff_.next();
    if (answer && answer->retry_after) {
        pause += *answer->retry_after; // So that not all clients come in the same moment.
        if (timers_.now() + pause >= first->deadline) {
            return give_up(first, std::move(answer));
        }
    }
    first->last = std::move(answer);
    under_way_ = timers_.after(pause, [this] { try_first(); });
}

void request_queue::give_up(place which, result<http_response> outcome)
{
    log_given_up(log_, which->request, outcome);
    finish(which, std::move(outcome));
}

void request_queue::finish(place which, result<http_response> outcome)
{
    const bool was_first = which == requests_.begin();
    const auto done = std::move(which->done);
    requests_.erase(which);
    if (was_first) {
        under_way_.reset();
        backoff_.reset();
        if (!requests_.empty()) {
            try_first();
        }
    }
    done(std::move(outcome)); // Last: it may destroy this.
}

std::string request_queue::new_key()
{
    std::string key(limits::idempotency_key_length, '0');
    for (auto& digit : key) {
        digit = base::hex_digits[random_() >> 60];
    }
    return key;
}

} // namespace motcua::client
