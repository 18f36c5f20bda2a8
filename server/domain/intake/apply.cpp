#include "server/domain/intake/suspensions.hpp"

#include <algorithm>

namespace motcua::domain {

const suspension* suspension_list::find(const std::optional<service_code>& service, instant now) const
{
    const auto found = std::ranges::find(all_, service, &suspension::service);
    const bool counts = found != all_.end() && (!found->until || now < *found->until);
    return counts ? &*found : nullptr;
}

void suspension_list::on(const site_configured& body)
{
    std::erase_if(all_, [&](const suspension& one) {
        return one.service && find_service(body.settings, *one.service) == nullptr;
    });
}

void suspension_list::on(const intake_suspended& body)
{
    on(intake_resumed{body.service});
    all_.push_back({.service = body.service, .reason = body.reason, .until = body.until});
}

void suspension_list::on(const intake_resumed& body)
{
    std::erase_if(all_, [&](const suspension& one) { return one.service == body.service; });
}

} // namespace motcua::domain
