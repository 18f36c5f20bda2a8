#pragma once
// Messages of a server, as text.

#include "tests/unit/client/scripted_world.hpp"

#include <string>

namespace motcua::test {

inline client::http_response response(int status, std::string body = {})
{
    return {.status = status, .body = std::move(body)};
}

inline std::string ticket_json(const std::string& number, const std::string& state,
                               const std::string& counter = "null")
{
    return R"({"id":"demo-)" + number + R"(","number":")" + number + R"(","service":")" +
           number.substr(0, 1) +
           R"(","site":"demo","day":"2026-11-23","priority":"elderly","channel":"appointment","lang":"vi",
        "procedure":null,"state":")" +
           state +
           R"(","issued_at":"2026-11-23T09:20:00+07:00","due_at":"2026-11-23T09:00:00+07:00","ahead":0,
        "expected_wait_s":0,"forecast_state":"open","doubtful":false,
        "expected_call_at":"2026-11-23T09:41:00+07:00","track_url":"/t/x","counter":)" +
           counter +
           R"(,"reserved_for":null,"calls":1,"transfers":0,"out_of_order":false,"last_today":false})";
}

inline std::string list_json(const std::string& items)
{
    return R"({"items":[)" + items + R"(],"next_cursor":null})";
}

inline std::string board_json(int seq = 7)
{
    return R"({"site":"demo","time":"2026-11-23T09:41:00+07:00","calling":[
        {"number":"A012","counter":"2","service":"A","called_at":"2026-11-23T09:40:30+07:00"}],"services":[
        {"service":"A","name":"Hộ tịch","name_en":"Civil status","waiting":3,"expected_wait_s":600,"forecast_state":"open","doubtful":false,"state":"open","next":[]}],"counters":[
        {"counter":"1","state":"open","services":["A","D"],"number":null,"staff":null,"reason":null},
        {"counter":"2","state":"open","services":["A"],"number":"A012","staff":null,"reason":null}],"seq":)" +
           std::to_string(seq) + "}";
}

inline std::string snapshot_json(int seq = 7)
{
    return R"({"type":"snapshot","seq":)" + std::to_string(seq) + R"(,"epoch":"e","board":)" +
           board_json(seq) + "}";
}

inline std::string who_json(const std::string& role, const std::string& counter)
{
    return R"({"role":")" + role +
           R"(","site":"demo","site_name":"An Bình","site_name_en":"An Binh","counter":)" + counter +
           R"(,"staff":null})";
}

/// The message of the feed that follows message `seq - 1`.
inline std::string message_json(const std::string& type, int seq, const std::string& rest)
{
    return R"({"type":")" + type + R"(","seq":)" + std::to_string(seq) + R"(,"prev":)" +
           std::to_string(seq - 1) + "," + rest + "}";
}

} // namespace motcua::test
