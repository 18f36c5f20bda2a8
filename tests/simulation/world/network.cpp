#include "tests/simulation/world/network.hpp"

#include "server/http/limits.hpp"
#include "tests/simulation/world/conversation.hpp"

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

/// One call on its way; the client's operation and everything that is under way to it share it.
struct exchange
{
    explicit exchange(schedule& when, client::completion told) : schedule_{when}, done{std::move(told)} {}

    void finish(const client::result<client::http_response>& outcome)
    {
        if (over) {
            return;
        }
        over = true;
        schedule_.cancel(deadline);
        // It may let go of the operation, and that of `done`.
        const auto told = std::exchange(done, nullptr);
        told(outcome);
    }

    void fail_after(microseconds delay, boost::system::error_code why)
    {
        // What holds the exchange while it waits is the client's operation.
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

class call_operation final : public client::operation
{
public:
    explicit call_operation(std::shared_ptr<exchange> about) : about_{std::move(about)} {}
    ~call_operation() override
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
    explicit feed_operation(std::shared_ptr<conversation> about) : about_{std::move(about)} {}
    ~feed_operation() override { about_->client_leaves(); }
    void ping() override { about_->ping(); }

private:
    std::shared_ptr<conversation> about_;
};

template <class T>
void forget_ended(std::vector<std::weak_ptr<T>>& held)
{
    if (held.size() >= 64) {
        std::erase_if(held, [](const auto& one) { return one.expired(); });
    }
}

} // namespace

std::unique_ptr<client::operation> line::call(client::http_request request, client::milliseconds deadline,
                                              client::completion done)
{
    if (on_try) {
        on_try();
    }
    return network_.call(*this, std::move(request), deadline, std::move(done));
}

std::unique_ptr<client::feed> line::open_feed(std::string target, client::feed_handlers handlers)
{
    return network_.open_feed(*this, std::move(target), std::move(handlers));
}

void line::reset()
{
    for (const auto& one : std::exchange(feeds_, {})) {
        if (const auto open = one.lock()) {
            open->break_off(connection_broken);
        }
    }
}

void line::rejoin()
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

void network::disconnect(bool told)
{
    door_ = nullptr;
    refuses_ = told;
    sendings_left_ = 0;
    for (const auto& one : std::exchange(exchanges_, {})) {
        if (const auto open = one.lock(); open && told) {
            open->fail_after(milliseconds{1}, connection_broken);
        }
    }
    for (const auto& one : std::exchange(conversations_, {})) {
        if (const auto open = one.lock()) {
            open->server_ends(told);
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

microseconds network::delay(const line& over)
{
    if (drawn(over, &line_quality::late)) {
        return milliseconds{random_.between(500, 9'000)};
    }
    const auto least = over.quality.delay_least + weather.delay_least;
    const auto most = over.quality.delay_most + weather.delay_most;
    return microseconds{random_.between(least.count(), most.count())};
}

bool network::drawn(const line& over, unsigned line_quality::*which)
{
    const auto chance = over.quality.*which + weather.*which;
    return chance > 0 && random_.chance(chance);
}

std::unique_ptr<client::operation> network::call(line& over, client::http_request asked,
                                                 client::milliseconds deadline, client::completion done)
{
    const auto about = std::make_shared<exchange>(schedule_, std::move(done));
    about->self = about;
    about->deadline = schedule_.after(deadline, [about] { about->finish(client::error::deadline_passed); });
    if (is_parted(over) || drawn(over, &line_quality::lost)) {
        // The client hears nothing until its deadline.
    } else if (drawn(over, &line_quality::broken)) {
        about->fail_after(delay(over), connection_broken);
    } else {
        if (drawn(over, &line_quality::doubled)) {
            schedule_.after(delay(over), [this, &over, request = over.wired(asked), about]() mutable {
                arrive(over, std::move(request), about);
            });
        }
        schedule_.after(delay(over), [this, &over, request = over.wired(std::move(asked)), about]() mutable {
            arrive(over, std::move(request), about);
        });
    }
    return std::make_unique<call_operation>(about);
}

void network::arrive(line& over, wire_request asked, const std::shared_ptr<exchange>& about)
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
    trace_.note(asked.asked.target);
    trace_.note(asked.asked.idempotency_key);
    forget_ended(exchanges_);
    exchanges_.push_back(about);
    door_->handle(std::move(asked),
                  [this, &over, about](http::response given) { answer(over, std::move(given), about); });
}

void network::answer(line& over, http::response given, const std::shared_ptr<exchange>& about)
{
    if (!server_may_send()) {
        return;
    }
    std::erase_if(exchanges_, [&](const auto& one) { return one.lock() == about; });
    if (is_parted(over) || drawn(over, &line_quality::lost)) {
        return;
    }
    if (drawn(over, &line_quality::broken) || drawn(over, &line_quality::halved)) {
        return about->fail_after(delay(over), connection_broken);
    }
    schedule_.after(delay(over), [this, about, got = received(std::move(given))]() mutable {
        trace_.note(schedule_.now());
        trace_.note(static_cast<std::uint64_t>(got.status));
        trace_.note(got.body);
        about->finish(std::move(got));
    });
}

std::unique_ptr<client::feed> network::open_feed(line& over, std::string target,
                                                 client::feed_handlers handlers)
{
    const auto about = std::make_shared<conversation>(*this, over, std::move(handlers));
    std::erase_if(over.feeds_, [](const auto& one) { return one.expired(); });
    over.feeds_.push_back(about);
    if (!(is_parted(over) || drawn(over, &line_quality::lost))) {
        client::http_request asked{.target = std::move(target)};
        schedule_.after(delay(over), [this, &over, request = over.wired(std::move(asked)), about]() mutable {
            open_at_server(over, std::move(request), about);
        });
    }
    return std::make_unique<feed_operation>(about);
}

void network::open_at_server(line& over, wire_request asked, const std::shared_ptr<conversation>& about)
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
    trace_.note(asked.asked.target);
    forget_ended(conversations_);
    conversations_.push_back(about);
    door_->open(std::move(asked), [this, about](http::feed_answer answer) {
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
