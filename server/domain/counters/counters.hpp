#pragma once
// The counters of a site, and which ticket stands at each.

#include "server/domain/counters/events.hpp"
#include "server/domain/settings/events.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

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
};
BOOST_DESCRIBE_STRUCT(counter, (),
                      (code, state, services, current, staff, pause_reason, paused_until, console))

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
    void on(const counter_opened& body);
    void on(const counter_paused& body);
    void on(const counter_closed& body);
    void on(const console_connected& body);
    void on(const console_lost& body);

    /// An event changed `moved`: it stood at `from` and now stands at `to`; empty is at no counter.
    void move(ticket_id moved, const std::optional<counter_code>& from,
              const std::optional<counter_code>& to);

private:
    counter& at(const counter_code& code);

    std::vector<counter> all_;
};

} // namespace motcua::domain
