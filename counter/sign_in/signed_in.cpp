#include "counter/sign_in/signed_in.hpp"

#include "client/key_prefix.hpp"
#include "counter/console/last_order.hpp"
#include "counter/console/program.hpp"
#include "counter/console/screens/screen.hpp"
#include "counter/limits.hpp"
#include "counter/network_sessions.hpp"
#include "counter/sign_in/program.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

namespace motcua::counter::sign_in {
namespace {

using enrolment::memory;
using enrolment::memory_error;

/// How a console ended, beside the end of the program.
enum class ending
{
    program,
    revoked,
    needs_sign_in,
    signed_out,
    session_over
};

ending ending_of(const console::state& state)
{
    const bool is_leaving = state.awaited && state.awaited->wish.action == console::action::sign_out;
    return state.is_signed_out || is_leaving ? ending::signed_out
           : state.is_session                ? ending::session_over
           : state.needs_sign_in             ? ending::needs_sign_in
                                             : ending::revoked;
}

ending show_counter(const client::server_address& server, bool is_session, const console_place& place,
                    const ui::show& show, const logging::line_function& log)
{
    console::network_session session(server, log);
    console::console_program program(session, {place.language, place.ends_when_revoked && !is_session},
                                     client::new_key_prefix(), is_session);
    if (show(program, console::reference)) {
        return ending_of(program.state());
    }
    console::await_last_order(program, log, [] {
        std::this_thread::sleep_for(limits::last_answer_pace);
        return moment::clock::now();
    });
    return ending::program;
}

/// Names are a help: a file that cannot be used is none.
std::vector<officer> known_officers(const console_place& place)
{
    try {
        return enrolment::read_memory(place.file)
            .value_or(memory{})
            .officers.value_or(std::vector<officer>());
    } catch (const memory_error&) {
        return {};
    }
}

void remember_officer(const console_place& place, officer latest, const logging::line_function& log)
{
    try {
        auto kept = enrolment::read_memory(place.file).value_or(memory{});
        auto officers = kept.officers.value_or(std::vector<officer>());
        std::erase_if(officers, [&](const officer& one) { return one.login == latest.login; });
        officers.insert(officers.begin(), std::move(latest));
        officers.resize(std::min(officers.size(), limits::officers_kept));
        kept.officers = std::move(officers);
        enrolment::write_memory(place.file, kept);
    } catch (const memory_error& error) {
        log({.level = logging::level::warning,
             .kind = logging::kind{"sign_in"},
             .text = std::string("the names of the officers are not kept: ") + error.what()});
    }
}

std::string day_of(const std::optional<std::chrono::local_seconds>& time)
{
    if (!time) {
        return {};
    }
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(*time)};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// The state at which the sign-in ended; nothing: the program ends.
std::optional<state> show_sign_in(const client::server_address& device, std::string notice,
                                  const console_place& place, const ui::show& show,
                                  const logging::line_function& log)
{
    network_session server(device, log);
    state first{.language = place.language};
    first.officers = known_officers(place);
    first.notice = std::move(notice);
    sign_in_program program(server, {place.ends_when_revoked}, std::move(first));
    if (!show(program, console::reference)) {
        return std::nullopt;
    }
    return program.state();
}

} // namespace

bool show_console(const client::server_address& device, const console_place& place, const ui::show& show,
                  const logging::line_function& log)
{
    auto here = place;
    auto ended = show_counter(device, false, here, show, log);
    while (ended != ending::program && ended != ending::revoked) {
        const auto done =
            show_sign_in(device, ended == ending::session_over ? "sign_in.over" : "", here, show, log);
        if (!done) {
            return false;
        }
        if (!done->entered) {
            return true;
        }
        const auto* known = chosen_officer(*done);
        remember_officer(
            place, {known != nullptr ? known->login : done->login, done->entered->name, day_of(done->time)},
            log);
        auto of_officer = device;
        of_officer.token = done->entered->token;
        here.language = done->language;
        ended = show_counter(of_officer, true, here, show, log);
    }
    return ended == ending::revoked;
}

} // namespace motcua::counter::sign_in
