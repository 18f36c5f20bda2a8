// What people of a made-up site do with appointments, and what they say of their visits.

#include "server/domain/decide.hpp"
#include "server/journal/person_rows.hpp"
#include "tests/support/made_up_site.hpp"

namespace motcua::testing {

using namespace std::chrono_literals;

void made_up_site::book(journal::batch& batch)
{
    const auto what = pick(0, 9);
    if (what < 5 || state_.appointments().all().empty()) {
        return book_somebody(batch);
    }
    if (what < 8) {
        return change_booking(batch);
    }
    if (what == 8) {
        return ask(batch, domain::tend_appointments{}, "site", false);
    }
    rate(batch);
}

/// One of the next slots, or a hold of it.
void made_up_site::book_somebody(journal::batch& batch)
{
    const auto& appointments = state_.appointments();
    const auto before = appointments.last();
    const auto start = std::chrono::floor<std::chrono::hours>(now_) + 30min * pick(1, 12);
    const std::string service(1, static_cast<char>('A' + pick(0, 3)));
    if (pick(0, 3) == 0) {
        return ask(batch,
                   domain::hold_slot{.hold = made_up_bits(state_.seq() + 1),
                                     .service = service,
                                     .start = start,
                                     .length = {},
                                     .channel = domain::ticket_channel::online},
                   "public", true);
    }
    ask(batch,
        domain::book_appointment{.codes = {"CODE" + std::to_string(before + 1)},
                                 .hold = {},
                                 .service = service,
                                 .procedure = {},
                                 .start = start,
                                 .length = {},
                                 .channel = domain::ticket_channel::online,
                                 .phone = made_up_bits(pick(1, 40)),
                                 .last_digits = made_up_bits(7)},
        "public", true);
    if (appointments.last() > before) {
        auto row = journal::person_row(domain::appointment_id{appointments.last()},
                                       std::vector<std::uint8_t>(40, static_cast<std::uint8_t>(before)));
        row.seq = state_.seq();
        batch.erasable.emplace_back(std::move(row));
    }
}

void made_up_site::change_booking(journal::batch& batch)
{
    const auto& all = state_.appointments().all();
    const auto any = std::next(all.begin(), pick(0, static_cast<int>(all.size()) - 1));
    const auto code = any->second.code;
    const auto start = any->second.start;
    switch (pick(0, 2)) {
    case 0:
        return ask(batch,
                   domain::move_appointment{.code = code,
                                            .start = start + 30min * pick(1, 4),
                                            .phone = {},
                                            .last_digits = {},
                                            .channel = domain::ticket_channel::staff},
                   "staff:lan", true);
    case 1:
        return ask(batch, domain::cancel_appointment{.code = code, .last_digits = {}}, "staff:lan", true);
    default:
        return ask(batch, domain::check_in{.code = code, .track = made_up_bits(state_.last_ticket() + 1)},
                   "kiosk:hall", true);
    }
}

/// One of those who were served today, perhaps a second time.
void made_up_site::rate(journal::batch& batch)
{
    std::vector<const domain::ticket*> served;
    for (const auto& each : state_.tickets()) {
        if (each.state == domain::ticket_state::served) {
            served.push_back(&each);
        }
    }
    if (served.empty()) {
        return;
    }
    const auto& rated = *served[static_cast<std::size_t>(pick(0, static_cast<int>(served.size()) - 1))];
    const auto visit = rated.id;
    const bool has_remark = pick(0, 1) == 0;
    const auto before = state_.seq();
    ask(batch,
        domain::rate_visit{.visit = visit,
                           .day = rated.day,
                           .service = rated.service,
                           .counter = rated.counter,
                           .staff = rated.staff,
                           .served_to = rated.served_to,
                           .score = pick(1, 5),
                           .has_remark = has_remark},
        "public", true);
    if (has_remark && state_.seq() > before) {
        auto row =
            journal::remark_row(visit, std::vector<std::uint8_t>(20, static_cast<std::uint8_t>(before)));
        row.seq = state_.seq();
        batch.erasable.emplace_back(std::move(row));
    }
}

} // namespace motcua::testing
