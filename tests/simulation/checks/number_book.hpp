#pragma once
// Which numbers were given, and which were leased to whom: no number twice a day, no gap but for the leased.

#include "server/domain/events.hpp"

#include <functional>
#include <string>
#include <vector>

namespace motcua::simulation {

class number_book
{
public:
    /// Whether someone may still stand up for a number of a series: its ticket is alive, or a no-show within
    /// the grace time.
    using awaited = std::function<bool(const domain::service_code& series, int number)>;

    /// Takes over the number of a ticket. Empty when it is right, else what is wrong with it.
    std::string give(const domain::ticket_issued& issued, const domain::site_settings& settings,
                     const awaited& is_awaited);

    /// The same for the number of a slip that came when its day was over.
    std::string give_late(const domain::ticket_logged& logged);

    /// The same for the lease of a block.
    std::string lease(const domain::block_leased& leased);

    /// The day that is open is over: the main count starts again. Blocks stay known: their slips may come
    /// late.
    void close();

private:
    struct block
    {
        domain::block_leased leased;
        std::vector<bool> used;
    };
    struct series
    {
        domain::service_code code;
        int last = 0; ///< of the main count
        std::vector<bool> given{};
    };

    std::string give_leased(domain::block_id id, const domain::service_code& service, domain::local_day day,
                            int number);
    std::string give_next(const domain::ticket_issued& issued, const domain::site_settings& settings,
                          const awaited& is_awaited);
    bool is_leased(const domain::service_code& code, domain::local_day day, int number) const;
    series& series_of(const domain::service_code& code);
    bool note_given(const domain::service_code& code, int number);

    std::int64_t last_block_ = 0;
    std::vector<block> blocks_;
    std::vector<series> series_;
    std::optional<domain::local_day> open_day_; ///< of the numbers in series_
};

} // namespace motcua::simulation
