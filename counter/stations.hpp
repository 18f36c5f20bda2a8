#pragma once
// The links of the counter's windows to a real server.

#include "client/link.hpp"
#include "counter/board/conversation.hpp"
#include "counter/board/program.hpp"
#include "counter/console/conversation.hpp"
#include "counter/console/program.hpp"

namespace motcua::counter {

namespace console {

class station : public server_link
{
public:
    /// Begins to talk at once.
    explicit station(client::endpoint server) : link_(std::move(server)) {}

    void send(const order& o) override
    {
        link_.post([o](conversation& talk) { talk.ask(o); });
    }
    std::vector<event> take() override { return link_.take(); }

private:
    client::link<conversation, event> link_;
};

} // namespace console

namespace board {

class station : public server_link
{
public:
    /// Begins to talk at once.
    explicit station(client::endpoint server) : link_(std::move(server)) {}

    std::vector<event> take() override { return link_.take(); }

private:
    client::link<conversation, event> link_;
};

} // namespace board

} // namespace motcua::counter
