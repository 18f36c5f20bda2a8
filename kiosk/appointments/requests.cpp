#include "kiosk/appointments/requests.hpp"

#include "client/target.hpp"
#include "kiosk/appointments/limits.hpp"
#include "kiosk/appointments/wire.hpp"
#include "kiosk/limits.hpp"

namespace motcua::kiosk {

namespace {

std::string service_path(const std::string& service, std::string_view rest)
{
    return "/services/" + client::percent_encoded(service) + std::string(rest);
}

std::string appointment_path(const std::string& code, std::string_view rest)
{
    return "/api/v1/appointments/" + client::percent_encoded(code) + std::string(rest);
}

} // namespace

void appointment_requests::perform(const appointment_effect& wanted)
{
    std::visit([this](const auto& one) { perform_one(one); }, wanted);
}

void appointment_requests::perform_one(const find_slots& wanted)
{
    auto target = window_.path(service_path(wanted.service, "/slots"));
    target = client::with_query(std::move(target), "from", base::format_day({wanted.from}));
    target = client::with_query(std::move(target), "to", base::format_day({wanted.to}));
    const auto answered = [this, service = wanted.service](const client::answer<protocol::slot_list>& got) {
        if (got) {
            return report_(slots_arrived{service, slots_of(*got)});
        }
        report_(slots_missing{service});
    };
    server_.send<protocol::slot_list>(client::verb::get, std::move(target), answered,
                                      client::request_options{.deadline = limits::slots_answer});
}

void appointment_requests::perform_one(const hold_slot& wanted)
{
    const auto answered = [this, key = wanted.key](const client::answer<protocol::slot_hold>& got) {
        if (got) {
            return report_(slot_held{key, place_of(*got)});
        }
        report_(refused_booking(key, got.error()));
    };
    server_.send<protocol::slot_hold>(
        client::verb::post, window_.path(service_path(wanted.service, "/holds")),
        protocol::hold_slot{.start = wanted.start, .procedure = {}}, answered,
        client::request_options{.deadline = limits::answer, .idempotency_key = wanted.key});
}

void appointment_requests::perform_one(const book& wanted)
{
    const auto& phone = wanted.request.phone;
    const auto answered = [this, key = wanted.request.key,
                           digits = phone.substr(phone.size() - std::min<std::size_t>(4, phone.size()))](
                              const client::answer<protocol::appointment>& got) {
        if (got) {
            return report_(appointment_booked{key, appointment_of(*got), digits});
        }
        report_(refused_booking(key, got.error()));
    };
    server_.send<protocol::appointment>(
        client::verb::post, window_.path("/appointments"), body_of(wanted.request), answered,
        client::request_options{.deadline = limits::late_answer, .idempotency_key = wanted.request.key});
}

void appointment_requests::perform_one(const unbook& wanted)
{
    server_.send<client::no_body>(
        client::verb::post,
        client::with_query(appointment_path(wanted.code, "/cancel"), "phone", wanted.digits),
        protocol::nothing{}, [](const client::answer<client::no_body>&) {},
        client::request_options{.deadline = limits::late_answer});
}

void appointment_requests::perform_one(const check_in& wanted)
{
    const auto answered = [this, key = wanted.key](const client::answer<protocol::ticket>& got) {
        if (got) {
            return report_(checked_in{key, ticket_of_check_in(*got)});
        }
        report_(refused_check_in(key, got.error()));
    };
    server_.send<protocol::ticket>(
        client::verb::post, appointment_path(wanted.code, "/check_in"), protocol::nothing{}, answered,
        client::request_options{.deadline = limits::answer, .idempotency_key = wanted.key});
}

} // namespace motcua::kiosk
