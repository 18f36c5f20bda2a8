#pragma once
// A second opinion on officers, sessions and devices: written from the rules alone, and from the events that
// it is given.

#include "server/domain/events.hpp"
#include "tests/simulation/checks/findings.hpp"

#include <map>
#include <set>

namespace motcua::simulation {

/// The events that are about who may do what. They change nothing about who is called.
template <class Body>
concept of_access = std::same_as<Body, domain::staff_added> || std::same_as<Body, domain::staff_changed> ||
    std::same_as<Body, domain::password_set> || std::same_as<Body, domain::staff_signed_in> ||
    std::same_as<Body, domain::staff_signed_out> || std::same_as<Body, domain::device_added> ||
    std::same_as<Body, domain::device_token_taken> || std::same_as<Body, domain::device_revoked>;

class access_model
{
public:
    void apply(const domain::event& happened, findings& found);

private:
    struct account
    {
        bool may_sign_in = true;
        bool is_admin = false;
    };
    struct seat
    {
        std::string login;
        std::string counter; ///< empty: at none
    };

    void on(const domain::staff_added& body);
    void on(const domain::staff_changed& body);
    void on(const domain::password_set& body);
    void on(const domain::staff_signed_in& body);
    void on(const domain::staff_signed_out& body);
    void on(const domain::device_added& body);
    void on(const domain::device_token_taken& body);
    void on(const domain::device_revoked& body);
    template <class Body>
    void on(const Body&)
    {}

    void must(bool holds, std::string_view fault);

    std::map<std::string, account> accounts_;
    std::map<domain::session_id, seat> sessions_;
    std::int64_t last_session_ = 0;
    std::map<std::string, bool> devices_; ///< whether each has its token
    std::int64_t seq_ = 0;
    findings* found_ = nullptr;
};

} // namespace motcua::simulation
