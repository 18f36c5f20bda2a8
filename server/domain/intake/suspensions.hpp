#pragma once
// Which services take no tickets although the hall is open, and why.

#include "server/domain/intake/events.hpp"
#include "server/domain/settings/events.hpp"

#include <vector>

namespace motcua::domain {

struct suspension
{
    /// None: the whole site.
    std::optional<service_code> service;
    std::string reason;
    std::optional<instant> until;
};
BOOST_DESCRIBE_STRUCT(suspension, (), (service, reason, until))

/// A suspension whose time is over stays here until it is replaced or resumed; it no longer counts.
class suspension_list
{
public:
    suspension_list() = default;
    explicit suspension_list(std::vector<suspension> saved) : all_(std::move(saved)) {}

    const std::vector<suspension>& all() const { return all_; }

    /// That of exactly `service`, or of the site; null where there is none that counts at `now`.
    const suspension* find(const std::optional<service_code>& service, instant now) const;

    /// Those of services that the new settings do not have go.
    void on(const site_configured& body);
    void on(const intake_suspended& body);
    void on(const intake_resumed& body);

private:
    std::vector<suspension> all_;
};

} // namespace motcua::domain
