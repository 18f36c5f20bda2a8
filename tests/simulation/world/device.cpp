#include "tests/simulation/world/device.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

using client::verb;

/// Each device has an address of its own.
boost::asio::ip::address address_of(std::size_t number)
{
    return boost::asio::ip::address_v4{static_cast<std::uint32_t>(0x0a000001U + number)};
}

/// The role on the wire: a console is the device of a counter, a board a display.
std::string role_of(const domain::device& one)
{
    switch (one.as) {
    case domain::device_kind::console:
        return "counter";
    case domain::device_kind::board:
        return "display";
    default:
        return domain::name_of(one.as);
    }
}

/// How the journal and the keys name it.
request request_by(const drawn_site& in, const std::string& name, std::size_t number)
{
    const auto& devices = in.devices;
    const auto known = std::ranges::find(devices, name, &domain::device::name);
    if (known == devices.end()) {
        return {.actor = "public", .key_owner = "public " + address_of(number).to_string()};
    }
    return {.actor = role_of(*known) + ":" + name, .acts_for = known->counter.value_or("")};
}

} // namespace

device::device(world& in, std::string name, bool is_stranger)
    : over{in.net, is_stranger ? std::string{} : token_of(name), address_of(in.lines.size())}, world_{in},
      name_{std::move(name)}, form_{request_by(in.here, name_, in.lines.size())}, number_{in.lines.size()},
      random_{in.random.bits()}, timers_{in.when}
{
    world_.lines.push_back(&over);
    over.on_try = [this](const client::http_request& tried) { note_try(tried); };
    connection_.emplace(over, timers_, client::random_engine{random_.bits()});
}

/// By its key, which only a change has: the next request is tried before the answer to the one before it is
/// delivered.
void device::note_try(const client::http_request& tried)
{
    const auto found = std::ranges::find(under_way_, tried.idempotency_key, &waiting_request::key);
    if (!tried.idempotency_key.empty() && found != under_way_.end()) {
        world_.ledger.try_again(found->number, world_.now());
    }
}

std::string device::new_key()
{
    return name_ + "-" + std::to_string(number_) + "-" + std::to_string(++keys_);
}

void device::send(client::verb how, std::string target, std::string body, client::completion then,
                  std::string key)
{
    if (how != verb::get && key.empty()) {
        key = new_key();
    }
    auto wanted = form_;
    wanted.verb = how;
    wanted.target = target;
    wanted.body = body;
    wanted.key = key;
    const auto number = world_.ledger.ask(world_.now(), std::move(wanted));
    under_way_.push_back({number, key});
    connection_->send(
        {how, std::move(target), std::move(body), {}},
        [this, number, then = std::move(then)](const client::result<client::http_response>& got) {
            std::erase_if(under_way_, [number](const auto& each) { return each.number == number; });
            if (got) {
                world_.ledger.answer(number, {world_.now(), got->status, got->body, got->replayed});
            }
            if (then) {
                then(got);
            }
        },
        {.idempotency_key = std::move(key)});
}

void device::follow_site(const heard& message)
{
    unfollow();
    feed_ = world_.ledger.follow(name_);
    follow(world_.path("/live"), [this, message](const boost::json::value& got, bool is_snapshot) {
        const auto seq = got.at("seq").as_int64();
        world_.ledger.deliver(*feed_, world_.now(), seq, world_.net.arriving());
        message(got, is_snapshot);
    });
}

void device::follow(std::string target, const heard& message)
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
    if (feed_) {
        world_.ledger.unfollow(*std::exchange(feed_, std::nullopt));
    }
    connection_->unfollow();
}

void device::restart()
{
    under_way_.clear();
    unfollow();
    connection_.emplace(over, timers_, client::random_engine{random_.bits()});
}

} // namespace motcua::simulation
