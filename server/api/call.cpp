#include "server/api/call.hpp"

#include "server/api/limits.hpp"
#include "server/api/numbers.hpp"

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

std::optional<domain::request_key> key_of(const call& made)
{
    if (!made.asked.idempotency_key) {
        return std::nullopt;
    }
    // Strangers share no name: what tells them apart is where they ask from.
    const auto who = made.who ? made.who->actor : "public " + party_of(made.asked.remote);
    return domain::request_key{digest(who, *made.asked.idempotency_key),
                               digest(made.asked.path(), made.asked.body)};
}

runtime::caller caller_of(const call& made)
{
    if (!made.who) {
        return {.actor = "public", .counter = {}, .staff = {}, .key = key_of(made)};
    }
    return {.actor = made.who->actor,
            .counter = made.who->counter,
            .staff = made.who->staff,
            .key = key_of(made)};
}

response response_of(runtime::outcome outcome)
{
    if (auto* given = std::get_if<runtime::reply>(&outcome)) {
        auto answer = http::json(static_cast<unsigned>(given->status), std::move(given->body));
        if (given->replayed) {
            answer.set_header("Idempotent-Replayed", "true");
        }
        return answer;
    }
    if (const auto* refused = std::get_if<domain::refusal>(&outcome)) {
        return problem_of(*refused);
    }
    if (std::holds_alternative<runtime::key_mismatch>(outcome)) {
        return http::problem(422, "idempotency_mismatch", "The key was used for another request.",
                             "Idempotency-Key");
    }
    if (std::holds_alternative<runtime::answer_lost>(outcome)) {
        return http::problem(
            409, "answer_lost",
            "The change was made before, and its answer is no longer kept. Read what stands now.",
            "Idempotency-Key");
    }
    return unavailable();
}

} // namespace

checked<std::size_t> page_of(const call& made)
{
    const auto given = made.asked.query("limit");
    if (!given) {
        return {boost::system::in_place_value, limits::page};
    }
    const auto limit = read_number<std::size_t>(*given);
    if (!limit || *limit < 1 || *limit > limits::page_max) {
        return http::problem(422, "out_of_range", "A number from 1 to 1000 is expected.", "limit");
    }
    return {boost::system::in_place_value, *limit};
}

checked<list_part> list_part_of(const call& made)
{
    const auto limit = page_of(made);
    if (!limit) {
        return limit.error();
    }
    list_part wanted{.offset = 0, .limit = *limit};
    if (const auto given = made.asked.query("cursor")) {
        const auto offset = read_number<std::size_t>(*given);
        if (!offset) {
            return wrong_cursor();
        }
        wanted.offset = *offset;
    }
    return wanted;
}

bool is_asked_again(const call& made)
{
    const auto key = key_of(made);
    return key && made.at->site.state().find_key(key->key) != nullptr;
}

awaitable<response> change(const call& made, domain::command wanted, runtime::answer_maker answer)
{
    const auto who = caller_of(made);
    auto& site = made.at->site;
    const auto ask = [&](auto handler) {
        const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        site.change(wanted, who, answer, [waiting](runtime::outcome given) { (*waiting)(std::move(given)); });
    };
    auto outcome =
        co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(runtime::outcome)>(
            ask, boost::asio::use_awaitable);
    co_return response_of(std::move(outcome));
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
    co_return response_of(std::move(outcome));
}

awaitable<response> on_pool(const call& made, std::function<response()> make)
{
    auto answer = co_await made.house.workers.run(std::move(make));
    co_return answer ? *std::move(answer) : unavailable();
}

} // namespace motcua::api
