#include "server/journal/person_rows.hpp"

namespace motcua::journal {

std::string person_ref(domain::appointment_id id)
{
    return "person:" + std::to_string(static_cast<std::int64_t>(id));
}

erasable_row person_row(domain::appointment_id id, std::vector<std::uint8_t> sealed)
{
    return {.ref = person_ref(id), .kind = "person", .seq = {}, .body = std::move(sealed)};
}

std::string remark_ref(domain::ticket_id visit)
{
    return "remark:" + std::to_string(static_cast<std::int64_t>(visit));
}

erasable_row remark_row(domain::ticket_id visit, std::vector<std::uint8_t> sealed)
{
    return {.ref = remark_ref(visit), .kind = "remark", .seq = {}, .body = std::move(sealed)};
}

std::string note_ref(domain::ticket_id ticket)
{
    return "note:" + std::to_string(static_cast<std::int64_t>(ticket));
}

erasable_row note_row(domain::ticket_id ticket, std::vector<std::uint8_t> sealed)
{
    return {.ref = note_ref(ticket), .kind = "note", .seq = {}, .body = std::move(sealed)};
}

void erase_persons(const domain::event& happened, std::vector<erasable_change>& changes)
{
    if (const auto* persons = std::get_if<domain::persons_erased>(&happened.body)) {
        for (const auto id : persons->appointments) {
            changes.emplace_back(erasure{person_ref(id)});
        }
    } else if (const auto* remarks = std::get_if<domain::remarks_erased>(&happened.body)) {
        for (const auto visit : remarks->visits) {
            changes.emplace_back(erasure{remark_ref(visit)});
        }
    } else if (const auto* rated = std::get_if<domain::visit_rated>(&happened.body)) {
        if (!rated->has_remark) {
            changes.emplace_back(erasure{remark_ref(rated->visit)});
        }
    } else if (const auto* noted = std::get_if<domain::ticket_note_set>(&happened.body)) {
        if (!noted->has_note) {
            changes.emplace_back(erasure{note_ref(noted->ticket)});
        }
    } else if (const auto* notes = std::get_if<domain::notes_erased>(&happened.body)) {
        for (const auto ticket : notes->tickets) {
            changes.emplace_back(erasure{note_ref(ticket)});
        }
    }
}

} // namespace motcua::journal
