#include "client/contact_log.hpp"

#include <utility>

namespace motcua::client {
namespace {

constexpr logging::kind server{"server"};

using logging::level;

} // namespace

void contact_log::restart()
{
    contact_ = contact::none;
    was_connected_ = false;
    had_snapshot_ = false;
    gone_since_.reset();
    whose_.clear();
}

void contact_log::known(const protocol::identity& who)
{
    whose_ = "role " + who.role + ", site " + who.site;
    if (who.counter) {
        whose_ += ", counter " + *who.counter;
    }
}

void contact_log::useless(const protocol::identity& who)
{
    note(level::error, server, "the token is that of the role " + who.role + ": this window needs another");
}

void contact_log::connected()
{
    if (!becomes(contact::connected)) {
        return;
    }
    std::string text = std::exchange(was_connected_, true) ? "connected again" : "connected";
    if (const auto since = std::exchange(gone_since_, std::nullopt)) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(timers_.now() - *since);
        text += " after " + std::to_string(seconds.count()) + " s";
    }
    note(level::info, server, text + "; " + whose_);
}

void contact_log::lost(const std::string& why)
{
    if (becomes(contact::lost)) {
        note(level::warning, server, (was_connected_ ? "connection lost: " : "no connection: ") + why);
    }
}

void contact_log::refused()
{
    if (becomes(contact::refused)) {
        note(level::warning, server, "the token is refused");
    }
}

void contact_log::snapshot(std::optional<std::int64_t> seq)
{
    if (std::exchange(had_snapshot_, true)) {
        note(level::info, logging::kinds::feed,
             "a gap: began again with a snapshot" + (seq ? " at event " + std::to_string(*seq) : ""));
    }
}

bool contact_log::becomes(contact now)
{
    if (now != contact::connected && !gone_since_) {
        gone_since_ = timers_.now();
    }
    return std::exchange(contact_, now) != now;
}

void contact_log::note(level level, logging::kind kind, std::string text)
{
    write_({.level = level, .kind = kind, .text = std::move(text)});
}

} // namespace motcua::client
