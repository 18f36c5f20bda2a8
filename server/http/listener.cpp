#include "server/http/listener.hpp"

#include "base/as_tuple.hpp"
#include "server/http/answer_text.hpp"
#include "server/http/hub.hpp"
#include "server/http/session.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <exception>
#include <list>
#include <utility>

namespace motcua::http {
namespace {

using boost::asio::ip::tcp;
using tcp_acceptor = boost::asio::basic_socket_acceptor<tcp, boost::asio::io_context::executor_type>;
using timer = boost::asio::basic_waitable_timer<clock, boost::asio::wait_traits<clock>,
                                                boost::asio::io_context::executor_type>;

constexpr auto stop_poll = std::chrono::milliseconds{10};

/// One address.
struct door
{
    tcp_acceptor acceptor;
    std::shared_ptr<boost::asio::ssl::context> tls; ///< none: plain
};

} // namespace

/// Outlives the listener while a connection exists.
struct listener::state : hub, std::enable_shared_from_this<state>
{
    state(boost::asio::io_context& context, const router& table, const limits& bounds,
          notice_function a_report)
        : hub{table, bounds, std::move(a_report)}, executor{context.get_executor()}, tick{executor}
    {
        read_clocks();
    }

    boost::asio::awaitable<void> accept(door& open);
    boost::asio::awaitable<void> sweep();
    void welcome(stream client, const door& entrance);
    bool evict_longest_idle();
    void read_clocks();
    void close_doors();
    void shut();

    template <class Function>
    void for_each(Function function)
    {
        for (auto* list : {&waiting, &working, &feeds}) {
            for (auto& each : *list) {
                function(each);
            }
        }
    }

    /// One turn that fails, out of memory, must not end the loop that it is part of.
    template <class Function>
    void attempt(Function function)
    {
        try {
            function();
        } catch (const std::exception& error) {
            if (report) {
                report(notice::handler_failed, error.what());
            }
        }
    }

    boost::asio::io_context::executor_type executor;
    std::list<door> doors;
    timer tick; ///< of the sweeper
    bool stopped = false;
};

/// Accepts connections until `open` is closed. Without a descriptor or memory for another it makes room and
/// pauses.
boost::asio::awaitable<void> listener::state::accept(door& open)
{
    const auto self = shared_from_this();
    timer pause{executor};
    while (open.acceptor.is_open()) {
        auto [error, socket] = co_await open.acceptor.async_accept(base::as_tuple);
        if (!open.acceptor.is_open()) {
            co_return;
        }
        if (error) {
            ++count.accept_errors;
            if (error == boost::asio::error::connection_aborted) {
                continue;
            }
            if (report) {
                report(notice::accept_failed, error.message());
            }
            evict_longest_idle();
            pause.expires_after(limit.accept_pause);
            co_await pause.async_wait(base::as_tuple);
            continue;
        }
        ++count.accepted;
        if (count.connections >= limit.connections && !evict_longest_idle()) {
            continue;
        }
        welcome(stream{std::move(socket)}, open);
    }
}

boost::asio::awaitable<void> listener::state::sweep()
{
    const auto self = shared_from_this();
    while (!stopped) {
        tick.expires_after(limit.sweep);
        co_await tick.async_wait(base::as_tuple);
        if (stopped) {
            co_return;
        }
        read_clocks();
        attempt([this] { for_each([this](connection& each) { each.sweep(now); }); });
    }
}

void listener::state::welcome(stream client, const door& entrance)
{
    attempt([&] {
        if (entrance.tls) {
            client.encrypt(*entrance.tls);
        }
        auto served = std::make_unique<session>(shared_from_this(), std::move(client));
        boost::asio::co_spawn(executor, session::serve(std::move(served)), boost::asio::detached);
    });
}

/// False when every connection is answering a request or a feed.
bool listener::state::evict_longest_idle()
{
    if (waiting.empty()) {
        return false;
    }
    auto& longest = waiting.front();
    waiting.pop_front();
    longest.abort();
    ++count.evicted;
    return true;
}

void listener::state::read_clocks()
{
    now = clock::now();
    date = http_date(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
}

void listener::state::close_doors()
{
    boost::system::error_code ignored;
    for (auto& each : doors) {
        each.acceptor.close(ignored);
    }
}

void listener::state::shut()
{
    stopped = true;
    close_doors();
    tick.cancel();
    for_each([](connection& each) { each.abort(); });
}

listener::listener(boost::asio::io_context& context, const router& routes, const limits& bounds,
                   notice_function report)
    : state_{std::make_shared<state>(context, routes, bounds, std::move(report))}
{}

listener::~listener() { state_->shut(); }

boost::system::error_code listener::listen(const tcp::endpoint& where,
                                           std::shared_ptr<boost::asio::ssl::context> tls)
{
    boost::system::error_code error;
    tcp_acceptor acceptor{state_->executor};
    acceptor.open(where.protocol(), error);
    if (!error) {
        acceptor.set_option(tcp::acceptor::reuse_address{true}, error);
    }
    if (!error) {
        acceptor.bind(where, error);
    }
    if (!error) {
        acceptor.listen(state_->limit.backlog, error);
    }
    if (error) {
        return error;
    }
    const bool is_first = state_->doors.empty();
    auto& open = state_->doors.emplace_back(door{std::move(acceptor), std::move(tls)});
    boost::asio::co_spawn(state_->executor, state_->accept(open), boost::asio::detached);
    if (is_first) {
        boost::asio::co_spawn(state_->executor, state_->sweep(), boost::asio::detached);
    }
    return {};
}

tcp::endpoint listener::local_endpoint() const
{
    if (state_->doors.empty()) {
        return {};
    }
    boost::system::error_code not_listening;
    return state_->doors.back().acceptor.local_endpoint(not_listening);
}

boost::asio::awaitable<void> listener::stop()
{
    const auto self = state_;
    self->close_doors();
    self->draining = true;
    self->for_each([](connection& each) { each.drain(); });
    const auto cut_at = clock::now() + self->limit.stop;
    timer poll{self->executor};
    // A connection that is cut ends soon after; one that does not is not a reason to wait for ever.
    for (const auto deadline : {cut_at, cut_at + self->limit.stop}) {
        while (self->count.connections > 0 && clock::now() < deadline) {
            poll.expires_after(stop_poll);
            co_await poll.async_wait(base::as_tuple);
        }
        self->shut();
    }
}

const metrics& listener::count() const noexcept { return state_->count; }

} // namespace motcua::http
