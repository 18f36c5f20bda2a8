#pragma once
// The officers of a site and the sessions that they signed in to. Hashes of passwords and tokens are not
// here: they are erasable rows beside the events.

#include "server/domain/staff/events.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::domain {

struct staff_member
{
    /// As typed at the sign-in; unique within the site.
    std::string login;
    std::string name;
    staff_role role{};
    /// Where they usually sit.
    std::optional<counter_code> counter;
    bool disabled{};
    /// The password opens nothing but its own change.
    bool one_time{};
    std::optional<instant> last_sign_in;
};
BOOST_DESCRIBE_STRUCT(staff_member, (), (login, name, role, counter, disabled, one_time, last_sign_in))

struct staff_session
{
    session_id id{};
    std::string login;
    /// Where they sit. All sessions at a counter are of one officer.
    std::optional<counter_code> counter;
    bool cookie{};
    instant began;
};
BOOST_DESCRIBE_STRUCT(staff_session, (), (id, login, counter, cookie, began))

struct staff_list_image
{
    std::vector<staff_member> members;
    std::vector<staff_session> sessions;
    std::int64_t last_session{};
};
BOOST_DESCRIBE_STRUCT(staff_list_image, (), (members, sessions, last_session))

/// A session ends after this time, however much it is used.
inline constexpr std::chrono::hours session_length{12};
/// Beyond it the oldest session ends when another begins.
inline constexpr std::size_t sessions_max = 1024;

class staff_list
{
public:
    staff_list() = default;
    explicit staff_list(staff_list_image saved) : list_(std::move(saved)) {}

    const staff_list_image& image() const { return list_; }
    /// In the order in which they were added.
    const std::vector<staff_member>& members() const { return list_.members; }
    /// Those that have not ended, the oldest first.
    const std::vector<staff_session>& sessions() const { return list_.sessions; }
    std::int64_t last_session() const { return list_.last_session; }

    /// Null when there is no such account.
    const staff_member* find(const std::string& login) const;
    /// Null when it has ended or never began.
    const staff_session* find(session_id id) const;
    /// The officer whom events name as `actor`; null for a device, the public and the site itself.
    const staff_member* find_actor(std::string_view actor) const;
    /// The oldest session at `counter`; null when nobody sits there.
    const staff_session* find_at(const counter_code& counter) const;

    void on(const staff_added& body);
    void on(const staff_changed& body);
    void on(const password_set& body);
    void on(const staff_signed_in& body, const event& happened);
    void on(const staff_signed_out& body);

private:
    staff_member& at(const std::string& login);

    staff_list_image list_;
};

} // namespace motcua::domain
