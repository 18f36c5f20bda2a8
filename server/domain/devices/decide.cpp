#include "server/domain/decide.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const add_device& wanted, const context&)
{
    const device* replaced = nullptr;
    if (wanted.replaces) {
        replaced = state.devices().find(*wanted.replaces);
        if (replaced == nullptr) {
            return refusal{.code = refusal_code::unknown_device, .field = "replaces"};
        }
    }
    if (!wanted.device && replaced == nullptr) {
        return refusal{.code = refusal_code::missing, .field = "name"};
    }
    if (!wanted.as && replaced == nullptr) {
        return refusal{.code = refusal_code::missing, .field = "kind"};
    }
    const auto name = wanted.device ? *wanted.device : replaced->name;
    const auto* namesake = state.devices().find(name);
    if (namesake != nullptr && namesake != replaced) {
        return refusal{.code = refusal_code::name_taken, .field = "name"};
    }
    const auto counter = wanted.counter || replaced == nullptr ? wanted.counter : replaced->counter;
    if (counter && find_counter(state.settings(), *counter) == nullptr) {
        return refusal{.code = refusal_code::unknown_counter, .field = "counter"};
    }
    return std::vector<event_body>{device_added{.device = name,
                                                .as = wanted.as ? *wanted.as : replaced->as,
                                                .counter = counter,
                                                .acts_alone = wanted.acts_alone,
                                                .has_token = wanted.has_token,
                                                .replaces = wanted.replaces}};
}

decision decide(const site_state& state, const take_device_token& wanted, const context&)
{
    const auto* known = state.devices().find(wanted.device);
    if (known == nullptr || known->added != wanted.added || known->has_token) {
        return refusal{.code = refusal_code::unknown_device};
    }
    return std::vector<event_body>{device_token_taken{wanted.device}};
}

decision decide(const site_state& state, const revoke_device& wanted, const context&)
{
    if (state.devices().find(wanted.device) == nullptr) {
        return refusal{.code = refusal_code::unknown_device};
    }
    return std::vector<event_body>{device_revoked{wanted.device}};
}

} // namespace motcua::domain
