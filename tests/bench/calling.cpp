#include "tests/bench/calling.hpp"

#include "tests/bench/failure.hpp"

namespace motcua::bench {

namespace {

/// The id of the ticket that `body` shows.
std::string_view ticket_in(std::string_view body)
{
    constexpr std::string_view member = R"("id":")";
    const auto start = body.find(member);
    if (start == std::string_view::npos) {
        throw failure("call_next gave no ticket: " + std::string(body));
    }
    const auto text = body.substr(start + member.size());
    return text.substr(0, text.find('"'));
}

} // namespace

calling_counter::calling_counter(std::uint16_t port, const demo_file& demo, const std::string& code)
    : token_(demo.tokens.counter.at(code)), path_(site_path(demo) + "/counters/" + code), connection_(port)
{
    exchange(connection_, post_request(path_ + "/open", token_, fresh_key(), "{}"), 200);
}

void calling_counter::call_next()
{
    ++wanted_;
    if (state_ == state::free) {
        send_next();
    } else {
        ++late_;
    }
}

void calling_counter::send_next()
{
    --wanted_;
    state_ = state::calling;
    sent_.push_back({clock::now()});
    connection_.send(post_request(path_ + "/call_next", token_, fresh_key(), "{}"));
}

void calling_counter::free_counter(std::string_view ticket)
{
    state_ = state::freeing;
    connection_.send(
        post_request("/api/v1/tickets/" + std::string(ticket) + "/no_show", token_, fresh_key(), "{}"));
}

void calling_counter::read()
{
    const auto reply = find_reply(connection_.receive());
    if (!reply) {
        return;
    }
    if (reply->status == 204) {
        throw failure("no ticket was waiting for call_next");
    }
    if (reply->status != 200) {
        throw failure(describe(*reply));
    }
    if (state_ == state::calling) {
        free_counter(ticket_in(reply->body));
        connection_.take(reply->whole.size());
        return;
    }
    connection_.take(reply->whole.size());
    state_ = state::free;
    if (wanted_ > 0) {
        send_next();
    }
}

} // namespace motcua::bench
