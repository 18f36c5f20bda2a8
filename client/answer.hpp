#pragma once
// Answers with types: a message of the interface, or the problem that came instead.

#include "client/transport.hpp"
#include "protocol/messages.hpp"

namespace motcua::client {

/// Why a request did not succeed. `status` 0: there is no answer (`code` is `no_answer`,
/// `queue_full` or `distrust`), and whether the server did it is unknown. `code` is a stable word; `detail`
/// helps to find the cause.
struct problem
{
    int status = 0;
    std::string code;
    std::string detail;
    std::optional<std::string> field;
    /// With `counter_taken`: the login of who sits there.
    std::optional<std::string> staff = {};
    /// As in protocol::problem.
    std::optional<protocol::timestamp> first_free_slot = {};
    std::optional<protocol::timestamp> start = {};
    std::optional<protocol::timestamp> opens_at = {};
    std::optional<std::string> number = {};
};

/// Lets `boost::system::result` throw when an answer is taken out unchecked.
[[noreturn]] void throw_exception_from_error(const problem& wrong, const boost::source_location& where);

template <class T>
using answer = boost::system::result<T, problem>;

/// The answer to a request when its body is empty, or does not matter.
struct no_body
{};

/// Why `got` is not a success; empty: it is one.
std::optional<problem> problem_in(const result<http_response>& got);

/// Whether the server may have carried out the request without being able to say so: no answer came, or one
/// that asks to come again later, or a fault of the server.
bool is_outcome_unknown(const problem& wrong);

/// The message in the body of a success.
template <class T>
answer<T> read_body(const http_response& got)
{
    auto read = base::from_json<T>(got.body);
    if (read) {
        return *std::move(read);
    }
    return problem{got.status, "malformed_answer", read.error().field + ": " + read.error().detail, {}};
}

/// The answer in `got`, or the problem. `T` is a message, std::optional of one (empty: 204), or no_body.
template <class T>
answer<T> read_answer(const result<http_response>& got)
{
    if (auto wrong = problem_in(got)) {
        return *std::move(wrong);
    }
    if constexpr (std::same_as<T, no_body>) {
        return no_body{};
    } else if constexpr (base::is_optional<T>::value) {
        if (got->status == 204) {
            return T{};
        }
        auto read = read_body<typename T::value_type>(*got);
        if (!read) {
            return std::move(read).error();
        }
        return T{*std::move(read)};
    } else {
        return read_body<T>(*got);
    }
}

} // namespace motcua::client
