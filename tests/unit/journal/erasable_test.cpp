// Rows that can be erased stand beside the events that refer to them, in the same transaction.

#include "store_file.hpp"

#include "server/journal/memory_journal.hpp"
#include "server/journal/verify.hpp"

using namespace motcua;
using namespace motcua::journal;

namespace {

erasable_row person(const std::string& ref, std::int64_t seq, const std::string& body = "Nguyễn Văn An")
{
    return {.ref = ref, .kind = "person", .seq = seq, .body = {body.begin(), body.end()}};
}

/// Event `seq` with what it does to the erasable rows.
batch with_erasable(std::int64_t seq, std::vector<erasable_change> changes)
{
    auto made = events(seq, seq);
    made.erasable = std::move(changes);
    return made;
}

/// Where a test runs on either store.
struct either_store
{
    const store_file file;
    memory_journal memory;
    std::unique_ptr<motcua::journal::journal> stored = file.open();

    motcua::journal::journal& at(bool in_memory) { return in_memory ? memory : *stored; }
};

} // namespace

TEST_CASE("erasable rows are written, replaced and erased with their events")
{
    either_store stores;
    auto& store = stores.at(GENERATE(false, true));
    append(store, with_erasable(1, {person("p1", 1), person("p2", 1)})).value();
    CHECK(store.find_erasable("p1").value() == person("p1", 1));
    append(store, with_erasable(2, {person("p1", 2, "Trần Thị Bình"), erasure{"p2"}})).value();
    CHECK(store.find_erasable("p1").value() == person("p1", 2, "Trần Thị Bình"));
    CHECK_FALSE(store.find_erasable("p2").value());
    CHECK_FALSE(store.find_erasable("p3").value());
    append(store, with_erasable(3, {person("p4", 3), erasure{"p4"}, erasure{"never there"}})).value();
    CHECK_FALSE(store.find_erasable("p4").value());
}

TEST_CASE("an erasable row is erased without an event, and every event stays")
{
    either_store stores;
    auto& store = stores.at(GENERATE(false, true));
    append(store, with_erasable(1, {person("p1", 1)})).value();
    REQUIRE(store.erase("p1").has_value());
    CHECK_FALSE(store.find_erasable("p1").value());
    REQUIRE(store.erase("p1").has_value());
    CHECK(replayed(store, 0) == std::vector<std::int64_t>{1});
}

TEST_CASE("erasable rows are there after the next start, those of a refused batch are not")
{
    const store_file file;
    {
        const auto journal = file.open();
        append(*journal, with_erasable(1, {person("p1", 1)})).value();
        file.tamper("CREATE TRIGGER refuse BEFORE INSERT ON erasable WHEN new.ref = 'p3' "
                    "BEGIN SELECT RAISE(ABORT, 'no'); END");
        CHECK(append(*journal, with_erasable(2, {person("p2", 2), erasure{"p1"}, person("p3", 2)}))
                  .has_error());
        CHECK(journal->last_seq() == 1);
        file.tamper("DROP TRIGGER refuse");
    }
    const auto journal = file.open();
    CHECK(journal->find_erasable("p1").value() == person("p1", 1));
    CHECK_FALSE(journal->find_erasable("p2").value());
}

TEST_CASE("what is erased or replaced is in no file of a store that was closed")
{
    const store_file file;
    const std::string secret = "the first name";
    {
        const auto journal = file.open();
        append(*journal, with_erasable(1, {person("p1", 1, secret), person("p2", 1, secret)})).value();
        REQUIRE(journal->tidy().has_value());
        append(*journal, with_erasable(2, {person("p1", 2, "another"), erasure{"p2"}})).value();
    }
    for (const auto& [name, bytes] : file.all_files()) {
        INFO(name);
        CHECK(bytes.find(secret) == std::string::npos);
    }
}

TEST_CASE("an erasable row that cannot be read is an error")
{
    const store_file file;
    const auto journal = file.open();
    append(*journal, with_erasable(1, {person("p1", 1)})).value();
    file.tamper("UPDATE erasable SET body = 'a text'");
    CHECK(journal->find_erasable("p1").error().what == fault::corrupt);
}

TEST_CASE("a verification misses no erasable row, and finds one that belongs to no event")
{
    const store_file file;
    {
        auto made = with_erasable(1, {person("p1", 1), person("p2", 1)});
        made.events[0].body = domain::site_configured{};
        domain::site_state state;
        auto before = look_before(state, made.events[0]);
        state.apply(made.events[0]);
        project(made.events[0], std::move(before), state, made.rows);
        append(*file.open(), made).value();
    }
    const auto findings = [&] {
        return verify_journal(file.path(), "demo", [](const auto&, const auto&, auto) { return ""; })
            .value()
            .findings;
    };
    CHECK(findings().empty());
    file.tamper("DELETE FROM erasable WHERE ref = 'p1'");
    CHECK(findings().empty());
    file.tamper("UPDATE erasable SET seq = 2");
    CHECK(findings() == std::vector<std::string>{"the erasable row \"p2\" is of event 2, which is missing"});
    file.tamper("UPDATE erasable SET body = 'a text'");
    CHECK(findings() == std::vector<std::string>{"an erasable row cannot be read"});
}
