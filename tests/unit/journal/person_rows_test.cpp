// What becomes of the erasable rows of people when events say that their time is over.

#include "server/journal/person_rows.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::journal;

namespace {

/// The names of the rows that `body` erases.
std::vector<std::string> erased_by(domain::event_body body)
{
    std::vector<erasable_change> changes;
    erase_persons({.seq = 1, .at = {}, .actor = "site", .key = {}, .body = std::move(body)}, changes);
    std::vector<std::string> names;
    for (const auto& each : changes) {
        names.push_back(std::get<erasure>(each).ref);
    }
    return names;
}

} // namespace

TEST_CASE("a note is erased when it is taken away, and with its day")
{
    using names = std::vector<std::string>;
    CHECK(erased_by(domain::ticket_note_set{domain::ticket_id{7}, false}) == names{"note:7"});
    CHECK(erased_by(domain::ticket_note_set{domain::ticket_id{7}, true}).empty());
    CHECK(
        erased_by(domain::notes_erased{.day = {}, .tickets = {domain::ticket_id{7}, domain::ticket_id{9}}}) ==
        names{"note:7", "note:9"});
    CHECK(note_row(domain::ticket_id{7}, {1, 2}).ref == "note:7");
}
