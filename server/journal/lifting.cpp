#include "server/journal/lifting.hpp"

#include "server/domain/events.hpp"
#include "server/journal/lifted_settings.hpp"

#include <algorithm>
#include <array>

namespace motcua::journal {

void leave_unchanged(boost::json::object&) {}

namespace {

/// Version 1 promised one figure, whatever counters were open.
void lift_promise(boost::json::object& body)
{
    const auto* wait = body.if_contains("expected_wait");
    if (wait == nullptr) {
        return;
    }
    body["promise"] = boost::json::object{{"state", "open"}, {"from", nullptr},     {"expected", *wait},
                                          {"to", nullptr},   {"opens_at", nullptr}, {"doubtful", false}};
    body.erase("expected_wait");
}

/// Up to version 2 every ticket was ready when it came.
void lift_ready(boost::json::object& body)
{
    if (const auto* issued_at = body.if_contains("issued_at")) {
        body["ready"] = *issued_at;
    }
    body["appointment"] = nullptr;
    body["late"] = false;
}

} // namespace

std::span<const lift> past_versions()
{
    static constexpr std::array lifts{lift{domain::ticket_no_show::kind, 1, leave_unchanged},
                                      lift{domain::ticket_cancelled::kind, 1, leave_unchanged},
                                      lift{domain::ticket_held::kind, 1, leave_unchanged},
                                      lift{domain::counter_paused::kind, 1, leave_unchanged},
                                      lift{domain::site_configured::kind, 1, lift_settings_from_1},
                                      lift{domain::site_configured::kind, 2, lift_settings_from_2},
                                      lift{domain::ticket_issued::kind, 1, lift_promise},
                                      lift{domain::ticket_issued::kind, 2, lift_ready}};
    return lifts;
}

base::parsed<boost::json::value> lifted(std::string_view kind, int from, int to, std::string_view body,
                                        std::span<const lift> lifts)
{
    auto value = base::parse_json(body);
    if (!value) {
        return value;
    }
    auto* object = value->if_object();
    if (object == nullptr) {
        return base::field_error{base::field_fault::wrong_type, "", "There must be an object."};
    }
    for (; from < to; ++from) {
        const auto step = std::ranges::find_if(
            lifts, [&](const lift& one) { return one.kind == kind && one.from == from; });
        if (step == lifts.end()) {
            return base::field_error{base::field_fault::not_allowed, "version",
                                     "no step leads on from version " + std::to_string(from) + " of " +
                                         std::string(kind)};
        }
        step->change(*object);
    }
    return value;
}

} // namespace motcua::journal
