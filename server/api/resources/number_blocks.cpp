// Blocks of numbers that a kiosk leases while it reaches the server, and the tickets that it printed from
// them while it did not.

#include "protocol/number_blocks.hpp"

#include "base/hex.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

constexpr access::audience kiosks{access::role::kiosk};
constexpr access::audience kiosks_and_in_charge{access::role::kiosk, access::role::manager,
                                                access::role::admin};

protocol::number_block view_of(const domain::number_block& block)
{
    return {.id = std::to_string(static_cast<std::int64_t>(block.id)),
            .kiosk = block.kiosk,
            .service = block.service,
            .day = {block.day},
            .first = block.first,
            .last = block.last,
            .used = block.used};
}

awaitable<response> lease(request_context& ctx)
{
    auto body = body_of<protocol::lease_block>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    domain::lease_block command{
        .kiosk = ctx.holder->name, .service = std::move(body->service), .day = {}, .count = body->count};
    if (body->day) {
        command.day = body->day->date;
    }
    return change(ctx, std::move(command), [](const domain::site_state& state, const auto&) {
        return runtime::reply{
            runtime::answer_kind::created,
            base::to_json(view_of(*state.find_block(domain::block_id{state.last_block()})))};
    });
}

awaitable<response> list_number_blocks(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    const auto kiosk = ctx.is(access::role::kiosk) ? std::optional{ctx.holder->name} : std::nullopt;
    return query(ctx, [kiosk, part = *part](const domain::site_state& state) {
        protocol::number_block_list all;
        for (const auto& [id, block] : state.blocks()) {
            const bool is_over = block.day < state.day();
            if (!is_over && (!kiosk || block.kiosk == *kiosk)) {
                all.items.push_back(view_of(block));
            }
        }
        cut(all, part);
        return answer_of(200, all);
    });
}

/// 32 hex digits as bits; none for any other text.
std::optional<domain::track_id> bits_of(std::string_view hex)
{
    domain::track_id bits{};
    return base::read_hex(hex, bits) ? std::optional{bits} : std::nullopt;
}

awaitable<response> issue(request_context& ctx)
{
    auto body = body_of<protocol::issue_offline_ticket>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    const auto track = body->track ? bits_of(*body->track) : ctx.office.random.next();
    if (!track) {
        return ready(http::problem(422, "not_allowed", "The track must be 32 hex digits.", "track"));
    }
    // The slip is printed: it is valid even if its procedure has left the catalogue since.
    domain::issue_offline_ticket command{
        .kiosk = ctx.holder->name,
        .block = ctx.block,
        .number = body->number,
        .issued_at = body->issued_at.at,
        .last_contact = body->last_contact.at,
        .priority = same_word<domain::priority_class>(body->priority.value_or(protocol::priority::none)),
        .lang = domain::name_of(body->lang.value_or(protocol::language::vi)),
        .procedure = std::move(body->procedure),
        .track = *track};
    const auto site = ctx.parameter("site");
    return change(ctx, std::move(command), [site](const domain::site_state& state, const auto&) {
        return runtime::reply{runtime::answer_kind::created,
                              base::to_json(views(site, state).ticket(state.tickets().back()))};
    });
}

} // namespace

std::vector<endpoint> number_block_endpoints()
{
    return {
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/number_blocks",
         .roles = kiosks,
         .open = openness::closed,
         .summary = "Leases a block of numbers to the kiosk, for today or the next working day",
         .query = {},
         .body = described<protocol::lease_block>("lease_block"),
         .answers = {{201, "The block", described<protocol::number_block>("number_block")}},
         .run = lease},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/number_blocks",
         .roles = kiosks_and_in_charge,
         .open = openness::closed,
         .summary = "The blocks of today and of days to come; a kiosk sees its own",
         .query = {limit_parameter, cursor_parameter},
         .body = {},
         .answers = {{200, "A page of blocks", described<protocol::number_block_list>("number_block_list")}},
         .run = list_number_blocks},
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/number_blocks/{block}/tickets",
         .roles = kiosks,
         .open = openness::closed,
         .summary =
             "Reports a ticket that the kiosk printed from its block while the server was away; each further "
             "report of that number gets the first answer again",
         .query = {},
         .body = described<protocol::issue_offline_ticket>("issue_offline_ticket"),
         .answers = {{201, "The ticket; one of a day that is over has ended with that day",
                      described<protocol::ticket>("ticket")}},
         .run = issue},
    };
}

} // namespace motcua::api
