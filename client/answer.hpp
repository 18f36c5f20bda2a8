#pragma once
// Answers with types: a message of the interface, or the problem that was answered instead.

#include "client/transport.hpp"
#include "protocol/messages.hpp"

namespace motcua::client {

/// Why there is no success. `status` 0: there is no answer either (`code` is `no_answer`, or `queue_full`),
/// and whether the server did it is unknown. `code` is a stable word, `detail` is for those who look for the
/// cause.
struct problem
{
    int status = 0;
    std::string code;
    std::string detail;
    std::optional<std::string> field;
};

/// Lets `boost::system::result` throw when an answer is taken out unchecked.
[[noreturn]] void throw_exception_from_error(const problem& wrong, const boost::source_location& where);

template <class T>
using answer = boost::system::result<T, problem>;

/// The answer of a call that has nothing to say, or nothing that interests.
struct no_body
{};

/// What kept `got` from being a success, if anything did.
std::optional<problem> problem_in(const result<http_response>& got);

template <class T>
answer<T> read_body(const http_response& got)
{
    auto read = base::from_json<T>(got.body);
    if (read) {
        return *std::move(read);
    }
    return problem{got.status, "malformed_answer", read.error().field + ": " + read.error().detail, {}};
}

/// `T` is a message, std::optional of one (empty: 204), or no_body.
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
