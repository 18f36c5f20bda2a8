#include "kiosk/types.hpp"

#include <algorithm>

namespace motcua::kiosk {

const std::string& name_in(const names& all, std::string_view language)
{
    static const std::string none;
    auto found = all.find(language);
    if (found == all.end()) {
        found = all.find("vi");
    }
    return found == all.end() ? none : found->second;
}

refusal refusal_of(std::string_view code)
{
    if (code == "day_not_open" || code == "closed" || code == "too_late_today") {
        return refusal::closed;
    }
    if (code == "suspended") {
        return refusal::suspended;
    }
    if (code == "no_numbers_left" || code == "quota_used") {
        return refusal::full;
    }
    if (code == "unknown_service") {
        return refusal::unknown;
    }
    return refusal::other;
}

const service* find_service(const std::vector<service>& services, std::string_view code)
{
    const auto found = std::ranges::find(services, code, &service::code);
    return found == services.end() ? nullptr : &*found;
}

} // namespace motcua::kiosk
