#include "server/journal/audit.hpp"

#include "base/json_changes.hpp"
#include "base/timestamp.hpp"
#include "server/journal/codec.hpp"

namespace motcua::journal {

namespace {

struct deed
{
    std::string_view action;
    std::string target;
    std::string detail;
};

/// The paths of the settings that changed, with commas. None for the first settings, which are all new.
std::string changed_paths(const std::string& before, const domain::site_settings& after)
{
    if (before.empty()) {
        return "";
    }
    constexpr std::string_view more = ", …";
    const auto changes = base::changes_between(base::parse_json(before).value(),
                                               base::parse_json(base::to_json(after)).value());
    std::string paths;
    for (const auto& change : changes) {
        const auto next = (paths.empty() ? "" : ", ") + change.path;
        if (paths.size() + next.size() + more.size() > audit_detail_max) {
            return paths.append(more);
        }
        paths += next;
    }
    return paths;
}

std::optional<deed> deed_of(const domain::site_configured& body, const state_before& before)
{
    return deed{"settings_changed", "settings", changed_paths(before.settings, body.settings)};
}

std::optional<deed> deed_of(const domain::intake_suspended& body, const state_before&)
{
    return deed{"intake_suspended", body.service.value_or("site"), body.reason};
}

std::optional<deed> deed_of(const domain::intake_resumed& body, const state_before&)
{
    return deed{"intake_resumed", body.service.value_or("site"), ""};
}

std::string and_counter(std::string detail, const std::optional<domain::counter_code>& counter)
{
    return counter ? detail + (detail.empty() ? "" : ", ") + "counter " + *counter : detail;
}

std::optional<deed> deed_of(const domain::staff_added& body, const state_before&)
{
    return deed{"staff_added", body.login, and_counter(domain::name_of(body.role), body.counter)};
}

std::optional<deed> deed_of(const domain::staff_changed& body, const state_before&)
{
    return deed{body.disabled ? "staff_disabled" : "staff_changed", body.login,
                and_counter(domain::name_of(body.role), body.counter)};
}

std::optional<deed> deed_of(const domain::password_set& body, const state_before&)
{
    return deed{body.one_time ? "password_reset" : "password_changed", body.login, ""};
}

std::optional<deed> deed_of(const domain::staff_signed_in& body, const state_before&)
{
    return deed{"signed_in", body.login, and_counter("", body.counter)};
}

std::optional<deed> deed_of(const domain::staff_signed_out& body, const state_before&)
{
    return deed{"signed_out", body.login, domain::name_of(body.reason)};
}

std::optional<deed> deed_of(const domain::device_added& body, const state_before&)
{
    const auto what = and_counter(domain::name_of(body.as), body.counter);
    return deed{body.replaces ? "device_replaced" : "device_added", body.device,
                body.replaces ? what + ", replaces " + *body.replaces : what};
}

std::optional<deed> deed_of(const domain::device_token_taken& body, const state_before&)
{
    return deed{"device_connected", body.device, ""};
}

std::optional<deed> deed_of(const domain::device_revoked& body, const state_before&)
{
    return deed{"device_revoked", body.device, ""};
}

std::optional<deed> deed_of(const domain::person_shown& body, const state_before&)
{
    return deed{"person_shown", "appointment " + std::to_string(static_cast<std::int64_t>(body.appointment)),
                ""};
}

std::optional<deed> deed_of(const domain::persons_erased& body, const state_before&)
{
    return deed{"persons_erased", base::format_day({body.day}),
                std::to_string(body.appointments.size()) + " appointments"};
}

std::optional<deed> deed_of(const domain::slots_closed& body, const state_before&)
{
    auto target = body.service   ? "service " + *body.service
                  : body.counter ? "counter " + *body.counter
                                 : std::string("site");
    return deed{"slots_closed", std::move(target), body.reason};
}

// What an officer does at their own counter is a ticket's matter.

std::optional<deed> deed_of(const domain::ticket_released& body, const state_before& before)
{
    const auto ticket = std::to_string(static_cast<std::int64_t>(body.ticket));
    return before.by_manager ? std::optional<deed>{{"ticket_released", "ticket " + ticket, ""}}
                             : std::nullopt;
}

std::optional<deed> deed_of(const domain::counter_paused& body, const state_before& before)
{
    return before.by_manager
               ? std::optional<deed>{{"counter_paused", "counter " + body.counter, body.reason.value_or("")}}
               : std::nullopt;
}

std::optional<deed> deed_of(const domain::counter_closed& body, const state_before& before)
{
    return before.by_manager ? std::optional<deed>{{"counter_closed", "counter " + body.counter, ""}}
                             : std::nullopt;
}

/// Every other event.
template <class Body>
std::optional<deed> deed_of(const Body&, const state_before&)
{
    return std::nullopt;
}

} // namespace

std::optional<audit_row> audit_of(const domain::event& happened, const state_before& before)
{
    auto done = std::visit([&](const auto& body) { return deed_of(body, before); }, happened.body);
    if (!done) {
        return std::nullopt;
    }
    return audit_row{.seq = happened.seq,
                     .at = happened.at,
                     .actor = happened.actor,
                     .action = std::string(done->action),
                     .target = std::move(done->target),
                     .detail = std::move(done->detail)};
}

} // namespace motcua::journal
