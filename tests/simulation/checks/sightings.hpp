#pragma once
// Sights that must have been true at some moment of a stretch of the journal, watched while the model goes
// through it. Not a search for one order of everything, but never a false alarm.

#include "tests/simulation/checks/sights.hpp"

#include <algorithm>

namespace motcua::simulation {

struct sighting
{
    std::int64_t from = 0; ///< the site after this event is the first that may have been seen
    std::int64_t to = 0;   ///< and this the last
    std::size_t who = 0;   ///< the owner's number for it
    sight seen;
};

class sightings
{
public:
    void add(sighting one) { coming_.push_back(std::move(one)); }

    /// To be called after the last add.
    void settle() { std::ranges::sort(coming_, std::ranges::greater{}, &sighting::from); }

    /// To be called before the first event and after each. `broken` gets a sighting that was true at no
    /// moment, and why it was not at the last.
    template <class Broken>
    void look(const calling_model& model, Broken broken)
    {
        while (!coming_.empty() && coming_.back().from <= model.seq()) {
            open_.push_back(std::move(coming_.back()));
            coming_.pop_back();
        }
        std::erase_if(open_, [&](const sighting& one) {
            const bool is_over = one.to <= model.seq();
            const auto why =
                one.to < one.from ? "it tells more or less than was known" : objection(one.seen, model);
            if (!why.empty() && is_over) {
                broken(one, why);
            }
            return why.empty() || is_over;
        });
    }

    /// After the last event.
    template <class Broken>
    void end(Broken broken)
    {
        for (const auto& one : open_) {
            broken(one, std::string_view("it never was"));
        }
        for (const auto& one : coming_) {
            broken(one, std::string_view("the journal ends before it"));
        }
    }

private:
    std::vector<sighting> coming_; ///< the next last
    std::vector<sighting> open_;
};

} // namespace motcua::simulation
