#pragma once
// A site that lives made-up days, and journals filled with them: for tests and measurements that need many
// events such as a real site leaves.

#include "server/domain/commands.hpp"
#include "server/journal/journal.hpp"

#include <array>
#include <cstring>
#include <random>

namespace motcua::testing {

/// 128 bits that follow from `number`.
inline std::array<std::uint8_t, 16> made_up_bits(std::int64_t number)
{
    std::array<std::uint8_t, 16> bits{};
    std::memcpy(bits.data(), &number, sizeof(number));
    return bits;
}

/// Citizens come, counters call, serve, hold and transfer; some do not show and come back, and officers leave
/// notes. About 600 tickets and 2,600 events a day. The same seed gives the same days.
class made_up_site
{
public:
    explicit made_up_site(unsigned seed);

    /// Adds to `batch` what one command brings: events, their rows, and the answer to a change with a key.
    /// A command that is refused, or changes nothing, brings nothing.
    void step(journal::batch& batch);

    /// The same for what an administrator or an officer does with accounts, sessions and devices: each brings
    /// or takes away the row of a credential.
    void administer(journal::batch& batch);

    /// The same for what people do with appointments: hold, book, move, cancel, check in or stay away; and
    /// for ratings. Bookings bring the row of a person, some ratings that of a remark.
    void book(journal::batch& batch);

    /// The clock is set by `by`, ahead or back.
    void set_clock(journal::batch& batch, std::chrono::seconds by);

    const domain::site_state& state() const { return state_; }
    domain::instant now() const { return now_; }

private:
    void ask(journal::batch& batch, const domain::command& wanted, const std::string& actor, bool keyed);
    /// As `ask`; a new credential is kept under `ref`.
    void ask_with_credential(journal::batch& batch, const domain::command& wanted, const std::string& ref);
    void take_over(journal::batch& batch, domain::event_body body, const std::string& actor,
                   const std::optional<domain::request_key>& key);
    void book_somebody(journal::batch& batch);
    void change_booking(journal::batch& batch);
    void rate(journal::batch& batch);
    void open_counters(journal::batch& batch);
    void manage(journal::batch& batch);
    void issue(journal::batch& batch);
    /// What a kiosk printed from one of its blocks, perhaps of a day that is over.
    void bring_slip(journal::batch& batch);
    void work_at(journal::batch& batch, const domain::counter& at);
    void leave_note(journal::batch& batch, domain::ticket_id ticket, const std::string& actor);
    void go_on_with(journal::batch& batch, const domain::ticket& any);
    int pick(int least, int most);

    std::mt19937 random_;
    domain::instant now_;
    domain::site_state state_;
};

/// Appends made-up days to `store`, which is empty, until it holds `events` or a few more. Gives the state
/// after the last. Throws where the store fails.
domain::site_state fill_journal(journal::journal& store, std::int64_t events, unsigned seed = 1);

/// Saves `state` as the snapshot from which `store` starts.
void save_snapshot(journal::journal& store, const domain::site_state& state);

} // namespace motcua::testing
