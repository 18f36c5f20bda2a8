#pragma once
// Looks at a site's events one by one, as they are applied, and hands them on.

#include "server/runtime/site.hpp"

#include <functional>
#include <string>

namespace motcua::simulation {

class site_watch final : public runtime::site_observer
{
public:
    /// `durable` gets the last event that is stored, `broken` what cannot be, as a sentence.
    site_watch(runtime::site_observer& next, std::function<void(std::int64_t)> durable,
               std::function<void(std::string)> broken)
        : next_{next}, durable_{std::move(durable)}, broken_{std::move(broken)}
    {}

    /// Checks at once what costs little: that seq and time go on, and that the ticket of the event is in one
    /// place. All the rest is checked now and then, and at the end.
    void applied(const domain::event& happened, const domain::site_state& state) override;
    void durable(std::int64_t seq) override;
    void rebuilt(const domain::site_state& state) override;

private:
    void check_order(const domain::event& happened);
    void check_place(const domain::ticket& moved, const domain::site_state& state);

    runtime::site_observer& next_;
    std::function<void(std::int64_t)> durable_;
    std::function<void(std::string)> broken_;
    std::int64_t seq_ = 0;
    std::int64_t durable_seq_ = 0;
    domain::instant at_{};
};

} // namespace motcua::simulation
