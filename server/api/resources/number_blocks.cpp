// Blocks of numbers that a kiosk leases while the server is there, and the tickets that it printed from them
// while it was not.

#include "protocol/number_blocks.hpp"

#include "server/api/numbers.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

constexpr audience kiosks{role::kiosk};
constexpr audience kiosks_and_in_charge{role::kiosk, role::manager, role::admin};

protocol::number_block told(const domain::number_block& block)
{
    return {.id = std::to_string(static_cast<std::int64_t>(block.id)),
            .kiosk = block.kiosk,
            .service = block.service,
            .day = {block.day},
            .first = block.first,
            .last = block.last,
            .used = block.used};
}

awaitable<response> lease(call& made)
{
    auto body = body_of<protocol::lease_block>(made);
    if (!body) {
        return ready(std::move(body).error());
    }
    domain::lease_block wanted{
        .kiosk = made.who->name, .service = std::move(body->service), .day = {}, .count = body->count};
    if (body->day) {
        wanted.day = body->day->date;
    }
    return change(made, std::move(wanted), [](const domain::site_state& state, const auto&) {
        return runtime::reply{201,
                              base::to_json(told(*state.find_block(domain::block_id{state.last_block()})))};
    });
}

awaitable<response> list_number_blocks(call& made)
{
    const auto part = list_part_of(made);
    if (!part) {
        return ready(part.error());
    }
    const auto only = made.is(role::kiosk) ? std::optional{made.who->name} : std::nullopt;
    return query(made, [only, part = *part](const domain::site_state& state) {
        protocol::number_block_list all;
        for (const auto& [id, block] : state.blocks()) {
            const bool is_over = block.day < state.day();
            if (!is_over && (!only || block.kiosk == *only)) {
                all.items.push_back(told(block));
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
    if (hex.size() != 2 * bits.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < bits.size(); ++i) {
        const auto byte = read_number<std::uint8_t>(hex.substr(2 * i, 2), 16);
        if (!byte) {
            return std::nullopt;
        }
        bits[i] = *byte;
    }
    return bits;
}

awaitable<response> issue(call& made)
{
    auto body = body_of<protocol::issue_offline_ticket>(made);
    if (!body) {
        return ready(std::move(body).error());
    }
    const auto track = body->track ? bits_of(*body->track) : made.house.random.next();
    if (!track) {
        return ready(http::problem(422, "not_allowed", "32 hex digits are expected.", "track"));
    }
    // The slip is printed: a procedure that has left the catalogue since is no reason to refuse it.
    domain::issue_offline_ticket wanted{
        .kiosk = made.who->name,
        .block = made.block,
        .number = body->number,
        .issued_at = body->issued_at.at,
        .last_contact = body->last_contact.at,
        .priority = same_word<domain::priority_class>(body->priority.value_or(protocol::priority::none)),
        .lang = domain::name_of(body->lang.value_or(protocol::language::vi)),
        .procedure = std::move(body->procedure),
        .track = *track};
    const auto site = made.parameter("site");
    return change(made, std::move(wanted), [site](const domain::site_state& state, const auto&) {
        return runtime::reply{201, base::to_json(views(site, state).ticket(state.tickets().back()))};
    });
}

} // namespace

std::vector<endpoint> number_block_endpoints()
{
    return {
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/number_blocks",
         .who = kiosks,
         .open = openness::closed,
         .summary = "Leases a block of numbers to the kiosk that asks, for today or the next working day",
         .query = {},
         .body = described<protocol::lease_block>("lease_block"),
         .answers = {{201, "The block", described<protocol::number_block>("number_block")}},
         .run = lease},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/number_blocks",
         .who = kiosks_and_in_charge,
         .open = openness::closed,
         .summary = "The blocks of today and of days to come; a kiosk sees its own",
         .query = {limit_parameter, cursor_parameter},
         .body = {},
         .answers = {{200, "A page of blocks", described<protocol::number_block_list>("number_block_list")}},
         .run = list_number_blocks},
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/number_blocks/{block}/tickets",
         .who = kiosks,
         .open = openness::closed,
         .summary =
             "Brings a ticket that the kiosk printed from its block while the server was away; whenever it "
             "brings that number again it gets the first answer again",
         .query = {},
         .body = described<protocol::issue_offline_ticket>("issue_offline_ticket"),
         .answers = {{201, "The ticket; of a day that is over, one that ended with it",
                      described<protocol::ticket>("ticket")}},
         .run = issue},
    };
}

} // namespace motcua::api
