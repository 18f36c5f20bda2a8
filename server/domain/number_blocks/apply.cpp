#include "base/require.hpp"
#include "server/domain/number_blocks/number_blocks.hpp"

namespace motcua::domain {

using base::require;

block_list::block_list(block_list_image saved) : last_(saved.last)
{
    for (auto& block : saved.all) {
        all_[block.id] = std::move(block);
    }
}

block_list_image block_list::image() const
{
    block_list_image image{.last = last_, .all = {}};
    for (const auto& [id, block] : all_) {
        image.all.push_back(block);
    }
    return image;
}

const number_block* block_list::find(block_id id) const
{
    const auto found = all_.find(id);
    return found == all_.end() ? nullptr : &found->second;
}

void block_list::on(const block_leased& body)
{
    require(static_cast<std::int64_t>(body.block) == last_ + 1, "block ids follow each other");
    require(0 < body.first && body.first <= body.last,
            "a block has at least one number, and numbers begin at 1");
    last_ = static_cast<std::int64_t>(body.block);
    all_[body.block] = number_block{.id = body.block,
                                    .kiosk = body.kiosk,
                                    .service = body.service,
                                    .day = body.day,
                                    .first = body.first,
                                    .last = body.last,
                                    .used = {}};
}

void block_list::on(const ticket_issued& body)
{
    if (body.block) {
        use(*body.block, body.number, body.day);
    }
}

void block_list::on(const ticket_logged& body) { use(body.block, body.number, body.day); }

void block_list::on(const day_opened& body)
{
    std::erase_if(all_, [&](const auto& entry) { return entry.second.day + blocks_kept < body.day; });
}

void block_list::use(block_id id, int number, local_day day)
{
    const auto found = all_.find(id);
    require(found != all_.end(), "a ticket comes from a block that was leased");
    auto& block = found->second;
    require(block.first <= number && number <= block.last, "a ticket has a number of its block");
    require(block.day == day, "a ticket is of the day of its block");
    block.used.push_back(number);
    require(static_cast<int>(block.used.size()) <= block.last - block.first + 1,
            "no more tickets come from a block than it has numbers");
}

} // namespace motcua::domain
