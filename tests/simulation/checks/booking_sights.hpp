#pragma once
// What an answer says of appointments and of the ticket of a track, and whether the model agrees. Views point
// into the text.

#include "tests/simulation/checks/calling_model.hpp"
#include "tests/simulation/checks/json_scan.hpp"

#include <string_view>

namespace motcua::simulation {

/// An appointment as an answer shows it.
struct appointment_sight
{
    std::string_view code;
    std::string_view service;
    std::string_view start;
    std::string_view state;
    std::string_view number; ///< of the ticket that it became; empty: none, or not shown
};

/// The ticket of a track as its holder sees it.
struct tracked_sight
{
    std::string_view track; ///< of the request
    std::string_view number;
    std::string_view service;
    std::string_view state;
};

struct appointment_in_state
{
    std::string_view code;
    std::string_view state;
};

struct tracked_in_state
{
    std::string_view track;
    std::string_view state;
};

/// No place is free for the visit of one slot that begins then.
struct slot_is_full
{
    std::string_view service;
    domain::instant start;
    bool by_officer{};
};

/// No open appointment lies in the way of a closure.
struct closure_is_applied
{
    domain::closure_id closure{};
};

std::string_view objection(const appointment_sight& seen, const calling_model& model);
std::string_view objection(const tracked_sight& seen, const calling_model& model);
std::string_view objection(const appointment_in_state& seen, const calling_model& model);
std::string_view objection(const tracked_in_state& seen, const calling_model& model);
std::string_view objection(const slot_is_full& seen, const calling_model& model);
std::string_view objection(const closure_is_applied& seen, const calling_model& model);

appointment_sight read_appointment(json_scan& scan);
/// `track` is that of the request.
tracked_sight read_tracked(json_scan& scan, std::string_view track);

} // namespace motcua::simulation
