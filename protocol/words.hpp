#pragma once
// The words of the interface: states, classes and outcomes, spelled as on the wire.

#include "base/text.hpp"

namespace motcua::protocol {

using base::text;

enum class ticket_state
{
    waiting,
    called,
    serving,
    held,
    served,
    no_show,
    cancelled
};
BOOST_DESCRIBE_ENUM(ticket_state, waiting, called, serving, held, served, no_show, cancelled)

enum class priority
{
    none,
    elderly,
    disabled,
    pregnant,
    infant,
    merit
};
BOOST_DESCRIBE_ENUM(priority, none, elderly, disabled, pregnant, infant, merit)

enum class channel
{
    kiosk,
    phone,
    staff,
    appointment,
    online
};
BOOST_DESCRIBE_ENUM(channel, kiosk, phone, staff, appointment, online)

/// What a ticket may be asked for with: that of an appointment comes from its check-in.
enum class issue_channel
{
    kiosk,
    phone,
    staff,
    online
};
BOOST_DESCRIBE_ENUM(issue_channel, kiosk, phone, staff, online)

enum class staff_role
{
    clerk,
    manager,
    admin
};
BOOST_DESCRIBE_ENUM(staff_role, clerk, manager, admin)

/// What a device can be; the last two are for other software.
enum class device_kind
{
    kiosk,
    console,
    board,
    sign,
    rating,
    manager,
    admin
};
BOOST_DESCRIBE_ENUM(device_kind, kiosk, console, board, sign, rating, manager, admin)

enum class printer_state
{
    ok,
    paper_low,
    no_paper,
    cover_open,
    offline,
    none
};
BOOST_DESCRIBE_ENUM(printer_state, ok, paper_low, no_paper, cover_open, offline, none)

enum class sound_state
{
    ok,
    none,
    failed
};
BOOST_DESCRIBE_ENUM(sound_state, ok, none, failed)

/// Why a kiosk gives a ticket back: no screen and no slip showed it.
enum class cancel_reason
{
    not_shown
};
BOOST_DESCRIBE_ENUM(cancel_reason, not_shown)

enum class outcome
{
    served,
    documents_missing,
    wrong_service,
    left,
    no_show,
    cancelled,
    day_closed
};
BOOST_DESCRIBE_ENUM(outcome, served, documents_missing, wrong_service, left, no_show, cancelled, day_closed)

/// How a visit may be finished at a counter: all other outcomes come without being asked for.
enum class finish_outcome
{
    served,
    documents_missing,
    wrong_service,
    left
};
BOOST_DESCRIBE_ENUM(finish_outcome, served, documents_missing, wrong_service, left)

enum class counter_state
{
    closed,
    open,
    paused
};
BOOST_DESCRIBE_ENUM(counter_state, closed, open, paused)

/// Whether a service takes tickets.
enum class intake_state
{
    open,
    closed,
    suspended,
    full
};
BOOST_DESCRIBE_ENUM(intake_state, open, closed, suspended, full)

/// What can be said of a wait.
enum class forecast_state
{
    open,    ///< an open counter serves it
    planned, ///< the hours say that a counter opens later
    paused,
    closed,
    too_late ///< it would probably not be called today
};
BOOST_DESCRIBE_ENUM(forecast_state, open, planned, paused, closed, too_late)

enum class language
{
    vi,
    en
};
BOOST_DESCRIBE_ENUM(language, vi, en)

using code_text = text<1, 16>;
using reason_text = text<1, 200>;

/// Letters of a note on a ticket, at most: for the server, and for who types one.
inline constexpr std::size_t note_letters = 200;
/// Empty: there is none any more.
using note_text = text<0, note_letters>;

} // namespace motcua::protocol
