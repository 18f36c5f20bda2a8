#pragma once
// What the windows need to know of the hall's settings.

#include "base/json.hpp"
#include "base/timestamp.hpp"

#include <string>
#include <vector>

namespace motcua::protocol {

struct bilingual
{
    std::string vi;
    std::string en;
    bool operator==(const bilingual&) const = default;
};
BOOST_DESCRIBE_STRUCT(bilingual, (), (vi, en))

/// Shown from one time to another; without them always.
struct shown_notice
{
    std::string vi;
    std::string en;
    std::optional<base::timestamp> from;
    std::optional<base::timestamp> until;
    bool operator==(const shown_notice&) const = default;
};
BOOST_DESCRIBE_STRUCT(shown_notice, (), (vi, en, from, until))

struct kiosk_settings
{
    /// Whether it offers the priority classes.
    bool priority{};
    /// How long a screen that nobody touches stays.
    int home_after_s{};
    bool operator==(const kiosk_settings&) const = default;
};
BOOST_DESCRIBE_STRUCT(kiosk_settings, (), (priority, home_after_s))

struct board_settings
{
    /// How long a call is shown large.
    int seconds_per_call{};
    std::vector<std::string> languages;
    bool voice{};
    bool operator==(const board_settings&) const = default;
};
BOOST_DESCRIBE_STRUCT(board_settings, (), (seconds_per_call, languages, voice))

struct window_settings
{
    std::vector<shown_notice> notices;
    /// From which a citizen may take a number as elderly.
    int elderly_age{};
    /// Younger than this, a child makes who brings it a class of its own.
    int infant_months{};
    std::vector<bilingual> hold_reasons;
    std::vector<bilingual> pause_reasons;
    kiosk_settings kiosk;
    board_settings board;
    /// The address that phones reach, where the office has one.
    std::optional<std::string> public_url;
    bool operator==(const window_settings&) const = default;
};
BOOST_DESCRIBE_STRUCT(window_settings, (),
                      (notices, elderly_age, infant_months, hold_reasons, pause_reasons, kiosk, board,
                       public_url))

} // namespace motcua::protocol
