#pragma once
// What the clients of a run asked and were told, in the order in which it happened.

#include "protocol/client/transport.hpp"

#include <vector>

namespace motcua::simulation {

struct asked_call
{
    std::string client;
    client::http_request asked;
    std::chrono::microseconds when{};
    std::optional<client::http_response> answer; ///< none: the outcome is unknown
    std::chrono::microseconds answered{};
};

struct records
{
    std::vector<asked_call> calls;
};

} // namespace motcua::simulation
