#pragma once
// A site that does everything right, for the checks to find nothing in: the real domain and the real words
// of the interface, without network, store or threads. The caller says when what is asked, served and
// heard.

#include "server/api/views.hpp"
#include "server/domain/decide.hpp"
#include "server/journal/rows.hpp"
#include "tests/simulation/checks/ledger.hpp"
#include "tests/simulation/checks/request_view.hpp"

#include <deque>
#include <map>

namespace motcua::simulation {

class honest_site
{
public:
    static constexpr const char* code = "hall";

    explicit honest_site(const domain::site_settings& settings);

    /// Time goes on, for the server's clock too.
    void pass(moment by) { now_ += by; }
    moment now() const { return now_; }

    /// The server's clock is set by `by`.
    void set_clock(std::chrono::seconds by);

    /// The server does what is asked and stores it. Nobody has heard of it yet.
    answered serve(const request& wanted);

    /// Asks, serves and hears in one; the number of its entry in the ledger.
    std::size_t send(request wanted);

    /// A feed begins with a snapshot, which is to be heard as all that follows. `is_staff`: sees more.
    std::size_t follow(const std::string& client, bool is_staff);
    /// The connection was lost and a new one begins with a snapshot.
    void follow_again(std::size_t feed);
    /// The client hears the next message; false when there is none.
    bool hear(std::size_t feed);
    void hear_all();

    const domain::site_state& state() const { return state_; }

    ledger seen;
    std::vector<domain::event> events;
    std::vector<journal::row_change> rows;

private:
    struct remembered
    {
        domain::request_key key;
        answered first;
    };
    struct follower
    {
        bool is_staff = false;
        std::deque<ledger::delivered> coming;
    };

    domain::instant clock() const;
    answered change(const request& wanted, const request_view& read);
    answered read(const request_view& wanted) const;
    void take_over(std::vector<domain::event_body> decided, const std::string& actor,
                   const std::optional<domain::request_key>& key);
    void tell(const domain::event& happened);
    std::string answer_text(const request_view& wanted) const;

    moment now_{1'000'000};
    domain::instant opened_;
    domain::site_state state_;
    std::map<std::array<std::uint8_t, 16>, remembered> answers_;
    std::vector<follower> followers_;
    std::int64_t last_sent_ = 0;
};

/// A request that changes something, by `actor` and for its counter if it has one.
request post(std::string actor, std::string target, std::string body, std::string key);
request get(std::string actor, std::string target);

/// "/api/v1/sites/hall/board" for "board".
std::string of_site(const std::string& rest);
/// "/api/v1/tickets/hall-1/start".
std::string of_ticket(std::int64_t ticket, const std::string& action);

} // namespace motcua::simulation
