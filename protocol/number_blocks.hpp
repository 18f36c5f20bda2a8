#pragma once
// The messages of a kiosk's blocks of numbers, from which it prints while the server is away, and of the
// tickets that it then brings.

#include "protocol/messages.hpp"

namespace motcua::protocol {

/// `POST /sites/{site}/number_blocks`. Without a day: of today.
struct lease_block
{
    code_text service;
    std::optional<base::day> day;
    int count{};
};
BOOST_DESCRIBE_STRUCT(lease_block, (), (service, day, count))

/// Numbers `first` to `last` of `service` on `day`; `used` are those that came back as tickets.
struct number_block
{
    std::string id;
    std::string kiosk;
    std::string service;
    base::day day{};
    int first{};
    int last{};
    std::vector<int> used;
};
BOOST_DESCRIBE_STRUCT(number_block, (), (id, kiosk, service, day, first, last, used))

struct number_block_list
{
    std::vector<number_block> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(number_block_list, (), (items, next_cursor))

/// `POST /sites/{site}/number_blocks/{block}/tickets`. `last_contact` is the server's time when the kiosk
/// last heard it, `issued_at` that time and what the kiosk's steady clock has counted since.
struct issue_offline_ticket
{
    int number{};
    timestamp issued_at;
    timestamp last_contact;
    std::optional<protocol::priority> priority;
    std::optional<language> lang;
    std::optional<text<1, 64>> procedure;
    /// 128 bits in hex, those of the QR code on the slip; without it the server takes random ones.
    std::optional<text<32, 32>> track;
};
BOOST_DESCRIBE_STRUCT(issue_offline_ticket, (),
                      (number, issued_at, last_contact, priority, lang, procedure, track))

} // namespace motcua::protocol
