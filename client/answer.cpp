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
        return problem{got->status, std::move(read->code), std::move(read->detail), std::move(read->field),
                       std::move(read->staff)};
    }
    return problem{got->status, "unexpected_answer", "status " + std::to_string(got->status), {}};
}

bool is_outcome_unknown(const problem& wrong)
{
    return wrong.status == 0 || wrong.status == 429 || wrong.status >= 500;
}

} // namespace motcua::client
