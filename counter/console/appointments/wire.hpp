#pragma once
// Translates between the messages of the interface and the words of the appointments' view.

#include "client/answer.hpp"
#include "counter/console/appointments/types.hpp"

namespace motcua::counter::console::appointments {

appointment appointment_of(const protocol::appointment& seen);
std::vector<free_time> free_times_of(const protocol::slot_list& list);
held_place place_of(const protocol::slot_hold& seen);

/// Why `got` is not what `wanted` wants, with the times and the number that the server named.
deed_refused refusal_of(const deed& wanted, const client::problem& wrong,
                        const client::result<client::http_response>& got);

/// The path below `/api/v1` of the list of `day`; `cursor`: where the page before ended, empty for the first.
std::string list_path(const std::string& site, std::chrono::local_days day, const std::string& cursor);
std::string times_path(const std::string& site, const ask_times& wanted);
std::string deed_path(const std::string& site, const deed& wanted);
/// Of a POST.
std::string deed_body(const deed& wanted);

} // namespace motcua::counter::console::appointments
