#pragma once
// The simulated network: a line from each client to the server, on which messages are late, lost, doubled or
// cut in half, and which may part without a word.

#include "tests/simulation/random.hpp"
#include "tests/simulation/world/front_door.hpp"
#include "tests/simulation/world/schedule.hpp"
#include "tests/simulation/world/trace.hpp"

#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace motcua::simulation {

/// How bad a line is; the chances are per mille of the messages.
struct line_quality
{
    microseconds delay_least{200};
    microseconds delay_most{2'000};
    unsigned lost = 0;    ///< silently
    unsigned broken = 0;  ///< with the connection, so that the client hears of it
    unsigned halved = 0;  ///< of answers: the connection breaks in their middle
    unsigned doubled = 0; ///< of requests: the server gets them twice
    unsigned late = 0;    ///< by seconds instead of milliseconds
    bool parted = false;  ///< nothing passes, and nobody is told
};

/// Weather that adds nothing to what the lines are.
inline constexpr line_quality fair_weather{.delay_least = microseconds{0}, .delay_most = microseconds{0}};

inline const boost::system::error_code connection_broken =
    make_error_code(boost::system::errc::connection_reset);

class network;
struct exchange;
class conversation;

/// A client's line: the transport that its connection speaks through.
class line final : public client::transport
{
public:
    line(network& through, std::string token, boost::asio::ip::address from)
        : network_{through}, token_{std::move(token)}, from_{from}
    {}

    std::unique_ptr<client::operation> call(client::http_request request, client::milliseconds deadline,
                                            client::completion done) override;
    std::unique_ptr<client::feed> open_feed(std::string target, client::feed_handlers handlers) override;
    void use_token(std::string token) override { token_ = std::move(token); }

    /// Of this line alone; the network's own quality comes on top.
    line_quality quality;

    /// Told of each try of a call.
    std::function<void()> on_try;

    /// Breaks what is open on it, so that both ends hear of it.
    void reset();
    /// After it was parted: what the network held back arrives.
    void rejoin();

private:
    friend class network;
    wire_request wired(client::http_request asked) const { return {std::move(asked), token_, from_}; }

    network& network_;
    std::string token_;
    boost::asio::ip::address from_;
    std::list<std::weak_ptr<conversation>> feeds_;
};

class network
{
public:
    network(schedule& when, trace& seen, draws random) : schedule_{when}, trace_{seen}, random_{random} {}
    network(const network&) = delete;
    network& operator=(const network&) = delete;

    /// The server that answers from now on.
    void connect(front_door& door);

    /// The server is gone. `told`: its machine still stands and refuses, so clients hear at once.
    void disconnect(bool told);

    /// The server's n-th sending from now, an answer or a message of a feed, is its last: half of it goes out
    /// or nothing, and `ended` is called, from within the sending.
    void cut_at_sending(unsigned sendings, std::function<void()> ended);

    /// Whether the server's machine can still send.
    void silence_server() { silent_ = true; }

    /// On top of each line's own.
    line_quality weather = fair_weather;

    /// The message of a feed that is being handed to its client.
    const std::shared_ptr<const std::string>& arriving() const { return arriving_; }

private:
    friend class line;
    friend class conversation;

    std::unique_ptr<client::operation> call(line& over, client::http_request asked,
                                            client::milliseconds deadline, client::completion done);
    std::unique_ptr<client::feed> open_feed(line& over, std::string target, client::feed_handlers handlers);
    void arrive(line& over, wire_request asked, const std::shared_ptr<exchange>& about);
    void answer(line& over, http::response given, const std::shared_ptr<exchange>& about);
    void open_at_server(line& over, wire_request asked, const std::shared_ptr<conversation>& about);
    bool is_parted(const line& over) const { return over.quality.parted || weather.parted; }
    microseconds delay(const line& over);
    bool drawn(const line& over, unsigned line_quality::*which);
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
    std::vector<std::weak_ptr<conversation>> conversations_;
    std::shared_ptr<const std::string> arriving_;
};

} // namespace motcua::simulation
