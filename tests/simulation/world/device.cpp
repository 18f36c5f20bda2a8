#include "tests/simulation/world/device.hpp"

namespace motcua::simulation {

namespace {

using client::verb;

/// Each device has an address of its own.
boost::asio::ip::address address_of(std::size_t number)
{
    return boost::asio::ip::address_v4{static_cast<std::uint32_t>(0x0a000001U + number)};
}

} // namespace

device::device(world& in, std::string name, bool is_stranger)
    : over{in.net, is_stranger ? std::string{} : token_of(name), address_of(in.lines.size())}, world_{in},
      name_{std::move(name)}, is_stranger_{is_stranger}, random_{in.random.fork()}, timers_{in.when}
{
    world_.lines.push_back(&over);
    connection_.emplace(over, timers_, client::random_engine{random_.bits()});
}

std::string device::new_key() { return name_ + "-" + std::to_string(++keys_); }

void device::ask(client::verb how, std::string target, std::string body, told then, std::string key)
{
    if (how == verb::post && key.empty()) {
        key = new_key();
    }
    auto& calls = world_.kept_records.calls;
    const auto place = calls.size();
    client::http_request asked{how, std::move(target), std::move(body), {}};
    calls.push_back({name_, asked, world_.now(), {}, {}});
    calls.back().asked.idempotency_key = key;
    ++under_way_;
    connection_->call(
        std::move(asked),
        [this, place, then = std::move(then)](const client::result<client::http_response>& got) {
            --under_way_;
            auto& kept = world_.kept_records.calls[place];
            if (got) kept.answer = *got;
            kept.answered = world_.now();
            if (then) then(got);
        },
        {.idempotency_key = std::move(key)});
}

void device::follow(std::string target,
                    std::function<void(const boost::json::value&, bool is_snapshot)> message)
{
    follows_ = true;
    online_ = false;
    connection_->follow(std::move(target),
                        {.on_snapshot = [message](const auto& text) { message(text, true); },
                         .on_message = [message](const auto& text) { message(text, false); },
                         .on_state =
                             [this](client::server_state state, boost::system::error_code) {
                                 online_ = state == client::server_state::connected;
                             }});
}

void device::unfollow()
{
    follows_ = online_ = false;
    connection_->unfollow();
}

void device::restart()
{
    under_way_ = 0;
    follows_ = online_ = false;
    connection_.emplace(over, timers_, client::random_engine{random_.bits()});
}

} // namespace motcua::simulation
