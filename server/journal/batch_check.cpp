#include "server/journal/batch_check.hpp"

#include "base/overloaded.hpp"
#include "base/require.hpp"

namespace motcua::journal {

namespace {

void require_row(const visit_row& row)
{
    base::require(static_cast<std::int64_t>(row.ticket) > 0, "a visit's row belongs to a ticket");
    base::require(domain::is_finished(row.state), "only a visit that has ended has a row");
}

void require_row(const visit_reopened& row)
{
    base::require(static_cast<std::int64_t>(row.ticket) > 0, "only a ticket's visit goes on again");
}

void require_row(const leg_row& row)
{
    base::require(static_cast<std::int64_t>(row.ticket) > 0, "a leg's row belongs to a ticket");
    base::require(row.n > 0, "legs are counted from 1");
}

void require_row(const settings_row& row)
{
    base::require(row.version > 0 && row.seq > 0,
                  "settings are set by an event, and their versions count from 1");
}

void require_row(const appointment_row& row)
{
    base::require(static_cast<std::int64_t>(row.appointment) > 0 && !row.code.empty(),
                  "an appointment's row belongs to an appointment");
    base::require(row.start < row.end, "an appointment takes time");
}

void require_row(const rating_row& row)
{
    base::require(static_cast<std::int64_t>(row.ticket) > 0, "a rating's row belongs to a ticket");
}

void require_row(const audit_row& row)
{
    base::require(row.seq > 0 && !row.action.empty(), "the audit says what an event did");
}

void require_answers(const batch& made, std::int64_t first, std::int64_t last)
{
    auto before = first - 1;
    for (const auto& given : made.answers) {
        base::require(given.seq > before, "a change has one answer, and answers stand in its order");
        base::require(given.seq <= last, "an answer is to an event of its batch");
        before = given.seq;
    }
    for (const auto& given : made.offline_answers) {
        base::require(!given.number.kiosk.empty(), "an offline answer is to a kiosk");
    }
}

void require_erasable(const batch& made, std::int64_t first, std::int64_t last)
{
    for (const auto& change : made.erasable) {
        std::visit(base::overloaded{[&](const erasable_row& row) {
                                        base::require(!row.ref.empty(), "an event refers to an erasable row");
                                        base::require(row.seq >= first && row.seq <= last,
                                                      "an erasable row comes with its event");
                                    },
                                    [](const erasure& wanted) {
                                        base::require(!wanted.ref.empty(), "an erasure names its row");
                                    }},
                   change);
    }
}

} // namespace

result<std::int64_t> end_of_batch(const batch& made, std::int64_t last_seq)
{
    base::require(!made.empty(), "a batch has an event on which the rest depends");
    auto seq = last_seq;
    for (const auto& happened : made.events) {
        if (happened.seq != seq + 1) {
            return journal_error{fault::out_of_order, "event " + std::to_string(happened.seq) +
                                                          " after event " + std::to_string(seq)};
        }
        seq = happened.seq;
    }
    for (const auto& change : made.rows) {
        std::visit([](const auto& row) { require_row(row); }, change);
    }
    require_answers(made, last_seq + 1, seq);
    require_erasable(made, last_seq + 1, seq);
    return seq;
}

} // namespace motcua::journal
