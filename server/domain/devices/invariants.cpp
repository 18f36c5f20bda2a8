#include "server/domain/devices/invariants.hpp"

#include <set>

namespace motcua::domain {

void check_devices(findings& found, const site_state& state)
{
    std::set<std::string> names;
    std::set<std::int64_t> added;
    for (const auto& device : state.devices().all()) {
        const auto subject = "device " + device.name;
        found.must(names.insert(device.name).second, subject, "is there twice");
        found.must(device.added > 0 && device.added <= state.seq() && added.insert(device.added).second,
                   subject, "was not added by an event of its own");
    }
}

std::string why_not(const site_state& state, const device_added& body)
{
    if (body.replaces && state.devices().find(*body.replaces) == nullptr) {
        return "replaces a device that the site does not have";
    }
    return state.devices().find(body.device) == nullptr || body.replaces == body.device
               ? ""
               : "adds a device whose name is taken";
}

std::string why_not(const site_state& state, const device_token_taken& body)
{
    const auto* known = state.devices().find(body.device);
    return known != nullptr && !known->has_token ? "" : "gives a token to a device that takes none";
}

std::string why_not(const site_state& state, const device_revoked& body)
{
    return state.devices().find(body.device) != nullptr ? "" : "revokes a device that the site does not have";
}

} // namespace motcua::domain
