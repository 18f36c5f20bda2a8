#pragma once
// What the resources of appointments share: who books, for how long, and whose appointment a code is.

#include "protocol/appointments.hpp"
#include "server/api/endpoint.hpp"
#include "server/reports/appointments.hpp"

namespace motcua::api {

/// Everybody who books: the display does not.
inline constexpr access::audience booking_roles{access::role::kiosk, access::role::counter,
                                                access::role::clerk, access::role::manager,
                                                access::role::admin};

/// Whether the request comes from staff, who have places of their own and need no digits of a phone number.
bool is_officer(const request_context& ctx);

/// Where the request books: at a kiosk, by staff, or online.
domain::ticket_channel booking_channel(const request_context& ctx);

/// How long a visit for `procedure` takes; none: that of a slot. 422 where the catalogue does not have it.
checked<std::optional<domain::minutes>> length_of(const request_context& ctx,
                                                  const std::optional<std::string>& procedure);

/// The code of the path as it was given out: case does not matter.
domain::appointment_code code_of(const request_context& ctx);

/// The appointment of the path, of today or later, at the site of the credential, or at any; sets the site of
/// `ctx`. Null where there is none.
const domain::appointment* find_appointment(request_context& ctx);

/// Whether a site remembers a change under the key of this request; then `ctx` is at that site. A retry gets
/// its first answer, even when what it was about is gone.
bool find_retry(request_context& ctx);

/// The code of the site of `ctx`.
std::string site_of(const request_context& ctx);

/// An appointment whose day is over, and its site.
struct past_appointment
{
    const site_context* context = nullptr;
    std::string site;
    reports::appointment row;
};

/// Looks for the appointment of the path in the log, at the site of the credential or at any, on a thread of
/// the pool, and sets `found`; leaves it empty where there never was one. The answer is a success unless the
/// log could not be read.
awaitable<response> find_past(const request_context& ctx, std::optional<past_appointment>& found);

/// Who booked; none where that was erased or cannot be read.
std::optional<protocol::person> person_of(const request_context& ctx, domain::appointment_id id);

/// Why the asker may not see or change the appointment `tag` is of, if that is so: officers may; everybody
/// else must send the last four digits in `phone`. Wrong digits and a code that nobody has (null) get the
/// same answer, and ten of them shut the code for a while.
std::optional<response> check_digits(request_context& ctx, const std::string& site,
                                     const domain::phone_tag* tag);

inline constexpr auto appointment_message = described<protocol::appointment>("appointment");

inline constexpr query_parameter digits_parameter{
    "phone", "The last four digits of the phone number; officers need none"};

} // namespace motcua::api
