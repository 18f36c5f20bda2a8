#pragma once
// The counters of a site, and which ticket stands at each.

#include "server/domain/calendar/events.hpp"
#include "server/domain/counters/events.hpp"
#include "server/domain/settings/events.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

struct event;

/// Whether a console follows the site for a counter.
enum class console_state
{
    never, ///< none ever did: its absence means nothing
    here,
    gone
};
BOOST_DESCRIBE_ENUM(console_state, never, here, gone)

struct counter
{
    counter_code code;
    counter_state state{};
    /// What it calls now, a part of what it is set up for.
    std::vector<service_code> services;
    /// The ticket that is called to it or served there.
    std::optional<ticket_id> current;
    std::optional<std::string> staff;
    std::optional<std::string> pause_reason;
    /// When its officer means to be back.
    std::optional<instant> paused_until;
    console_state console{};
    /// When its state began; for an open or paused one also when the day or the clock was set last, because
    /// no stretch of time reaches across those.
    instant since;
    /// When it was free last to call: since it opened, or since its last ticket left.
    instant idle_since;
};
BOOST_DESCRIBE_STRUCT(counter, (),
                      (code, state, services, current, staff, pause_reason, paused_until, console, since,
                       idle_since))

/// The reasons of pauses that the site makes by itself: the first ends by itself too.
inline constexpr std::string_view console_gone = "console_gone";
inline constexpr std::string_view officer_gone = "officer_gone";

class counter_list
{
public:
    counter_list() = default;
    explicit counter_list(std::vector<counter> saved) : all_(std::move(saved)) {}

    /// In the order of the settings.
    const std::vector<counter>& all() const { return all_; }

    /// Null when the site has no such counter.
    const counter* find(const counter_code& code) const;

    /// Counters that the settings keep stay as they are; new ones are closed.
    void on(const site_configured& body);
    void on(const counter_opened& body, const event& happened);
    void on(const counter_paused& body, const event& happened);
    void on(const counter_closed& body, const event& happened);
    void on(const console_connected& body);
    void on(const console_lost& body);
    void on(const day_closed& body, const event& happened);
    void on(const clock_anchored& body);

    /// An event changed `moved` at `now`: it stood at `from` and now stands at `to`; empty is at no counter.
    void move(ticket_id moved, const std::optional<counter_code>& from, const std::optional<counter_code>& to,
              instant now);

private:
    counter& at(const counter_code& code);
    void begin_again(instant now);

    std::vector<counter> all_;
};

} // namespace motcua::domain
