#include "server/api/request_context.hpp"

#include "base/numbers.hpp"
#include "server/api/limits.hpp"

#include <boost/beast/http/verb.hpp>
#include <sodium.h>

namespace motcua::api {

namespace {

/// 128 bits of BLAKE2b over texts that cannot run into each other.
std::array<std::uint8_t, 16> digest(std::string_view first, std::string_view second)
{
    std::array<std::uint8_t, 16> bits;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, bits.size());
    const auto add = [&](std::string_view text) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    };
    add(first);
    add(std::string_view("\0", 1));
    add(second);
    crypto_generichash_final(&state, bits.data(), bits.size());
    return bits;
}

std::optional<domain::request_key> key_of(const request_context& ctx)
{
    if (!ctx.request.idempotency_key) {
        return std::nullopt;
    }
    // Requests without a credential share no name: their addresses tell them apart.
    const auto actor = ctx.holder ? ctx.holder->actor : "public " + access::party_of(ctx.request.remote);
    // Of the request only a tag under the office's key: it is kept for ever, and a short text, such as a
    // phone number, can be guessed from a plain hash.
    return domain::request_key{digest(actor, *ctx.request.idempotency_key),
                               ctx.office.persons.tag("request", ctx.request.path(), ctx.request.body)};
}

runtime::caller caller_of(const request_context& ctx)
{
    if (!ctx.holder) {
        return {.actor = "public", .counter = {}, .staff = {}, .key = key_of(ctx)};
    }
    return {.actor = ctx.holder->actor,
            .counter = ctx.holder->counter,
            .staff = ctx.holder->staff,
            .key = key_of(ctx)};
}

/// The status with which HTTP says what a change came to.
unsigned status_of(runtime::answer_kind kind)
{
    switch (kind) {
    case runtime::answer_kind::created:
        return 201;
    case runtime::answer_kind::nothing:
        return 204;
    case runtime::answer_kind::done:
        break;
    }
    return 200;
}

/// `offset` is that of local time at the site.
response answer_to(runtime::outcome outcome, std::chrono::minutes offset)
{
    if (auto* given = std::get_if<runtime::reply>(&outcome)) {
        auto answer = http::json(status_of(given->kind), std::move(given->body));
        if (given->replayed) {
            answer.set_header("Idempotent-Replayed", "true");
        }
        return answer;
    }
    if (const auto* refused = std::get_if<domain::refusal>(&outcome)) {
        return problem_of(*refused, offset);
    }
    if (std::holds_alternative<runtime::key_mismatch>(outcome)) {
        return http::problem(422, "idempotency_mismatch", "The key was used for a different request.",
                             "Idempotency-Key");
    }
    if (std::holds_alternative<runtime::answer_lost>(outcome)) {
        return http::problem(
            409, "answer_lost",
            "The change was made before, but its answer is no longer stored. Read the present state.",
            "Idempotency-Key");
    }
    return unavailable();
}

} // namespace

checked<std::size_t> page_of(const request_context& ctx)
{
    const auto given = ctx.request.query("limit");
    if (!given) {
        return {boost::system::in_place_value, limits::page};
    }
    const auto limit = base::read_number<std::size_t>(*given);
    if (!limit || *limit < 1 || *limit > limits::page_max) {
        return http::problem(422, "out_of_range", "This must be a number from 1 to 1000.", "limit");
    }
    return {boost::system::in_place_value, *limit};
}

checked<list_part> list_part_of(const request_context& ctx)
{
    const auto limit = page_of(ctx);
    if (!limit) {
        return limit.error();
    }
    list_part part{.offset = 0, .limit = *limit};
    if (const auto given = ctx.request.query("cursor")) {
        const auto offset = base::read_number<std::size_t>(*given);
        if (!offset) {
            return wrong_cursor();
        }
        part.offset = *offset;
    }
    return part;
}

bool is_retry(const request_context& ctx)
{
    const auto key = key_of(ctx);
    return key && ctx.site->machine.state().find_key(key->key) != nullptr;
}

// gcc 12 takes new and delete of these frames for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
awaitable<response> change(const request_context& ctx, domain::command command, runtime::answer_maker answer)
{
    return change_by(ctx, caller_of(ctx), std::move(command), std::move(answer));
}

awaitable<response> change_by(const request_context& ctx, runtime::caller caller, domain::command command,
                              runtime::answer_maker answer)
{
    auto& site = ctx.site->machine;
    const auto ask = [&](auto handler) {
        const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        site.change(command, caller, answer,
                    [waiting](runtime::outcome given) { (*waiting)(std::move(given)); });
    };
    auto outcome =
        co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(runtime::outcome)>(
            ask, boost::asio::use_awaitable);
    co_return answer_to(std::move(outcome), site.state().utc_offset());
}

awaitable<response> outcome_of(std::function<void(std::function<void(runtime::outcome)> done)> ask)
{
    const auto begin = [&](auto handler) {
        const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        ask([waiting](runtime::outcome given) { (*waiting)(std::move(given)); });
    };
    auto outcome =
        co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(runtime::outcome)>(
            begin, boost::asio::use_awaitable);
    co_return answer_to(std::move(outcome), {});
}

#pragma GCC diagnostic pop

awaitable<response> on_pool(const request_context& ctx, std::function<response()> make)
{
    auto answer = co_await ctx.office.workers.run(std::move(make));
    co_return answer ? *std::move(answer) : unavailable();
}

} // namespace motcua::api
