#include "client/enrolment.hpp"

#include <algorithm>
#include <utility>

namespace motcua::client {
namespace {

constexpr logging::kind enrolment_kind{"enrolment"};

/// What an answer that does not help says about the server.
enrolment_trouble trouble_of(const problem& wrong)
{
    if (wrong.code == "distrust") {
        return enrolment_trouble::distrusted;
    }
    switch (wrong.status) {
    case 404:
    case 405:
        return enrolment_trouble::too_old;
    case 429:
        return enrolment_trouble::too_many;
    default:
        return enrolment_trouble::away;
    }
}

} // namespace

void enrolment::start()
{
    pause_.reset();
    server_.forget();
    server_.use_token({});
    ask_code();
}

void enrolment::ask_code()
{
    server_.send<protocol::enrolment>(
        verb::post, "/api/v1/enrol", protocol::enrol{kind_, base::text<0, 64>(MOTCUA_VERSION)},
        [this](const auto& got) { code_answered(got); }, request_options{.deadline = limits::first_contact});
}

void enrolment::code_answered(const answer<protocol::enrolment>& got)
{
    if (!got) {
        see(trouble_of(got.error()));
        return wait(limits::code_pause, &enrolment::ask_code);
    }
    code_ = *got;
    expires_ = server_.clock().now() + limits::code_life;
    see(enrolment_trouble::none);
    server_.log()(
        {.level = logging::level::info,
         .kind = enrolment_kind,
         .text = "code " + code_.user_code + ": waits until an administrator allows this " + kind_});
    events_.on_code(code_.user_code);
    wait(interval(), &enrolment::ask_token);
}

void enrolment::ask_token()
{
    if (server_.clock().now() >= expires_) {
        return ask_code();
    }
    server_.send(
        {verb::post,
         "/api/v1/enrol/token",
         base::to_json(protocol::enrol_token{base::text<1, 128>(code_.device_code)}),
         {}},
        [this](const result<http_response>& got) { token_answered(got); },
        request_options{.deadline = limits::first_contact});
}

void enrolment::token_answered(const result<http_response>& got)
{
    if (got && got->status == 200) {
        if (const auto credential = read_body<protocol::device_credential>(*got)) {
            server_.log()({.level = logging::level::info,
                           .kind = enrolment_kind,
                           .text = "allowed as " + credential->name + ", site " + credential->site});
            return events_.on_allowed(*credential);
        }
        return ask_code(); // A token comes once, so this code has no more to give.
    }
    const auto wrong = problem_in(got);
    if (wrong && wrong->status == 404) {
        return ask_code();
    }
    see(wrong ? trouble_of(*wrong) : enrolment_trouble::none);
    wait(interval(), &enrolment::ask_token);
}

void enrolment::see(enrolment_trouble now)
{
    if (std::exchange(trouble_, now) != now) {
        events_.on_trouble(now);
    }
}

milliseconds enrolment::interval() const
{
    return std::clamp(std::chrono::seconds{code_.interval_s}, limits::code_interval_min,
                      limits::code_interval_max);
}

void enrolment::wait(milliseconds pause, void (enrolment::*then)())
{
    pause_ = server_.clock().after(pause, [this, then] { (this->*then)(); });
}

} // namespace motcua::client
