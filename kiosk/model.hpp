#pragma once
// What the kiosk knows and what it does: a pure state machine without window, network, clock or chance.
// Events come in with the time at which they happened; what must be done outside comes out as effects.

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace motcua::kiosk {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

/// The priority classes that a citizen can choose, by their names on the wire, in the order of the screen.
inline constexpr std::array<std::string_view, 5> priority_classes{"elderly", "disabled", "pregnant", "infant",
                                                                  "merit"};

/// A text in the office's languages by code; Vietnamese is always there.
using names = std::map<std::string, std::string, std::less<>>;

/// The name in `language`, else the Vietnamese one.
const std::string& name_in(const names& n, std::string_view language);

struct service
{
    std::string code;
    names name;
    int waiting = 0;
    std::chrono::seconds expected_wait{0};
    /// An open counter serves it.
    bool is_served = true;
};

struct office
{
    names name;
};

/// What is asked of the server for one citizen.
struct request
{
    std::string key;
    std::string service;
    std::string priority;
    std::string language;

    bool same_wish(const request& o) const
    {
        return service == o.service && priority == o.priority && language == o.language;
    }
    bool operator==(const request&) const = default;
};

struct ticket
{
    std::string number;
    std::string service;
    std::string priority;
    int ahead = 0;
    std::chrono::seconds expected_wait{0};
    std::chrono::local_seconds issued_at{};
};

enum class refusal
{
    closed,     ///< outside working hours
    full,       ///< no more numbers today
    unknown,    ///< the service gives no numbers
    unanswered, ///< no answer came in time
    other
};

/// The refusal that an error `code` of the server means.
refusal refusal_of(std::string_view code);

// Events: what the network, the finger and the time bring.
struct office_known
{
    kiosk::office office;
};
struct board_arrived
{
    std::vector<kiosk::service> services;
    std::chrono::local_seconds time;
};
struct connection_changed
{
    bool connected;
};
struct device_refused
{};
struct tapped_service
{
    std::string code;
};
struct tapped_priority
{};
struct tapped_class
{
    std::string priority;
};
struct tapped_language
{
    std::string language;
};
struct tapped_more
{
    /// Of the services, to turn to; how many there are is the screen's to know.
    std::size_t page;
};
struct tapped_back
{};
struct tapped_done
{};
struct ticket_issued
{
    std::string key;
    kiosk::ticket ticket;
};
struct ticket_refused
{
    std::string key;
    refusal why;
};
struct slip_printed
{
    bool done;
};
struct ticked
{};
using event = std::variant<office_known, board_arrived, connection_changed, device_refused, tapped_service,
                           tapped_priority, tapped_class, tapped_language, tapped_more, tapped_back,
                           tapped_done, ticket_issued, ticket_refused, slip_printed, ticked>;

// Effects: what must be done outside.
struct issue
{
    kiosk::request request;
};
struct print
{
    kiosk::ticket ticket;
};
using effect = std::variant<issue, print>;

// The screens.
struct at_home
{};
struct choosing_class
{};
struct choosing_service
{
    std::string priority;
};
struct sending
{
    kiosk::request request;
    moment since;
};
struct issued
{
    kiosk::ticket ticket;
    moment since;
    bool printed = false;
};
struct refused
{
    refusal why;
    moment since;
};
using screen = std::variant<at_home, choosing_class, choosing_service, sending, issued, refused>;

struct state
{
    kiosk::screen screen;
    kiosk::office office;
    std::vector<service> services;
    std::string language = "vi";
    /// Of the services; one that is gone counts as the first.
    std::size_t page = 0;
    /// Until the contrary is known.
    bool connected = true;
    /// The server does not know this device's token.
    bool unregistered = false;
    /// The office's time now; unknown before the first board.
    std::optional<std::chrono::local_seconds> time;
    /// Whole seconds until the present screen gives way to home by itself.
    std::chrono::seconds home_in{0};
};

class model
{
public:
    /// `key_prefix`: unguessable and new at each start (client::new_key_prefix); the keys of requests begin
    /// with it.
    explicit model(std::string key_prefix) : key_prefix_(std::move(key_prefix)) {}

    /// Takes one event and returns what is to be done outside.
    std::vector<effect> handle(const event& e, moment now);

    const kiosk::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    using effects = std::vector<effect>;

    effects on(const office_known& e, moment now);
    effects on(const board_arrived& e, moment now);
    effects on(const connection_changed& e, moment now);
    effects on(const device_refused& e, moment now);
    effects on(const tapped_service& e, moment now);
    effects on(const tapped_priority& e, moment now);
    effects on(const tapped_class& e, moment now);
    effects on(const tapped_language& e, moment now);
    effects on(const tapped_more& e, moment now);
    effects on(const tapped_back& e, moment now);
    effects on(const tapped_done& e, moment now);
    effects on(const ticket_issued& e, moment now);
    effects on(const ticket_refused& e, moment now);
    effects on(const slip_printed& e, moment now);
    effects on(const ticked& e, moment now);

    bool can_choose() const;
    bool awaits(const std::string& key) const;
    void show(kiosk::screen s, moment now);
    void go_home(moment now);
    void give_up(const sending& s, moment now);
    void tell_time(moment now);
    request make_request(const std::string& service, const std::string& priority, moment now);

    struct anchor
    {
        std::chrono::local_seconds time;
        moment at;
    };
    struct unanswered
    {
        kiosk::request request;
        moment at;
    };

    std::string key_prefix_;
    unsigned requests_ = 0;
    unsigned revision_ = 0;
    kiosk::state state_;
    moment touched_{};
    /// When the screen became another one.
    std::optional<moment> changed_;
    std::optional<anchor> anchor_;
    std::optional<unanswered> unanswered_;
};

} // namespace motcua::kiosk
