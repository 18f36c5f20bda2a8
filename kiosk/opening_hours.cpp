#include "kiosk/opening_hours.hpp"

namespace motcua::kiosk {

std::optional<closed_span> break_across(const opening_hours& hours, std::chrono::local_seconds from,
                                        std::chrono::local_seconds to)
{
    for (std::size_t next = 1; next < hours.spans.size(); ++next) {
        const closed_span between{hours.day + hours.spans[next - 1].to, hours.day + hours.spans[next].from};
        if (between.from < between.to && from < between.from && to >= between.to) {
            return between;
        }
    }
    return std::nullopt;
}

} // namespace motcua::kiosk
