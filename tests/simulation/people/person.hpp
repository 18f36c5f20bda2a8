#pragma once
// Who is in the hall. A kind of people is one file of this folder: a class, and a row that tells how many
// there are and how often one acts.

#include "tests/simulation/checks/findings.hpp"
#include "tests/simulation/rows.hpp"
#include "tests/simulation/world/device.hpp"

namespace motcua::simulation {

class person
{
public:
    virtual ~person() = default;

    /// Does one thing, as the moment and chance have it.
    virtual void act(draws random) = 0;

    /// The faults are over: does what is left to be done, in as many calls as it likes. Called again, when
    /// everybody is idle, until nobody has anything left.
    virtual bool settle() { return false; }

    /// Whether it has every answer that it waits for.
    virtual bool is_idle() const { return true; }

    /// At the end of the calm: what is wrong with what this one sees, beside an answer that it still awaits.
    virtual void look_back(findings&) {}
};

struct kind_of_people
{
    std::string_view name;
    unsigned (*how_many)(const hall&);
    unsigned (*how_often)(const mood&); ///< weight of each one among all
    std::unique_ptr<person> (*make)(world&, unsigned number);
};

using people_row = row_in<kind_of_people>;

} // namespace motcua::simulation
