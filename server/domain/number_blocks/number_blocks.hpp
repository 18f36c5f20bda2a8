#pragma once
// The blocks of numbers that kiosks lease, so that they can print tickets while the server is away.

#include "server/domain/calendar/events.hpp"
#include "server/domain/number_blocks/events.hpp"
#include "server/domain/tickets/events.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <string>
#include <vector>

namespace motcua::domain {

/// A block is known this long after its day: a kiosk that was away may still bring what it printed then.
constexpr std::chrono::days blocks_kept{31};

/// A lease of numbers. `used` are those that came back as tickets.
struct number_block
{
    block_id id{};
    std::string kiosk;
    service_code service;
    local_day day{};
    int first{};
    int last{};
    std::vector<int> used;
};
BOOST_DESCRIBE_STRUCT(number_block, (), (id, kiosk, service, day, first, last, used))

/// A block_list in plain values.
struct block_list_image
{
    std::int64_t last{};
    std::vector<number_block> all;
};
BOOST_DESCRIBE_STRUCT(block_list_image, (), (last, all))

class block_list
{
public:
    block_list() = default;
    explicit block_list(block_list_image saved);

    block_list_image image() const;

    /// The id of the last block that was leased, as a number; 0 before the first.
    std::int64_t last() const { return last_; }

    /// Those of today, of days to come, and of the last blocks_kept days.
    const std::map<block_id, number_block>& all() const { return all_; }

    /// Null when there is no such block, or its day is too long ago.
    const number_block* find(block_id id) const;

    void on(const block_leased& body);
    void on(const ticket_issued& body);
    void on(const ticket_logged& body);
    void on(const day_opened& body);

private:
    void use(block_id id, int number, local_day day);

    std::int64_t last_{};
    std::map<block_id, number_block> all_;
};

} // namespace motcua::domain
