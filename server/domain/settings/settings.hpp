#pragma once
// The choices of an office. They are part of the journal, so that a replay needs nothing else. Member names
// are the keys of the interface and of the settings file; the initial value of a member is the delivered one.

#include "base/timestamp.hpp"
#include "server/domain/calendar/office_calendar.hpp"
#include "server/domain/settings/appointment_settings.hpp"
#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

namespace motcua::domain {

/// A text in both languages.
struct bilingual_text
{
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(bilingual_text, (), (vi, en))

/// What board and kiosk show from one time to another.
struct notice
{
    std::string vi;
    std::string en;
    std::optional<base::timestamp> from;
    std::optional<base::timestamp> until;
};
BOOST_DESCRIBE_STRUCT(notice, (), (vi, en, from, until))

/// Numbers that count up from `first` and start again after `last`, skipping every number that is still alive
/// and those of no-shows within the grace time.
struct number_range
{
    int first{};
    int last{};
};

struct service_settings
{
    service_code code;
    std::string name;
    std::string name_en;
    std::string icon;
    std::string colour;
    /// First guess of the time at the counter, until visits have been measured.
    std::chrono::minutes minutes{10};
    /// The wait that the office wants to stay within (Decision 468/QĐ-TTg 2021: 15 minutes by 2025).
    std::chrono::minutes target_minutes{15};
    /// Both or neither: the numbers stay between them.
    std::optional<int> first_number;
    std::optional<int> last_number;
    /// Tickets a day, appointments apart; none for no limit.
    std::optional<int> daily_quota;
    /// The last ticket is issued so long before closing.
    std::chrono::minutes last_ticket_before_close_min{0};
    /// Where the service is not offered for all the hours of the site.
    std::optional<week_hours> hours;
    bool bookable = true;
    /// Where they differ from those of the site.
    std::optional<appointment_settings> appointments;
};
BOOST_DESCRIBE_STRUCT(service_settings, (),
                      (code, name, name_en, icon, colour, minutes, target_minutes, first_number, last_number,
                       daily_quota, last_ticket_before_close_min, hours, bookable, appointments))

struct counter_settings
{
    counter_code code;
    std::vector<service_code> services;
    /// Whether the counter calls for the first of its services before the others.
    bool rank = false;
    std::string place;
    std::string place_en;
    /// When the counter is meant to be open; none for all the hours of the site.
    std::optional<week_hours> rota;
};
BOOST_DESCRIBE_STRUCT(counter_settings, (), (code, services, rank, place, place_en, rota))

/// How long before its own ready time a ticket of a priority class, or of an appointment, is due.
struct head_starts
{
    minutes elderly_minutes{30};
    minutes disabled_minutes{30};
    minutes pregnant_minutes{20};
    minutes infant_minutes{20};
    minutes merit_minutes{30};
    minutes appointment_minutes{30};
};
BOOST_DESCRIBE_STRUCT(head_starts, (),
                      (elderly_minutes, disabled_minutes, pregnant_minutes, infant_minutes, merit_minutes,
                       appointment_minutes))

/// What anybody may do without a credential.
struct public_settings
{
    bool reads = true;    ///< board, services, procedures
    bool tickets = false; ///< take a number
};
BOOST_DESCRIBE_STRUCT(public_settings, (), (reads, tickets))

struct kiosk_settings
{
    /// Whether the kiosk offers the priority classes.
    bool priority = true;
    /// How long a screen that nobody touches stays, in seconds.
    int home_after_s = 60;
    /// Opens the screen for staff; none: there is no such screen.
    std::optional<std::string> service_pin;
    /// The numbers of kiosks' blocks: a slip that was printed offline can be recognised by its number.
    int block_first = 701;
    int block_last = 999;
};
BOOST_DESCRIBE_STRUCT(kiosk_settings, (), (priority, home_after_s, service_pin, block_first, block_last))

struct board_settings
{
    /// How long a call is shown large, in seconds.
    int seconds_per_call = 8;
    std::vector<std::string> languages{"vi", "en"};
    bool voice = true;
};
BOOST_DESCRIBE_STRUCT(board_settings, (), (seconds_per_call, languages, voice))

struct retention_settings
{
    /// How long names and phone numbers of bookings are kept after their day.
    int personal_days = 30;
};
BOOST_DESCRIBE_STRUCT(retention_settings, (), (personal_days))

/// With its calendar, whose members are keys of the settings like the others.
struct site_settings : office_calendar
{
    std::string name;
    std::string name_en;
    std::vector<notice> notices;
    /// A name of the IANA database, or a fixed offset: "UTC+07:00".
    std::string time_zone = "Asia/Ho_Chi_Minh";
    /// When the business day changes, after local midnight.
    minutes day_starts_minutes{0};
    std::vector<service_settings> services;
    std::vector<counter_settings> counters;
    head_starts head_start;
    /// From this age on a citizen may take a number as elderly (Law on the Elderly 2009: 60).
    int elderly_age = 60;
    /// Younger than this, a child makes who brings it a class of its own.
    int infant_months = 36;
    /// How long after a no-show a recall still brings the old place back.
    minutes recall_grace_minutes{10};
    std::vector<bilingual_text> hold_reasons;
    std::vector<bilingual_text> pause_reasons;
    public_settings public_;
    /// The address that phones can reach; empty where there is none.
    std::string public_url;
    /// Networks from which a phone may check in: "192.168.1.0/24".
    std::vector<std::string> check_in_networks;
    kiosk_settings kiosk;
    board_settings board;
    appointment_settings appointments;
    retention_settings retention;
};
BOOST_DESCRIBE_STRUCT(site_settings, (office_calendar),
                      (name, name_en, notices, time_zone, day_starts_minutes, services, counters, head_start,
                       elderly_age, infant_months, recall_grace_minutes, hold_reasons, pause_reasons, public_,
                       public_url, check_in_networks, kiosk, board, appointments, retention))

/// Null where the site has no such service or counter.
const service_settings* find_service(const site_settings& settings, const service_code& code);
const counter_settings* find_counter(const site_settings& settings, const counter_code& code);

/// The wait that the service wants to stay within; none where the site has no such service.
std::optional<seconds> target_of(const site_settings& settings, const service_code& code);

/// The range of a service whose numbers come again; none where they only count up.
std::optional<number_range> range_of(const service_settings& service);

/// Nothing for no priority.
minutes head_start_of(const head_starts& starts, priority_class priority);

} // namespace motcua::domain
