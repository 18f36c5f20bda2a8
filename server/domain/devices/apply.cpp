#include "base/require.hpp"
#include "server/domain/devices/devices.hpp"
#include "server/domain/events.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

const device* device_list::find(const std::string& name) const
{
    const auto found = std::ranges::find(all_, name, &device::name);
    return found == all_.end() ? nullptr : &*found;
}

void device_list::on(const device_added& body, const event& happened)
{
    if (body.replaces) {
        on(device_revoked{*body.replaces});
    }
    require(find(body.device) == nullptr, "two devices never have one name");
    all_.push_back({.name = body.device,
                    .as = body.as,
                    .counter = body.counter,
                    .acts_alone = body.acts_alone,
                    .has_token = body.has_token,
                    .added = happened.seq});
}

void device_list::on(const device_token_taken& body)
{
    const auto found = std::ranges::find(all_, body.device, &device::name);
    require(found != all_.end() && !found->has_token, "a device takes its token once");
    found->has_token = true;
}

void device_list::on(const device_revoked& body)
{
    const auto gone = std::erase_if(all_, [&](const device& each) { return each.name == body.device; });
    require(gone == 1, "a device that is revoked was there");
}

} // namespace motcua::domain
