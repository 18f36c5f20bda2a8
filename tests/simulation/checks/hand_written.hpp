#pragma once
// Journals written by hand, event by event, right or wrong as a test wants them.

#include "server/domain/events.hpp"

#include <string>
#include <utility>
#include <vector>

namespace motcua::simulation {

/// 2026-11-23 08:00 at UTC+7, a Monday.
inline constexpr domain::instant monday_morning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} +
                                                std::chrono::hours{1}};
inline constexpr domain::local_day monday{std::chrono::local_days{std::chrono::year{2026} / 11 / 23}};

/// The services A and B; counter 1 serves both, counter 2 only B.
inline domain::site_settings small_site()
{
    domain::site_settings settings;
    settings.name = "Một cửa";
    for (const auto* code : {"A", "B"}) {
        settings.services.push_back(
            {.code = code, .name = code, .name_en = code, .minutes = domain::minutes{5}});
    }
    settings.counters = {{.code = "1", .services = {"A", "B"}}, {.code = "2", .services = {"B"}}};
    return settings;
}

/// Every event comes ten seconds after the one before it.
class hand_written
{
public:
    explicit hand_written(domain::site_settings settings = small_site()) : settings_(std::move(settings))
    {
        write(domain::site_configured{.settings = settings_, .utc_offset = domain::minutes{420}});
        write(domain::day_opened{monday});
    }

    domain::event& write(domain::event_body body, std::string actor = "site")
    {
        now += domain::seconds{10};
        events.push_back({std::ssize(events) + 1, now, std::move(actor), std::nullopt, std::move(body)});
        return events.back();
    }

    void open(const domain::counter_code& counter)
    {
        write(domain::counter_opened{counter, domain::find_counter(settings_, counter)->services, {}},
              "counter:" + counter);
    }

    /// The next number of `service`; a test that wants another one changes the event.
    domain::ticket_issued& issue(const domain::service_code& service,
                                 domain::priority_class priority = domain::priority_class::none)
    {
        domain::ticket_issued issued{.ticket = domain::ticket_id{++tickets_},
                                     .service = service,
                                     .number = service == "A" ? ++last_a_ : ++last_b_,
                                     .day = monday,
                                     .priority = priority,
                                     .lang = "vi"};
        issued.track[0] = static_cast<std::uint8_t>(tickets_);
        auto& happened = write(issued, "kiosk:hall");
        auto& body = std::get<domain::ticket_issued>(happened.body);
        body.issued_at = body.ready = happened.at;
        body.due = happened.at - domain::head_start_of(settings_.head_start, priority);
        return body;
    }

    void call(std::int64_t ticket, const domain::counter_code& counter, bool out_of_order = false)
    {
        write(domain::ticket_called{domain::ticket_id{ticket}, counter, {}, out_of_order},
              "counter:" + counter);
    }

    /// An event that names nothing but its ticket.
    template <class Body>
    domain::event& about(std::int64_t ticket)
    {
        return write(Body{domain::ticket_id{ticket}}, "counter:1");
    }

    domain::event& finish(std::int64_t ticket)
    {
        return write(domain::ticket_finished{domain::ticket_id{ticket}, domain::visit_outcome::served},
                     "counter:1");
    }

    domain::event& close(std::int64_t ticket, domain::ticket_state state)
    {
        return write(domain::ticket_closed{domain::ticket_id{ticket}, state});
    }

    domain::instant now = monday_morning;
    std::vector<domain::event> events;

private:
    domain::site_settings settings_;
    std::int64_t tickets_ = 0;
    int last_a_ = 0;
    int last_b_ = 0;
};

} // namespace motcua::simulation
