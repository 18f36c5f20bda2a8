#pragma once
// An officer sits down at a counter: name, password, counter, services. A pure state machine without window,
// network, file or clock. A password lives here while it is typed and checked, and nowhere longer.

#include "client/office_clock.hpp"
#include "counter/console/model.hpp"
#include "enrolment/memory.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::sign_in {

using console::moment;
using officer = enrolment::known_officer;

// What the server reports; the rest are the console's.
using console::board_arrived;
using console::connection_changed;
using console::device_refused;
using console::device_revoked;
using console::services_arrived;

/// The device is known; `counter` is its own, or empty.
struct device_known
{
    std::string counter;
    std::string office;
    std::string office_en;
    bool operator==(const device_known&) const = default;
};
/// The officer is in, at this counter, with a token of their own.
struct entered
{
    std::string token;
    std::string name;
    bool operator==(const entered&) const = default;
};
/// Why the officer is not in.
enum class refusal
{
    wrong,      ///< login or password
    taken,      ///< somebody else sits at the counter
    no_counter, ///< the account does not serve at this counter, or at any
    unanswered  ///< whether they are in is unknown
};
struct refused
{
    sign_in::refusal why{};
    /// With `taken`: the login of who sits there; empty: not known.
    std::string staff;
    bool operator==(const refused&) const = default;
};
/// Too many tries: the next one is taken after this time.
struct must_wait
{
    std::chrono::seconds pause{};
    bool operator==(const must_wait&) const = default;
};
/// The password was for one time.
struct must_change
{
    bool operator==(const must_change&) const = default;
};
/// The new password is not taken; `code` is the server's stable word, or empty without an answer.
struct change_refused
{
    std::string code;
    bool operator==(const change_refused&) const = default;
};

// What the officer does.
struct typed
{
    char32_t letter{};
    bool operator==(const typed&) const = default;
};
struct erased
{
    bool operator==(const erased&) const = default;
};
/// Up or down among the names, or the counters.
struct moved
{
    int by{};
    bool operator==(const moved&) const = default;
};
struct next_field
{
    bool operator==(const next_field&) const = default;
};
enum class field
{
    login,
    password,
    fresh, ///< the new password
    again  ///< and the same once more
};
struct picked_field
{
    sign_in::field field{};
    bool operator==(const picked_field&) const = default;
};
/// One of the known officers, or behind them somebody else.
struct picked_officer
{
    std::size_t index{};
    bool operator==(const picked_officer&) const = default;
};
struct shows_password
{
    bool operator==(const shows_password&) const = default;
};
struct changes_counter
{
    bool operator==(const changes_counter&) const = default;
};
struct picked_counter
{
    std::string code;
    bool operator==(const picked_counter&) const = default;
};
struct ticked_service
{
    std::string code;
    bool operator==(const ticked_service&) const = default;
};
/// To the language with this code.
struct chose_language
{
    std::string code;
    bool operator==(const chose_language&) const = default;
};
struct confirmed
{
    bool operator==(const confirmed&) const = default;
};
struct left
{
    bool operator==(const left&) const = default;
};
struct ticked
{
    bool operator==(const ticked&) const = default;
};

using event =
    std::variant<device_known, device_refused, device_revoked, connection_changed, board_arrived,
                 services_arrived, entered, refused, must_wait, must_change, change_refused, typed, erased,
                 moved, next_field, picked_field, picked_officer, shows_password, changes_counter,
                 picked_counter, ticked_service, chose_language, confirmed, left, ticked>;

/// Signs in and opens the counter.
struct enter
{
    std::string login;
    std::string password;
    std::string counter;
    bool take_over = false;
    /// Empty: all that the counter is set up for.
    std::vector<std::string> services;
    bool operator==(const enter&) const = default;
};
struct change_password
{
    std::string old;
    std::string fresh;
    bool operator==(const change_password&) const = default;
};
using effect = std::variant<enter, change_password>;

/// What lies over the screen.
enum class question
{
    none,
    counter,  ///< which one
    taken,    ///< somebody sits there: in their place?
    password, ///< a new one
};

struct state
{
    /// The code of the screen's language, and of the console's that follows.
    std::string language = "vi";
    std::string office;
    std::string office_en;
    console::contact contact = console::contact::starting;
    bool is_revoked = false;
    std::optional<std::chrono::local_seconds> time;

    std::vector<officer> officers;
    /// Behind the officers: somebody else.
    std::size_t chosen = 0;
    std::string login;
    std::string password;
    bool is_password_shown = false;
    sign_in::field focus = field::password;

    /// The device's own; empty: none.
    std::string own_counter;
    std::string counter;
    std::vector<console::counter_view> counters;
    std::vector<console::service> services;
    /// That will be served; empty: all that the counter is set up for.
    std::vector<std::string> ticked;

    sign_in::question question = question::none;
    /// Who sits at the counter that is taken; empty: not known.
    std::string taken_by;
    /// The counter at which the list of counters stands.
    std::string looked_at;
    std::string fresh;
    std::string again;

    /// An answer is awaited.
    bool is_busy = false;
    /// The key of the text about what went wrong; empty: nothing.
    std::string problem;
    /// Until the next try is taken.
    std::chrono::seconds wait{0};
    /// The key of the text about how the last session ended; empty: none.
    std::string notice;

    std::optional<sign_in::entered> entered;
};

/// Whose name is chosen; null: somebody else's.
const officer* chosen_officer(const state& state);

/// The services to choose from: those of the counter where they are known, else all of the office.
std::vector<const console::service*> offered_services(const state& state);

/// Whether everything is there that signing in needs.
bool can_enter(const state& state);

class model
{
public:
    /// `first`: the language, the officers that this machine knows, and how the last session ended.
    explicit model(sign_in::state first);

    /// Takes one event that happens `now` and returns what it asks of the server, if anything.
    std::optional<effect> handle(const event& input, moment now);

    const sign_in::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    std::optional<effect> on(const device_known& input, moment now);
    std::optional<effect> on(const device_refused& input, moment now);
    std::optional<effect> on(const device_revoked& input, moment now);
    std::optional<effect> on(const connection_changed& input, moment now);
    std::optional<effect> on(const board_arrived& input, moment now);
    std::optional<effect> on(const services_arrived& input, moment now);
    std::optional<effect> on(const entered& input, moment now);
    std::optional<effect> on(const refused& input, moment now);
    std::optional<effect> on(const must_wait& input, moment now);
    std::optional<effect> on(const must_change& input, moment now);
    std::optional<effect> on(const change_refused& input, moment now);
    std::optional<effect> on(const typed& input, moment now);
    std::optional<effect> on(const erased& input, moment now);
    std::optional<effect> on(const moved& input, moment now);
    std::optional<effect> on(const next_field& input, moment now);
    std::optional<effect> on(const picked_field& input, moment now);
    std::optional<effect> on(const picked_officer& input, moment now);
    std::optional<effect> on(const shows_password& input, moment now);
    std::optional<effect> on(const changes_counter& input, moment now);
    std::optional<effect> on(const picked_counter& input, moment now);
    std::optional<effect> on(const ticked_service& input, moment now);
    std::optional<effect> on(const chose_language& input, moment now);
    std::optional<effect> on(const confirmed& input, moment now);
    std::optional<effect> on(const left& input, moment now);
    std::optional<effect> on(const ticked& input, moment now);

    std::string& focused();
    std::optional<effect> try_to_enter(bool take_over);
    std::optional<effect> try_to_change();
    void sit_at(const std::string& counter);
    void forget_passwords();

    sign_in::state state_;
    unsigned revision_ = 0;
    client::office_clock clock_;
    std::optional<moment> next_try_;
    moment last_input_{};
};

} // namespace motcua::counter::sign_in
