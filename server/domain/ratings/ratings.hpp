#pragma once
// What citizens said about the service they had, of the last days: as much as is needed to take one rating of
// a visit, and its change.

#include "server/domain/calendar/events.hpp"
#include "server/domain/ratings/events.hpp"

#include <vector>

namespace motcua::domain {

struct event;

struct rating
{
    ticket_id ticket{};
    /// The day of the visit.
    local_day day{};
    /// When it was given first.
    instant at;
    int score{};
};
BOOST_DESCRIBE_STRUCT(rating, (), (ticket, day, at, score))

/// The visits of a day whose remarks are still kept.
struct remarks_of_day
{
    local_day day{};
    std::vector<ticket_id> visits;
};
BOOST_DESCRIBE_STRUCT(remarks_of_day, (), (day, visits))

struct rating_list_image
{
    std::vector<rating> all;
    std::vector<remarks_of_day> remarks;
};
BOOST_DESCRIBE_STRUCT(rating_list_image, (), (all, remarks))

class rating_list
{
public:
    rating_list() = default;
    explicit rating_list(rating_list_image saved)
        : all_(std::move(saved.all)), remarks_(std::move(saved.remarks))
    {}

    rating_list_image image() const { return {.all = all_, .remarks = remarks_}; }

    /// In the order in which they were given.
    const std::vector<rating>& all() const { return all_; }

    /// Null where the visit was not rated, or long ago.
    const rating* find(ticket_id ticket) const;

    /// In order of days.
    const std::vector<remarks_of_day>& remarks_kept() const { return remarks_; }

    void on(const visit_rated& body, const event& happened);
    void on(const remarks_erased& body);
    /// Those that nobody can change any more go.
    void on(const day_opened& body);

private:
    void note_remark(const visit_rated& body);

    std::vector<rating> all_;
    std::vector<remarks_of_day> remarks_;
};

} // namespace motcua::domain
