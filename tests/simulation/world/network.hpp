#pragma once
// The simulated network: a transport from each client to the server, on which messages are late, lost,
// doubled or cut in half, and which may part without a word.

#include "tests/simulation/random.hpp"
#include "tests/simulation/world/front_door.hpp"
#include "tests/simulation/world/schedule.hpp"
#include "tests/simulation/world/trace.hpp"

#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace motcua::simulation {

/// How bad the network is for one client; the chances are per mille of the messages.
struct network_quality
{
    microseconds delay_least{200};
    microseconds delay_most{2'000};
    unsigned lost = 0;    ///< silently
    unsigned broken = 0;  ///< with the connection, so that the client notices
    unsigned halved = 0;  ///< of answers: the connection breaks in their middle
    unsigned doubled = 0; ///< of requests: the server gets them twice
    unsigned late = 0;    ///< by seconds instead of milliseconds
    bool parted = false;  ///< nothing passes, and nobody notices
};

/// Weather that makes no transport worse than it is.
inline constexpr network_quality fair_weather{.delay_least = microseconds{0}, .delay_most = microseconds{0}};

inline const boost::system::error_code connection_broken =
    make_error_code(boost::system::errc::connection_reset);

class network;
struct exchange;
class simulated_feed;

/// What one client's connection sends through.
class simulated_transport final : public client::transport
{
public:
    simulated_transport(network& through, std::string token, boost::asio::ip::address from)
        : network_{through}, token_{std::move(token)}, from_{from}
    {}

    std::unique_ptr<client::operation> send(client::http_request request, client::milliseconds deadline,
                                            client::completion done) override;
    std::unique_ptr<client::feed> open_feed(std::string target, client::feed_handlers handlers) override;
    void use_token(std::string token) override { token_ = std::move(token); }

    /// Of this transport alone; the network's weather comes on top.
    network_quality quality;

    /// Runs before each try of a request.
    std::function<void(const client::http_request&)> on_try;

    /// Breaks what is open on it, so that both ends notice.
    void reset();
    /// No longer parted: what the network held back arrives.
    void rejoin();

private:
    friend class network;
    wire_request wired(client::http_request request) const { return {std::move(request), token_, from_}; }

    network& network_;
    std::string token_;
    boost::asio::ip::address from_;
    std::list<std::weak_ptr<simulated_feed>> feeds_;
};

class network
{
public:
    network(schedule& when, trace& seen, draws random) : schedule_{when}, trace_{seen}, random_{random} {}
    network(const network&) = delete;
    network& operator=(const network&) = delete;

    /// The server that answers from now on.
    void connect(front_door& door);

    /// The server is gone. `is_noticed`: its machine is still up and refuses, so clients notice at once.
    void disconnect(bool is_noticed);

    /// The server's n-th sending from now, an answer or a message of a feed, is its last: half of it goes out
    /// or nothing, and `ended` runs, from within the sending.
    void cut_at_sending(unsigned sendings, std::function<void()> ended);

    /// The server's machine sends nothing more.
    void silence_server() { silent_ = true; }

    /// On top of each transport's own quality.
    network_quality weather = fair_weather;

    /// The message of a feed that is being handed to its client.
    const std::shared_ptr<const std::string>& arriving() const { return arriving_; }

private:
    friend class simulated_transport;
    friend class simulated_feed;

    std::unique_ptr<client::operation> send(simulated_transport& over, client::http_request request,
                                            client::milliseconds deadline, client::completion done);
    std::unique_ptr<client::feed> open_feed(simulated_transport& over, std::string target,
                                            client::feed_handlers handlers);
    void arrive(simulated_transport& over, wire_request wired, const std::shared_ptr<exchange>& about);
    void answer(simulated_transport& over, http::response given, const std::shared_ptr<exchange>& about);
    void open_at_server(simulated_transport& over, wire_request wired,
                        const std::shared_ptr<simulated_feed>& about);
    bool is_parted(const simulated_transport& over) const { return over.quality.parted || weather.parted; }
    microseconds delay(const simulated_transport& over);
    bool drawn(const simulated_transport& over, unsigned network_quality::*which);
    bool server_may_send();

    schedule& schedule_;
    trace& trace_;
    draws random_;
    front_door* door_ = nullptr;
    bool refuses_ = true; ///< while there is no server: its machine says so
    bool silent_ = false;
    unsigned sendings_left_ = 0;
    std::function<void()> on_cut_;
    std::vector<std::weak_ptr<exchange>> exchanges_; ///< that the server has not answered
    std::vector<std::weak_ptr<simulated_feed>> feeds_;
    std::shared_ptr<const std::string> arriving_;
};

} // namespace motcua::simulation
