// Appending, replaying, answers and snapshots in an SQLite file.

#include "store_file.hpp"

using namespace motcua;
using namespace motcua::journal;

TEST_CASE("what was appended is there after the next start, in order")
{
    const store_file file;
    {
        const auto journal = file.open();
        CHECK(append(*journal, events(1, 3)).value() == 3);
        auto with_key = events(4, 4);
        with_key.events[0].key = domain::request_key{{1, 2}, {3, 4}};
        CHECK(append(*journal, with_key).value() == 4);
    }
    const auto journal = file.open();
    CHECK(journal->last_seq() == 4);
    std::vector<domain::event> found;
    REQUIRE(journal->replay(2, [&](domain::event one) { found.push_back(std::move(one)); }).has_value());
    REQUIRE(found.size() == 2);
    CHECK(found[0].actor == "counter:1");
    CHECK(found[0].at == event_at(3).at);
    CHECK(std::get<domain::ticket_started>(found[0].body).ticket == domain::ticket_id{3});
    CHECK(found[1].key == domain::request_key{{1, 2}, {3, 4}});
}

TEST_CASE("a batch of any size is stored in order with its answers")
{
    const store_file file;
    std::int64_t last = 0;
    auto store = file.open();
    for (std::int64_t size = 1; size <= 40; ++size) {
        auto made = events(last + 1, last + size);
        for (const auto& happened : made.events) {
            made.answers.push_back(
                {happened.seq, answer_kind::done, "answer " + std::to_string(happened.seq)});
        }
        last += size;
        REQUIRE(append(*store, made).value() == last);
    }
    store.reset();
    store = file.open();
    const auto seqs = replayed(*store, 0);
    REQUIRE(static_cast<std::int64_t>(seqs.size()) == last);
    for (const auto seq : seqs) {
        const auto found = store->find_answer(seq);
        REQUIRE(found.has_value());
        REQUIRE(*found);
        CHECK((*found)->body == "answer " + std::to_string(seq));
    }
}

TEST_CASE("a batch that does not follow the last event is refused whole")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 2)).has_value());
    CHECK(append(*journal, events(2, 3)).error().what == fault::out_of_order);
    auto with_gap = events(3, 3);
    with_gap.events.push_back(event_at(5));
    CHECK(append(*journal, with_gap).error().what == fault::out_of_order);
    CHECK(replayed(*journal, 0) == std::vector<std::int64_t>{1, 2});
    CHECK(append(*journal, events(3, 3)).value() == 3);
}

TEST_CASE("a second writer of the same event is refused by the store")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 1)).has_value());
    file.tamper("INSERT INTO event SELECT site, 2, at_us, kind, actor, key, body, hash, version FROM event");
    CHECK(append(*journal, events(2, 2)).has_error());
    CHECK(journal->last_seq() == 1);
}

TEST_CASE("the first answer to an offline ticket is found at any time, under its kiosk, block and number")
{
    const store_file file;
    const offline_number number{"kiosk-1", domain::block_id{7}, 701};
    {
        const auto journal = file.open();
        auto made = events(1, 1);
        made.offline_answers = {{number, answer_kind::created, R"({"number":"A701"})"}};
        REQUIRE(append(*journal, made).has_value());
    }
    const auto journal = file.open();
    REQUIRE(journal->forget_answers(1'000'000).has_value());
    const auto found = journal->find_offline_answer(number).value();
    REQUIRE(found);
    CHECK(found->number == number);
    CHECK(found->kind == answer_kind::created);
    CHECK(found->body == R"({"number":"A701"})");
    for (const auto& other : {offline_number{"kiosk-2", domain::block_id{7}, 701},
                              offline_number{"kiosk-1", domain::block_id{8}, 701},
                              offline_number{"kiosk-1", domain::block_id{7}, 702}}) {
        CHECK_FALSE(journal->find_offline_answer(other).value());
    }
}

TEST_CASE("the first answer to a change is found after the next start, until it is forgotten")
{
    const store_file file;
    {
        const auto journal = file.open();
        auto made = events(1, 2);
        made.answers = {{1, answer_kind::created, R"({"number":"A001"})"}, {2, answer_kind::done, "{}"}};
        REQUIRE(append(*journal, made).has_value());
    }
    const auto journal = file.open();
    const auto found = journal->find_answer(1).value();
    REQUIRE(found);
    CHECK(found->kind == answer_kind::created);
    CHECK(found->body == R"({"number":"A001"})");
    REQUIRE(journal->forget_answers(2).has_value());
    CHECK_FALSE(journal->find_answer(1).value());
}

TEST_CASE("each kind of answer is stored and found, and a status that no version has stored is corrupt")
{
    const store_file file;
    const auto journal = file.open();
    auto made = events(1, 3);
    made.answers = {
        {1, answer_kind::done, "{}"}, {2, answer_kind::created, "{}"}, {3, answer_kind::nothing, ""}};
    REQUIRE(append(*journal, made).has_value());
    CHECK(journal->find_answer(1).value()->kind == answer_kind::done);
    CHECK(journal->find_answer(2).value()->kind == answer_kind::created);
    CHECK(journal->find_answer(3).value()->kind == answer_kind::nothing);
    file.tamper("UPDATE answer SET status = 202 WHERE seq = 3");
    CHECK(journal->find_answer(3).error().what == fault::corrupt);
}

TEST_CASE("old answers are forgotten a bounded number at a time, and no young one with them")
{
    const store_file file;
    const auto journal = file.open();
    auto made = events(1, 1502);
    for (const auto& happened : made.events) {
        made.answers.push_back({happened.seq, answer_kind::done, "{}"});
    }
    REQUIRE(append(*journal, made).has_value());
    auto young = events(1503, 1503);
    young.answers = {{1503, answer_kind::done, "{}"}};
    REQUIRE(append(*journal, young).has_value());
    REQUIRE(journal->forget_answers(1503).has_value());
    CHECK_FALSE(journal->find_answer(1000).value());
    CHECK(journal->find_answer(1001).value());
    REQUIRE(journal->forget_answers(1503).has_value());
    CHECK_FALSE(journal->find_answer(1502).value());
    CHECK(journal->find_answer(1503).value());
}

TEST_CASE("a snapshot and the tail after it are what a whole replay is")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 5)).has_value());
    CHECK_FALSE(journal->load_snapshot().value());
    REQUIRE(journal->save_snapshot({3, "state"}).has_value());
    const auto found = journal->load_snapshot().value();
    REQUIRE(found);
    CHECK(found->body == "state");
    CHECK(replayed(*journal, found->seq) == std::vector<std::int64_t>{4, 5});
}

TEST_CASE("a damaged snapshot is passed over")
{
    const store_file file;
    {
        const auto journal = file.open();
        REQUIRE(append(*journal, events(1, 1)).has_value());
        REQUIRE(journal->save_snapshot({1, "state"}).has_value());
    }
    file.tamper("UPDATE snapshot SET body = 'other'");
    CHECK_FALSE(file.open()->load_snapshot().value());
}

TEST_CASE("after a row that the store refuses, the next batch goes in")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 1)).has_value());
    file.tamper(
        "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN new.seq = 3 BEGIN SELECT RAISE(ABORT, 'no'); END");
    CHECK(append(*journal, events(2, 3)).error().what == fault::failed);
    file.tamper("DROP TRIGGER refuse");
    CHECK(append(*journal, events(2, 3)).value() == 3);
}

TEST_CASE("a tail that is missing behind its snapshot is found at the start")
{
    const store_file file;
    {
        const auto journal = file.open();
        REQUIRE(append(*journal, events(1, 5)).has_value());
        REQUIRE(journal->save_snapshot({5, "state"}).has_value());
    }
    file.tamper("DELETE FROM event WHERE seq > 3");
    CHECK(file.open()->load_snapshot().error().what == fault::corrupt);
}
