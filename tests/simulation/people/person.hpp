#pragma once
// The people of a site. A kind of people is one file of this folder: a class, and a row that says how many
// there are and how often one acts.

#include "tests/simulation/checks/findings.hpp"
#include "tests/simulation/rows.hpp"
#include "tests/simulation/world/device.hpp"

namespace motcua::simulation {

class person
{
public:
    virtual ~person() = default;

    /// Does one thing, which depends on the moment and on chance.
    virtual void act(draws random) = 0;

    /// The faults are over: does what is left, in any number of requests. Returns whether it did anything;
    /// comes again, when everybody is idle, until nobody does.
    virtual bool settle() { return false; }

    /// Whether it has every answer that it waits for.
    virtual bool is_idle() const { return true; }

    /// At the end of the calm: reports what is wrong with what this one sees, beside an answer that is
    /// missing.
    virtual void look_back(findings&) {}
};

struct kind_of_people
{
    std::string_view name;
    unsigned (*how_many)(const drawn_site&);
    unsigned (*how_often)(const mood&); ///< weight of each one among all
    std::unique_ptr<person> (*make)(world&, unsigned number);
};

using people_row = row_in<kind_of_people>;

} // namespace motcua::simulation
