#include "server/domain/decide.hpp"

#include <stdexcept>

namespace motcua::domain {

decision decide(const site_state& state, const command& wanted, const context& ctx)
{
    return std::visit([&](const auto& one) { return decide(state, one, ctx); }, wanted);
}

void throw_exception_from_error(const refusal& refused, const boost::source_location&)
{
    throw std::logic_error("refused: " + name_of(refused.code));
}

} // namespace motcua::domain
