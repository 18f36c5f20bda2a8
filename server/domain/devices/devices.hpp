#pragma once
// The devices of a site: who may be a kiosk, a console, a board here.

#include "server/domain/devices/events.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

struct device
{
    /// Unique within the site: "kiosk-1".
    std::string name;
    device_kind as{};
    std::optional<counter_code> counter;
    bool acts_alone{};
    bool has_token{};
    /// The event that added it: another device may have had its name before.
    std::int64_t added{};
};
BOOST_DESCRIBE_STRUCT(device, (), (name, as, counter, acts_alone, has_token, added))

class device_list
{
public:
    device_list() = default;
    explicit device_list(std::vector<device> saved) : all_(std::move(saved)) {}

    /// In the order in which they were added.
    const std::vector<device>& all() const { return all_; }

    /// Null when there is no such device.
    const device* find(const std::string& name) const;

    void on(const device_added& body, const event& happened);
    void on(const device_token_taken& body);
    void on(const device_revoked& body);

private:
    std::vector<device> all_;
};

} // namespace motcua::domain
