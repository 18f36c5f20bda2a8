#pragma once
// The public holidays of Viet Nam and the days given back for them, as an office gets them delivered: they
// are data of the site from then on, which the office confirms and edits.
//
// Source: Labour Code 2019 (Bộ luật Lao động), article 112, paragraphs 1 and 2 (which days), article 111,
// paragraph 3 (a holiday on a weekly rest day gives the next working day; Saturday and Sunday here). The
// Prime Minister decides each year on which days Tết lies and whether 1 or 3 September joins the 2nd.

#include "server/domain/calendar/office_calendar.hpp"

namespace motcua::domain {

/// The first year under the Labour Code 2019.
constexpr int holidays_from_year = 2021;
/// The last of which new_moon() is sure.
constexpr int holidays_to_year = 2100;

/// The holidays of `year` by day, each day once, names in Vietnamese; none for a year outside the above.
/// 2024 to 2026 are as announced and confirmed. In other years Tết is the last day of the old lunar year and
/// the four after it, and 1 September joins the 2nd; since that is not decided, those days close the hall
/// without being confirmed. From 2026 on, 24 November is neither confirmed nor closes (Resolution
/// 28/2026/QH16, known from secondary sources only).
std::vector<holiday> holidays_of(int year);

/// The working days swapped with a Saturday in `year`, as announced for state offices; none where nothing has
/// been announced.
std::vector<swap> swaps_of(int year);

} // namespace motcua::domain
