// Appointments: booked, moved, cancelled, checked in.

#include "protocol/appointments.hpp"
#include "server/api/appointment_views.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/log_queries.hpp"
#include "server/api/phone_number.hpp"
#include "server/api/resources/booking.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/domain/calendar/calendar.hpp"
#include "server/journal/person_rows.hpp"
#include "server/reports/appointments.hpp"

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

namespace motcua::api {

namespace {

/// More than one code is drawn in case that it is taken.
constexpr int codes_drawn = 4;

/// The tag of `phone` on the business day of `start`: days cannot be told to be of the same person.
domain::phone_tag phone_tag_of(const request_context& ctx, const std::string& site, domain::instant start,
                               const std::string& phone)
{
    const auto& machine = ctx.site->machine;
    const auto day = domain::business_day(machine.zone(), machine.state().settings(), start);
    return ctx.office.persons.tag("phone", site + " " + base::format_day({day}), phone);
}

/// Answers with the appointment as it is after the change.
runtime::answer_maker the_appointment(const request_context& ctx, const std::string& site,
                                      domain::appointment_id id)
{
    return [site, id, &machine = ctx.site->machine](const domain::site_state& state, const auto&) {
        return runtime::reply{
            runtime::answer_kind::done,
            base::to_json(appointment_view(site, state, state.appointments().at(id), machine.now()))};
    };
}

std::optional<response> fault_of(const request_context& ctx, const protocol::book_appointment& body,
                                 const std::optional<std::string>& phone,
                                 const std::optional<domain::hold_id>& hold)
{
    if (!phone) {
        return http::problem(422, "not_allowed", "This must be a phone number such as 0912345678.", "phone");
    }
    if (!body.name && !ctx.is(access::role::kiosk)) {
        return http::problem(422, "missing", "This field is required.", "name");
    }
    if (body.hold && !hold) {
        return http::problem(422, "not_allowed", "This must be the hold of a place.", "hold");
    }
    return std::nullopt;
}

/// What is sealed for the store: readable by who has the office's key, and by nobody else.
runtime::answer_maker the_booking(const request_context& ctx, const std::string& site,
                                  const std::optional<domain::hold_id>& hold, std::string person)
{
    return [&office = ctx.office, &machine = ctx.site->machine, site, hold, person = std::move(person)](
               const domain::site_state& state, std::span<const domain::event> happened) {
        const auto& list = state.appointments();
        const auto& booked =
            happened.empty() ? *list.find_booked_with(*hold) : list.at(domain::appointment_id{list.last()});
        runtime::made_reply given{
            runtime::reply{runtime::answer_kind::created,
                           base::to_json(appointment_view(site, state, booked, machine.now()))}};
        if (!happened.empty()) {
            const auto ref = journal::person_ref(booked.id);
            given.erasable.push_back(
                journal::person_row(booked.id, office.persons.seal(ref, person, office.random)));
        }
        return given;
    };
}

awaitable<response> book(request_context& ctx)
{
    const auto body = body_of<protocol::book_appointment>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto phone = normal_phone(body->phone);
    const auto hold = body->hold ? parse_track(*body->hold) : std::nullopt;
    if (auto fault = fault_of(ctx, *body, phone, hold)) {
        return ready(*std::move(fault));
    }
    const auto procedure = body->procedure ? std::optional<std::string>{*body->procedure} : std::nullopt;
    const auto length = length_of(ctx, procedure);
    if (!length) {
        return ready(length.error());
    }
    const auto site = ctx.parameter("site");
    domain::book_appointment command{.codes = {},
                                     .hold = hold,
                                     .service = body->service,
                                     .procedure = procedure,
                                     .start = body->start.at,
                                     .length = *length,
                                     .channel = booking_channel(ctx),
                                     .lang = domain::name_of(body->lang.value_or(protocol::language::vi)),
                                     .phone = phone_tag_of(ctx, site, body->start.at, *phone),
                                     .last_digits =
                                         ctx.office.persons.tag("digits", site, last_digits(*phone))};
    for (int drawn = 0; drawn < codes_drawn; ++drawn) {
        command.codes.push_back(access::new_appointment_code(ctx.office.random));
    }
    auto person = base::to_json(protocol::person{
        .name = body->name ? std::optional<std::string>{*body->name} : std::nullopt, .phone = *phone});
    return change(ctx, std::move(command), the_booking(ctx, site, hold, std::move(person)));
}

/// The first answer is given again: no new one is made.
runtime::answer_maker no_answer()
{
    return [](const auto&, const auto&) { return runtime::reply{}; };
}

awaitable<response> reschedule(request_context& ctx)
{
    const auto body = body_of<protocol::reschedule>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto* found = find_appointment(ctx);
    if (found == nullptr && find_retry(ctx)) {
        return change(ctx, domain::move_appointment{.code = code_of(ctx), .start = body->start.at},
                      no_answer());
    }
    const auto site = found == nullptr ? std::string() : site_of(ctx);
    if (auto refused = check_digits(ctx, site, found == nullptr ? nullptr : &found->last_digits)) {
        return ready(*std::move(refused));
    }
    domain::move_appointment command{.code = found->code,
                                     .start = body->start.at,
                                     .phone = {},
                                     .last_digits = {},
                                     .channel = booking_channel(ctx)};
    if (!is_officer(ctx)) {
        command.last_digits = found->last_digits;
    }
    if (const auto person = person_of(ctx, found->id)) {
        command.phone = phone_tag_of(ctx, site, body->start.at, person->phone);
    }
    return change(ctx, std::move(command), the_appointment(ctx, site, found->id));
}

awaitable<response> cancel(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto* found = find_appointment(ctx);
    if (found == nullptr && find_retry(ctx)) {
        return change(ctx, domain::cancel_appointment{.code = code_of(ctx)}, no_answer());
    }
    const auto site = found == nullptr ? std::string() : site_of(ctx);
    if (auto refused = check_digits(ctx, site, found == nullptr ? nullptr : &found->last_digits)) {
        return ready(*std::move(refused));
    }
    domain::cancel_appointment command{.code = found->code, .last_digits = {}};
    if (!is_officer(ctx)) {
        command.last_digits = found->last_digits;
    }
    return change(ctx, std::move(command), the_appointment(ctx, site, found->id));
}

/// Whether `address` is in one of `networks`, such as "192.168.1.0/24". Those that cannot be read do not
/// count.
bool is_in(const std::vector<std::string>& networks, const boost::asio::ip::address& address)
{
    namespace ip = boost::asio::ip;
    for (const auto& each : networks) {
        boost::system::error_code wrong;
        if (address.is_v4()) {
            const auto network = ip::make_network_v4(each, wrong);
            const auto own = ip::make_network_v4(address.to_v4(), 32);
            if (!wrong && (own.is_subnet_of(network) || own == network)) {
                return true;
            }
        } else {
            const auto network = ip::make_network_v6(each, wrong);
            const auto own = ip::make_network_v6(address.to_v6(), 128);
            if (!wrong && (own.is_subnet_of(network) || own == network)) {
                return true;
            }
        }
    }
    return false;
}

boost::asio::ip::address unmapped(const boost::asio::ip::address& address)
{
    namespace ip = boost::asio::ip;
    return address.is_v6() && address.to_v6().is_v4_mapped()
               ? ip::address{ip::make_address_v4(ip::v4_mapped, address.to_v6())}
               : address;
}

// gcc 12 takes new and delete of this frame for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
/// Of a day that is over.
awaitable<response> check_in_past(request_context& ctx)
{
    std::optional<past_appointment> found;
    auto looked = co_await find_past(ctx, found);
    if (looked.status != 200) {
        co_return looked;
    }
    if (!found) {
        co_return unknown_thing("appointment");
    }
    co_return problem_of(domain::refusal{.code = domain::refusal_code::wrong_day, .start = found->row.start},
                         found->context->machine.state().utc_offset());
}
#pragma GCC diagnostic pop

awaitable<response> check_in(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto* found = find_appointment(ctx);
    if (found == nullptr && find_retry(ctx)) {
        return change(ctx, domain::check_in{.code = code_of(ctx)}, no_answer());
    }
    if (found == nullptr) {
        return check_in_past(ctx);
    }
    const auto& networks = ctx.site->machine.state().settings().check_in_networks;
    if (!ctx.holder && !is_in(networks, unmapped(ctx.request.remote))) {
        return ready(http::problem(403, "not_at_office",
                                   "Check in at the kiosk, or with a phone in the network of the office."));
    }
    const auto site = site_of(ctx);
    return change(ctx, domain::check_in{.code = found->code, .track = ctx.office.random.next()},
                  [site](const domain::site_state& state, const auto&) {
                      return runtime::reply{runtime::answer_kind::created,
                                            base::to_json(views(site, state).ticket(state.tickets().back()))};
                  });
}

/// A row under `/appointments/{code}` that changes something.
endpoint action(std::string_view path, std::string_view summary, described_message body,
                std::vector<described_answer> answers, endpoint::handler run)
{
    return {.method = http::verb::post,
            .path = path,
            .roles = booking_roles,
            .open = openness::open,
            .summary = summary,
            .query = {},
            .body = body,
            .answers = std::move(answers),
            .run = std::move(run)};
}

endpoint with_digits(endpoint row)
{
    row.query = {digits_parameter};
    return row;
}

} // namespace

std::vector<endpoint> appointment_endpoints()
{
    constexpr auto no_fields = described<protocol::nothing>("nothing");
    const described_answer after{200, "The appointment after the change", appointment_message};
    return {
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/appointments",
         .roles = booking_roles,
         .open = openness::bookings,
         .summary = "Books a time",
         .query = {},
         .body = described<protocol::book_appointment>("book_appointment"),
         .answers = {{201, "The appointment", appointment_message}},
         .run = book},
        with_digits(action("/api/v1/appointments/{code}/reschedule", "Moves an appointment to another time",
                           described<protocol::reschedule>("reschedule"), {after}, reschedule)),
        with_digits(action("/api/v1/appointments/{code}/cancel", "Cancels an appointment", no_fields, {after},
                           cancel)),
        action("/api/v1/appointments/{code}/check_in",
               "Makes a ticket of an appointment whose holder is there", no_fields,
               {{201, "The ticket", described<protocol::ticket>("ticket")}}, check_in),
    };
}

} // namespace motcua::api
