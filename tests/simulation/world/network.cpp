#include "tests/simulation/world/network.hpp"

#include "server/http/limits.hpp"
#include "tests/simulation/world/simulated_feed.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace motcua::simulation {

namespace {

const boost::system::error_code connection_refused = make_error_code(boost::system::errc::connection_refused);

client::http_response received(http::response given)
{
    client::http_response answer{.status = static_cast<int>(given.status),
                                 .body = given.shared_body ? *given.shared_body : std::move(given.body)};
    for (const auto& [name, value] : given.headers) {
        if (name == "Retry-After") {
            int waits = 0;
            std::from_chars(value.data(), value.data() + value.size(), waits);
            answer.retry_after = seconds{waits};
        } else if (name == "Idempotent-Replayed") {
            answer.replayed = true;
        }
    }
    return answer;
}

} // namespace

/// One request on its way; the client's operation and everything under way to it share it.
struct exchange
{
    explicit exchange(schedule& when, client::completion outcome) : schedule_{when}, done{std::move(outcome)}
    {}

    void finish(const client::result<client::http_response>& outcome)
    {
        if (over) {
            return;
        }
        over = true;
        schedule_.cancel(deadline);
        // It may destroy the operation, and with it `done`.
        const auto completed = std::exchange(done, nullptr);
        completed(outcome);
    }

    void fail_after(microseconds delay, boost::system::error_code why)
    {
        // While it waits, only the client's operation holds the exchange.
        schedule_.after(delay, [about = std::weak_ptr{self}, why] {
            if (const auto still = about.lock()) {
                still->finish(why);
            }
        });
    }

    schedule& schedule_;
    client::completion done;
    std::uint64_t deadline = 0;
    bool over = false;
    std::weak_ptr<exchange> self;
};

namespace {

class request_operation final : public client::operation
{
public:
    explicit request_operation(std::shared_ptr<exchange> about) : about_{std::move(about)} {}
    ~request_operation() override
    {
        if (!about_->over) {
            about_->over = true;
            about_->schedule_.cancel(about_->deadline);
        }
    }

private:
    std::shared_ptr<exchange> about_;
};

/// A feed as the client holds it.
class feed_operation final : public client::feed
{
public:
    explicit feed_operation(std::shared_ptr<simulated_feed> about) : about_{std::move(about)} {}
    ~feed_operation() override { about_->client_leaves(); }
    void ping() override { about_->ping(); }

private:
    std::shared_ptr<simulated_feed> about_;
};

template <class T>
void forget_ended(std::vector<std::weak_ptr<T>>& held)
{
    if (held.size() >= 64) {
        std::erase_if(held, [](const auto& one) { return one.expired(); });
    }
}

} // namespace

std::unique_ptr<client::operation> simulated_transport::send(client::http_request request,
                                                             client::milliseconds deadline,
                                                             client::completion done)
{
    if (on_try) {
        on_try(request);
    }
    return network_.send(*this, std::move(request), deadline, std::move(done));
}

std::unique_ptr<client::feed> simulated_transport::open_feed(std::string target,
                                                             client::feed_handlers handlers)
{
    return network_.open_feed(*this, std::move(target), std::move(handlers));
}

void simulated_transport::reset()
{
    for (const auto& one : std::exchange(feeds_, {})) {
        if (const auto open = one.lock()) {
            open->break_off(connection_broken);
        }
    }
}

void simulated_transport::rejoin()
{
    quality.parted = false;
    for (const auto& one : feeds_) {
        if (const auto open = one.lock()) {
            open->rejoin();
        }
    }
}

void network::connect(front_door& door)
{
    door_ = &door;
    silent_ = false;
    sendings_left_ = 0;
    on_cut_ = nullptr;
}

void network::disconnect(bool is_noticed)
{
    door_ = nullptr;
    refuses_ = is_noticed;
    sendings_left_ = 0;
    for (const auto& one : std::exchange(exchanges_, {})) {
        if (const auto open = one.lock(); open && is_noticed) {
            open->fail_after(milliseconds{1}, connection_broken);
        }
    }
    for (const auto& one : std::exchange(feeds_, {})) {
        if (const auto open = one.lock()) {
            open->server_ends(is_noticed);
        }
    }
}

void network::cut_at_sending(unsigned sendings, std::function<void()> ended)
{
    sendings_left_ = sendings;
    on_cut_ = std::move(ended);
}

bool network::server_may_send()
{
    if (silent_) {
        return false;
    }
    if (sendings_left_ > 0 && --sendings_left_ == 0) {
        silent_ = true;
        std::exchange(on_cut_, nullptr)();
        return false;
    }
    return true;
}

microseconds network::delay(const simulated_transport& over)
{
    if (drawn(over, &network_quality::late)) {
        return milliseconds{random_.between(500, 9'000)};
    }
    const auto least = over.quality.delay_least + weather.delay_least;
    const auto most = over.quality.delay_most + weather.delay_most;
    return microseconds{random_.between(least.count(), most.count())};
}

bool network::drawn(const simulated_transport& over, unsigned network_quality::*which)
{
    const auto chance = over.quality.*which + weather.*which;
    return chance > 0 && random_.chance(chance);
}

std::unique_ptr<client::operation> network::send(simulated_transport& over, client::http_request request,
                                                 client::milliseconds deadline, client::completion done)
{
    const auto about = std::make_shared<exchange>(schedule_, std::move(done));
    about->self = about;
    about->deadline = schedule_.after(deadline, [about] { about->finish(client::error::deadline_passed); });
    if (is_parted(over) || drawn(over, &network_quality::lost)) {
        // The client hears nothing until its deadline.
    } else if (drawn(over, &network_quality::broken)) {
        about->fail_after(delay(over), connection_broken);
    } else {
        if (drawn(over, &network_quality::doubled)) {
            schedule_.after(delay(over), [this, &over, wired = over.wired(request), about]() mutable {
                arrive(over, std::move(wired), about);
            });
        }
        schedule_.after(delay(over), [this, &over, wired = over.wired(std::move(request)), about]() mutable {
            arrive(over, std::move(wired), about);
        });
    }
    return std::make_unique<request_operation>(about);
}

void network::arrive(simulated_transport& over, wire_request wired, const std::shared_ptr<exchange>& about)
{
    if (is_parted(over)) {
        return;
    }
    if (door_ == nullptr) {
        if (refuses_) {
            about->fail_after(delay(over), connection_refused);
        }
        return;
    }
    trace_.note(schedule_.now());
    trace_.note(wired.request.target);
    trace_.note(wired.request.idempotency_key);
    forget_ended(exchanges_);
    exchanges_.push_back(about);
    door_->handle(std::move(wired),
                  [this, &over, about](http::response given) { answer(over, std::move(given), about); });
}

void network::answer(simulated_transport& over, http::response given, const std::shared_ptr<exchange>& about)
{
    if (!server_may_send()) {
        return;
    }
    std::erase_if(exchanges_, [&](const auto& one) { return one.lock() == about; });
    if (is_parted(over) || drawn(over, &network_quality::lost)) {
        return;
    }
    if (drawn(over, &network_quality::broken) || drawn(over, &network_quality::halved)) {
        return about->fail_after(delay(over), connection_broken);
    }
    schedule_.after(delay(over), [this, about, got = received(std::move(given))]() mutable {
        trace_.note(schedule_.now());
        trace_.note(static_cast<std::uint64_t>(got.status));
        trace_.note(got.body);
        about->finish(std::move(got));
    });
}

std::unique_ptr<client::feed> network::open_feed(simulated_transport& over, std::string target,
                                                 client::feed_handlers handlers)
{
    const auto about = std::make_shared<simulated_feed>(*this, over, std::move(handlers));
    std::erase_if(over.feeds_, [](const auto& one) { return one.expired(); });
    over.feeds_.push_back(about);
    if (!(is_parted(over) || drawn(over, &network_quality::lost))) {
        client::http_request request{.target = std::move(target)};
        schedule_.after(delay(over), [this, &over, wired = over.wired(std::move(request)), about]() mutable {
            open_at_server(over, std::move(wired), about);
        });
    }
    return std::make_unique<feed_operation>(about);
}

void network::open_at_server(simulated_transport& over, wire_request wired,
                             const std::shared_ptr<simulated_feed>& about)
{
    if (is_parted(over) || about->is_left()) {
        return;
    }
    if (door_ == nullptr) {
        if (refuses_) {
            about->refuse(connection_refused);
        }
        return;
    }
    trace_.note(schedule_.now());
    trace_.note(wired.request.target);
    forget_ended(feeds_);
    feeds_.push_back(about);
    door_->open(std::move(wired), [this, about](http::feed_answer answer) {
        if (!server_may_send()) {
            return;
        }
        if (const auto* refusal = std::get_if<http::response>(&answer)) {
            const bool unknown = refusal->status == 401 || refusal->status == 403;
            return about->refuse(unknown ? client::error::token_refused : client::error::feed_refused);
        }
        about->accept(*door_, std::get<http::feed_opened>(answer));
    });
}

} // namespace motcua::simulation
