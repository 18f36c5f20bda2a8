#pragma once
// Whether a service takes tickets now, and if not, why and when it does again.

#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/commands.hpp"
#include "server/domain/intake/suspensions.hpp"

namespace motcua::domain {

class site_state;

enum class intake_state
{
    open,
    closed, ///< outside its hours, or too late for another ticket before closing
    suspended,
    full ///< the quota of the day is used
};
BOOST_DESCRIBE_ENUM(intake_state, open, closed, suspended, full)

struct availability
{
    intake_state state{};
    /// Why a ticket would be refused; none while it is open.
    std::optional<refusal_code> refused;
    /// As the manager wrote it, for `suspended`.
    std::string reason;
    /// When the suspension ends; none: when it is resumed.
    std::optional<instant> until;
    /// When tickets are issued again, by hours and calendar; none where that is not known.
    std::optional<instant> opens_at;
};

/// That of the site or else of `service`; null where none counts at `now`.
const suspension* suspension_of(const site_state& state, const service_code& service, instant now);

/// Why nothing is taken in at the moment, and until when; none: until somebody says so.
struct stop
{
    std::string reason;
    std::optional<instant> until;
};

/// The suspension of the site or of `service`, or a closure, that counts at `now`.
std::optional<stop> stop_of(const site_state& state, const service_code& service, instant now);

/// Whether the tickets of today use up the quota of `service`.
bool is_quota_used(const site_state& state, const service_settings& service);

/// Whether the day is over for new tickets of `service`: its hours have ended, or end too soon.
bool is_over_today(const site_state& state, const service_settings& service, const time_zone& zone,
                   instant now);

/// For `service` of the settings of `state`, at `now` in `zone`.
availability availability_of(const site_state& state, const service_settings& service, const time_zone& zone,
                             instant now);

/// The refusal of a ticket; `found` must not be open.
refusal refusal_of(const availability& found);

} // namespace motcua::domain
