#include "server/office/site_founding.hpp"

#include "server/journal/memory_journal.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::office;
using namespace std::chrono_literals;

namespace {

/// A clock that stands where the test puts it.
class hand_clock : public runtime::clock_source
{
public:
    runtime::clock_reading read() override { return {start + passed, passed, true}; }

    domain::instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};
    std::chrono::microseconds passed{0};
};

configuration small_office()
{
    configuration office;
    office.settings.services = {{.code = "A", .name_vi = "A", .name_en = "A", .service_time = 600s}};
    office.settings.counters = {{"1", {"A"}}};
    return office;
}

} // namespace

TEST_CASE("a configuration that the site refuses leaves nothing to be stored, not even a new day")
{
    hand_clock clock;
    journal::memory_journal store;
    runtime::site site(
        store, clock, [] {}, [](const std::string&) {});
    REQUIRE(site.start().has_value());
    std::string wrong;
    const auto note = [&](const std::string& why) { wrong = why; };
    CHECK_FALSE(follow_configuration(site, small_office(), note).empty());
    site.commit();
    site.tick();
    site.commit();
    REQUIRE(wrong.empty());
    const auto before = store.last_seq();
    auto impossible = small_office();
    impossible.settings.counters[0].services = {"Z"};
    clock.passed += 24h;
    CHECK(follow_configuration(site, impossible, note).empty());
    CHECK(wrong == "the site does not accept these settings: counters[0].services");
    site.commit();
    CHECK(store.last_seq() == before);
}

TEST_CASE("a configuration that differs reports the fields that change, and the same one nothing")
{
    hand_clock clock;
    journal::memory_journal store;
    runtime::site site(
        store, clock, [] {}, [](const std::string&) {});
    REQUIRE(site.start().has_value());
    const auto note = [](const std::string& why) { FAIL(why); };
    follow_configuration(site, small_office(), note);
    site.commit();
    auto other = small_office();
    other.settings.name_en = "Another name";
    other.settings.recall_grace = 7min;
    CHECK(follow_configuration(site, other, note) == std::vector<std::string>{"name_en", "recall_grace"});
    site.commit();
    CHECK(follow_configuration(site, other, note).empty());
}
