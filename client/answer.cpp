#include "client/answer.hpp"

#include <stdexcept>

namespace motcua::client {

void throw_exception_from_error(const problem& wrong, const boost::source_location&)
{
    throw std::runtime_error(wrong.code + ": " + wrong.detail);
}

std::optional<problem> problem_in(const result<http_response>& got)
{
    if (got.has_error()) {
        const auto* code = got.error() == error::queue_full ? "queue_full"
                           : is_distrust(got.error())       ? "distrust"
                                                            : "no_answer";
        return problem{0, code, got.error().message(), {}};
    }
    if (got->status >= 200 && got->status < 300) {
        return std::nullopt;
    }
    if (auto read = base::from_json<protocol::problem>(got->body)) {
        return problem{.status = got->status,
                       .code = std::move(read->code),
                       .detail = std::move(read->detail),
                       .field = std::move(read->field),
                       .staff = std::move(read->staff),
                       .first_free_slot = read->first_free_slot,
                       .start = read->start,
                       .opens_at = read->opens_at,
                       .number = std::move(read->number)};
    }
    return problem{got->status, "unexpected_answer", "status " + std::to_string(got->status), {}};
}

bool is_outcome_unknown(const problem& wrong)
{
    return wrong.status == 0 || wrong.status == 429 || wrong.status >= 500;
}

} // namespace motcua::client
