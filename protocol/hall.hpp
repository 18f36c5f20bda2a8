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
struct hall_notice
{
    std::string vi;
    std::string en;
    std::optional<base::timestamp> from;
    std::optional<base::timestamp> until;
    bool operator==(const hall_notice&) const = default;
};
BOOST_DESCRIBE_STRUCT(hall_notice, (), (vi, en, from, until))

struct hall_kiosk
{
    /// Whether it offers the priority classes.
    bool priority{};
    /// How long a screen that nobody touches stays.
    int home_after_s{};
    bool operator==(const hall_kiosk&) const = default;
};
BOOST_DESCRIBE_STRUCT(hall_kiosk, (), (priority, home_after_s))

struct hall_board
{
    /// How long a call is shown large.
    int seconds_per_call{};
    std::vector<std::string> languages;
    bool voice{};
    bool operator==(const hall_board&) const = default;
};
BOOST_DESCRIBE_STRUCT(hall_board, (), (seconds_per_call, languages, voice))

struct hall
{
    std::vector<hall_notice> notices;
    /// From which a citizen may take a number as elderly.
    int elderly_age{};
    /// Younger than this, a child makes who brings it a class of its own.
    int infant_months{};
    std::vector<bilingual> hold_reasons;
    std::vector<bilingual> pause_reasons;
    hall_kiosk kiosk;
    hall_board board;
    bool operator==(const hall&) const = default;
};
BOOST_DESCRIBE_STRUCT(hall, (),
                      (notices, elderly_age, infant_months, hold_reasons, pause_reasons, kiosk, board))

} // namespace motcua::protocol
