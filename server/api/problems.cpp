#include "server/api/problems.hpp"

#include "base/json.hpp"
#include "base/timestamp.hpp"

namespace motcua::api {

namespace {

struct status_text
{
    unsigned status;
    std::string_view detail;
};

status_text text_of(const domain::refusal& refused)
{
    using enum domain::refusal_code;
    // What the path names is missing; what the body names is wrong.
    const unsigned gone = refused.field.empty() ? 404 : 422;
    switch (refused.code) {
    case day_not_open:
        return {409, "The business day is not open."};
    case unknown_service:
        return {gone, "The site has no such service."};
    case unknown_counter:
        return {gone, "The site has no such counter."};
    case unknown_ticket:
        return {gone, "The site has no such ticket today."};
    case unknown_block:
        return {gone, "There is no such block of numbers."};
    case service_not_at_counter:
        return {422, "The counter does not serve this service."};
    case no_services:
        return {422, "Name at least one service, or leave the field out for all services of the counter."};
    case repeated_service:
        return {422, "A service is named twice."};
    case service_or_counter:
        return {422, "The request must have either service or counter, not both."};
    case number_not_in_block:
        return {422, "The number is not in the block."};
    case number_taken:
        return {409, "The number is already taken."};
    case no_numbers_left:
        return {409, "Every number of the service is in use."};
    case out_of_range:
        return {422, "The value is outside the allowed range."};
    case track_taken:
        return {409, "The track id belongs to another ticket."};
    case wrong_state:
        return {409, "This cannot be done in this state: "};
    case counter_closed:
        return {409, "The counter is not open."};
    case busy:
        return {409, "The counter already has a ticket that is called or being served."};
    case not_your_ticket:
        return {403, "The ticket belongs to another counter."};
    case not_your_block:
        return {403, "The block of numbers was leased to another kiosk."};
    case not_an_outcome:
        return {422, "The outcome must be one of served, documents_missing, wrong_service, left."};
    case invalid_settings:
        return {422, "The setting is not valid: "};
    case changed_meanwhile:
        return {412, "Someone else changed the settings meanwhile. Read them again."};
    case in_use:
        return {409, "This is still in use: "};
    case closed:
        return {409, "The service is closed now."};
    case suspended:
        return {409, "The service issues no tickets for the time being."};
    case quota_used:
        return {409, "The service has issued all its tickets of today."};
    case too_late_today:
        return {409, "It is too late for another ticket of this service today."};
    case name_taken:
        return {409, "This name is taken."};
    case unknown_staff:
        return {gone, "The site has no such account."};
    case unknown_session:
        return {401, "The session has ended."};
    case last_administrator:
        return {409, "Without this account nobody could administer the site."};
    case counter_taken:
        return {409, "Another officer sits at this counter: "};
    case unknown_device:
        return {gone, "The site has no such device."};
    case missing:
        return {422, "This field is required."};
    case not_a_slot:
        return {422, "This time cannot be booked: "};
    case slot_full:
        return {409, "This time is full."};
    case hold_expired:
        return {409, "The place is no longer held."};
    case too_many_bookings:
        return {409, "This phone number has as many appointments on that day as one may have."};
    case unknown_appointment:
        return {404, "There is no such appointment."};
    case unknown_closure:
        return {404, "There is no such closure."};
    case too_early:
        return {409, "It is too early to check in."};
    case wrong_day:
        return {409, "The appointment is on another day."};
    case too_late:
        return {409, "It is too late for this."};
    case postponed_enough:
        return {409, "The ticket was postponed as often, or for as long, as it can be."};
    case not_served:
        return {409, "The visit was not served."};
    case already_rated:
        return {409, "The visit is already rated."};
    case already_checked_in:
        return {409, "This appointment is already checked in."};
    }
    return {409, "This cannot be done now."};
}

bool is_of_intake(domain::refusal_code code)
{
    using enum domain::refusal_code;
    return code == closed || code == suspended || code == quota_used || code == too_late_today;
}

std::string time_json(const std::optional<domain::instant>& at, std::chrono::minutes offset)
{
    return at ? base::to_json(base::timestamp{std::chrono::floor<std::chrono::seconds>(*at), offset})
              : "null";
}

/// Adds what a citizen is told: another time, the time of the appointment, or its number.
http::response with_times(http::response answer, const domain::refusal& refused, std::chrono::minutes offset)
{
    std::string more;
    if (refused.first_free_slot) {
        more += ",\"first_free_slot\":" + time_json(refused.first_free_slot, offset);
    }
    if (refused.start) {
        more += ",\"start\":" + time_json(refused.start, offset);
    }
    if (refused.opens_at && !is_of_intake(refused.code)) {
        more += ",\"opens_at\":" + time_json(refused.opens_at, offset);
    }
    if (!refused.number.empty()) {
        more += ",\"number\":" + http::json_quoted(refused.number);
    }
    answer.body.insert(answer.body.size() - 1, more);
    return answer;
}

/// Adds to `answer` when tickets are issued again, and why not now.
http::response not_issued(http::response answer, const domain::refusal& refused, std::chrono::minutes offset)
{
    const auto time = [offset](const std::optional<domain::instant>& at) { return time_json(at, offset); };
    auto more = ",\"opens_at\":" + time(refused.opens_at);
    if (refused.code == domain::refusal_code::suspended) {
        more += ",\"reason\":" + base::to_json(refused.why) + ",\"until\":" + time(refused.until);
    }
    answer.body.insert(answer.body.size() - 1, more);
    return answer;
}

http::response too_many(std::string_view detail, std::chrono::seconds wait)
{
    auto answer = http::problem(429, "too_many_requests", detail);
    answer.set_header("Retry-After", std::to_string(wait.count()));
    return answer;
}

} // namespace

http::response problem_of(const base::field_error& wrong)
{
    if (wrong.fault == base::field_fault::malformed) {
        return http::problem(400, "malformed_json", wrong.detail);
    }
    return http::problem(422, boost::describe::enum_to_string(wrong.fault, ""), wrong.detail, wrong.field);
}

http::response problem_of(const domain::refusal& refused, std::chrono::minutes offset)
{
    const auto [status, detail] = text_of(refused);
    const auto code = domain::name_of(refused.code);
    if (is_of_intake(refused.code)) {
        return with_times(not_issued(http::problem(status, code, detail, refused.field), refused, offset),
                          refused, offset);
    }
    if (!refused.why.empty()) {
        auto answer = http::problem(status, code, std::string(detail) + refused.why + ".", refused.field);
        if (!refused.held_by.empty()) {
            const auto* what = refused.field == "appointments" ? ",\"appointments\":" : ",\"tickets\":";
            answer.body.insert(answer.body.size() - 1, what + base::to_json(refused.held_by));
        }
        if (refused.code == domain::refusal_code::counter_taken) {
            answer.body.insert(answer.body.size() - 1, ",\"staff\":" + http::json_quoted(refused.why));
        }
        return answer;
    }
    if (refused.code != domain::refusal_code::wrong_state) {
        return with_times(http::problem(status, code, detail, refused.field), refused, offset);
    }
    auto answer = http::problem(status, code, std::string(detail) + refused.state + ".");
    answer.body.insert(answer.body.size() - 1, ",\"state\":" + http::json_quoted(refused.state));
    return answer;
}

http::response unknown_thing(std::string_view what)
{
    return http::problem(404, "not_found", "There is no such " + std::string(what) + ".");
}

http::response wrong_cursor()
{
    return http::problem(422, "not_allowed", "The cursor must be the next_cursor of an earlier page.",
                         "cursor");
}

http::response precondition_required()
{
    return http::problem(428, "precondition_required",
                         "Send the ETag of what you read in the header If-Match.", "If-Match");
}

http::response no_credential()
{
    auto answer = http::problem(401, "unauthorized", "A valid bearer token is required.");
    answer.set_header("WWW-Authenticate", "Bearer");
    return answer;
}

http::response wrong_role() { return http::problem(403, "forbidden", "This credential may not do this."); }

http::response cross_site()
{
    return http::problem(
        403, "forbidden_origin",
        "A request with the cookie needs the header X-Motcua: 1, from a page of this server.");
}

http::response sign_in_required()
{
    return http::problem(403, "sign_in_required", "An officer has to sign in at this counter first.");
}

http::response password_change_required()
{
    return http::problem(403, "password_change_required",
                         "Change the password first: it was given for one time.");
}

http::response unavailable()
{
    auto answer =
        http::problem(503, "unavailable", "The store accepts no changes now. Try again with the same key.");
    answer.set_header("Retry-After", "1");
    return answer;
}

http::response too_many_requests(std::chrono::seconds wait)
{
    return too_many("Too many requests. Try again later.", wait);
}

http::response too_many_sign_ins(std::chrono::seconds wait)
{
    return too_many("Too many attempts to sign in. Try again later.", wait);
}

} // namespace motcua::api
