#include "server/api/office.hpp"

#include "server/journal/credential_rows.hpp"

namespace motcua::api {

const domain::site_state* state_of(const office& office, std::string_view site)
{
    const auto found = office.sites.find(site);
    const bool is_known = found != office.sites.end() && found->second.machine.readable();
    return is_known ? &found->second.machine.state() : nullptr;
}

void end_expired_sessions(office& office, access::steady_time now)
{
    for (const auto& holder : office.credentials.expired(now)) {
        auto& machine = office.sites.find(holder->site)->second.machine;
        if (!machine.available()) {
            continue;
        }
        machine.change(
            domain::sign_out{.session = *holder->session, .reason = domain::sign_out_reason::expired},
            {.actor = "site", .counter = {}, .staff = {}, .key = {}},
            [](const auto&, const auto&) {
                return runtime::reply{runtime::answer_kind::nothing, {}};
            },
            // Refused is one that has ended meanwhile.
            [](const auto&) {});
    }
}

journal::result<void> load_credentials(office& office, const std::string& site)
{
    auto& machine = office.sites.at(site).machine;
    const auto& state = machine.state();
    for (const auto& device : state.devices().all()) {
        const auto row = machine.find_erasable(journal::device_ref(device.name));
        if (!row) {
            return row.error();
        }
        if (!*row) {
            continue; // Erased by hand: the device has to be allowed again.
        }
        const auto hash = journal::hash_in(**row);
        if (device.has_token) {
            office.credentials.add_device(site, device, hash);
        } else {
            office.enrolments.allow(hash, {.site = site, .device = device.name, .added = device.added});
        }
    }
    const auto now = machine.now();
    for (const auto& session : state.staff().sessions()) {
        const auto row = machine.find_erasable(journal::session_ref(session.id));
        if (!row) {
            return row.error();
        }
        const auto* member = state.staff().find(session.login);
        if (*row && member != nullptr) {
            office.credentials.add_session(site, session, member->role, journal::hash_in(**row),
                                           office.steady_now(),
                                           std::chrono::floor<std::chrono::seconds>(now - session.began));
        }
    }
    return {};
}

} // namespace motcua::api
