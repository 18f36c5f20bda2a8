// A database that earlier code has written (tests/data/schema_5) opens, replays to the same state and
// verifies.

#include "store_file.hpp"

#include "base/json.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/stored_settings.hpp"
#include "server/journal/verify.hpp"

#include <algorithm>

using namespace motcua;
using namespace motcua::journal;

namespace {

const std::filesystem::path stored_office = std::filesystem::path(MOTCUA_TEST_DATA) / "schema_5";

/// The event of the snapshot that the earlier code left.
constexpr std::int64_t snapshot_seq = 280;

std::string text_of_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.is_open());
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A copy of the stored database, which a test may change.
class stored_database
{
public:
    stored_database()
    {
        std::ofstream(file_.path(), std::ios::binary) << text_of_file(stored_office / "motcua.db");
    }

    const store_file& file() const { return file_; }

    /// Every row of `table`, as one text, with these columns.
    std::string rows(const std::string& table, const std::string& columns = "*") const
    {
        std::string text;
        SQLite::Database reader(file_.path(), SQLite::OPEN_READONLY);
        SQLite::Statement all(reader, "SELECT " + columns + " FROM " + table + " ORDER BY 1, 2, 3, 4");
        while (all.executeStep()) {
            for (int index = 0; index < all.getColumnCount(); ++index) {
                text += all.getColumn(index).getString() + '|';
            }
            text += '\n';
        }
        return text;
    }

private:
    store_file file_;
};

const boost::json::object& old_state()
{
    static const auto state =
        base::parse_json(text_of_file(stored_office / "state.json")).value().as_object();
    return state;
}

template <class T>
boost::json::value json_of(const T& value)
{
    return base::parse_json(base::to_json(value)).value();
}

/// Some members of the old state have another name now.
std::string present_name(const std::string& member)
{
    static const auto renamed =
        base::parse_json(text_of_file(stored_office / "renamed_members.json")).value().as_object();
    const auto* name = renamed.if_contains(member);
    return name == nullptr ? member : std::string(name->as_string());
}

/// Checks that `now` says all that `before` says. It may say more.
void check_same(const boost::json::value& before, const boost::json::value& now, const std::string& where)
{
    INFO(where);
    if (const auto* object = before.if_object()) {
        REQUIRE(now.is_object());
        for (const auto& [name, value] : *object) {
            if (name == "held" || name == "expected_wait") {
                continue; // They are kept in another way; the rows of the log hold what follows from them.
            }
            const auto member = present_name(std::string(name));
            const auto* found = now.get_object().if_contains(member);
            INFO("must have " << member);
            REQUIRE(found != nullptr);
            check_same(value, *found, where + "." + member);
        }
    } else if (const auto* array = before.if_array()) {
        REQUIRE(now.is_array());
        REQUIRE(now.get_array().size() == array->size());
        for (std::size_t index = 0; index < array->size(); ++index) {
            check_same(array->at(index), now.get_array()[index], where + "[" + std::to_string(index) + "]");
        }
    } else {
        CHECK(boost::json::serialize(now) == boost::json::serialize(before));
    }
}

/// The settings of that time, which had names and units of their own.
void check_settings(const domain::site_settings& now)
{
    const auto& before = old_state().at("settings");
    CHECK(now.name == before.at("name_vi").as_string());
    CHECK(now.name_en == before.at("name_en").as_string());
    REQUIRE(before.at("utc_offset").as_int64() == 420);
    CHECK(now.time_zone == "Asia/Ho_Chi_Minh");
    CHECK(now.day_starts_minutes.count() == before.at("day_starts").as_int64());
    CHECK(now.recall_grace_minutes.count() == before.at("recall_grace").as_int64());
    CHECK(domain::is_round_the_clock(now.hours));
    const auto& services = before.at("services").as_array();
    REQUIRE(now.services.size() == services.size());
    for (std::size_t index = 0; index < services.size(); ++index) {
        const auto& service = now.services[index];
        const auto& old = services[index];
        CHECK(service.code == old.at("code").as_string());
        CHECK(service.name == old.at("name_vi").as_string());
        CHECK(service.name_en == old.at("name_en").as_string());
        CHECK(service.minutes.count() * 60 == old.at("service_time").as_int64());
        CHECK(service.target_minutes.count() * 60 == old.at("target").as_int64());
        const auto* range = old.at("range").if_object();
        CHECK(service.first_number.has_value() == (range != nullptr));
        if (range != nullptr) {
            CHECK(service.first_number == range->at("first").as_int64());
            CHECK(service.last_number == range->at("last").as_int64());
        }
    }
    const auto& counters = before.at("counters").as_array();
    REQUIRE(now.counters.size() == counters.size());
    for (std::size_t index = 0; index < counters.size(); ++index) {
        CHECK(now.counters[index].code == counters[index].at("code").as_string());
        CHECK(json_of(now.counters[index].services) == counters[index].at("services"));
    }
    const auto& starts = before.at("head_start");
    CHECK(now.head_start.elderly_minutes.count() == starts.at("elderly").as_int64());
    CHECK(now.head_start.disabled_minutes.count() == starts.at("disabled").as_int64());
    CHECK(now.head_start.pregnant_minutes.count() == starts.at("pregnant").as_int64());
    CHECK(now.head_start.infant_minutes.count() == starts.at("infant").as_int64());
    CHECK(now.head_start.merit_minutes.count() == starts.at("merit").as_int64());
}

void check_tickets(const domain::site_state& state)
{
    const auto& tickets = old_state().at("tickets").as_array();
    REQUIRE(state.tickets().size() == tickets.size());
    for (const auto& before : tickets) {
        const auto id = before.at("id").as_int64();
        const auto* now = state.find(domain::ticket_id{id});
        REQUIRE(now != nullptr);
        check_same(before, json_of(*now), "ticket " + std::to_string(id));
    }
}

void check_counters(const domain::site_state& state)
{
    const auto& counters = old_state().at("counters").as_array();
    REQUIRE(state.counters().size() == counters.size());
    for (const auto& before : counters) {
        const std::string code(before.at("code").as_string());
        const auto* now = state.find_counter(code);
        REQUIRE(now != nullptr);
        check_same(before, json_of(*now), "counter " + code);
    }
}

void check_blocks(const domain::site_state& state)
{
    const auto& blocks = old_state().at("blocks").as_array();
    REQUIRE(state.blocks().size() == blocks.size());
    for (const auto& before : blocks) {
        const auto id = before.at("id").as_int64();
        const auto* now = state.find_block(domain::block_id{id});
        REQUIRE(now != nullptr);
        check_same(before, json_of(*now), "block " + std::to_string(id));
    }
}

void check_numbers(const domain::site_state& state)
{
    for (const auto& before : old_state().at("numbers").as_array()) {
        const std::string service(before.at("service").as_string());
        INFO("service " << service);
        CHECK(state.last_number(service) == before.at("last_number").as_int64());
    }
}

void check_keys(const domain::site_state& state)
{
    const auto& keys = old_state().at("keys").as_array();
    REQUIRE(state.keys().size() == keys.size());
    auto now = state.keys().begin();
    for (const auto& before : keys) {
        check_same(before, json_of(*now), "the key of event " + std::to_string(now->seq));
        CHECK(state.find_key(now->key.key) == &*now);
        ++now;
    }
}

void check_state(const domain::site_state& state)
{
    CHECK(state.seq() == old_state().at("seq").as_int64());
    check_same(old_state().at("at"), json_of(state.last_event_at()), "at");
    check_same(old_state().at("day"), json_of(state.day()), "day");
    CHECK(state.last_ticket() == old_state().at("last_ticket").as_int64());
    CHECK(state.last_block() == old_state().at("last_block").as_int64());
    check_settings(state.settings());
    check_tickets(state);
    check_counters(state);
    check_blocks(state);
    check_numbers(state);
    check_keys(state);
}

/// Applies every event after that of `state`.
void go_on(domain::site_state& state, motcua::journal::journal& store)
{
    const auto replayed =
        store.replay(state.seq(), [&](const domain::event& happened) { state.apply(happened); });
    REQUIRE(replayed.has_value());
}

} // namespace

TEST_CASE("the stored database replays from empty to the state that the earlier code had reached")
{
    const stored_database stored;
    const auto store = stored.file().open();
    CHECK(store->last_seq() == old_state().at("seq").as_int64());
    domain::site_state state;
    go_on(state, *store);
    check_state(state);
}

TEST_CASE("the stored database holds every kind of event of its time, the renamed one under its first name")
{
    const stored_database stored;
    std::vector<std::string> kinds;
    {
        const auto store = stored.file().open();
        REQUIRE(store
                    ->replay(
                        0, [&](const domain::event& happened) { kinds.emplace_back(kind_of(happened.body)); })
                    .has_value());
    }
    std::ranges::sort(kinds);
    kinds.erase(std::ranges::unique(kinds).begin(), kinds.end());
    CHECK(kinds.size() == 20);
    CHECK(std::ranges::find(kinds, "ticket_no_show") != kinds.end());
    SQLite::Database reader(stored.file().path(), SQLite::OPEN_READONLY);
    CHECK(reader.execAndGet("SELECT count(*) FROM event WHERE kind = 'ticket_not_shown'").getInt() > 0);
    CHECK(reader.execAndGet("SELECT count(*) FROM event WHERE version IS NOT NULL").getInt() == 0);
}

TEST_CASE(
    "the settings of the stored database are read before a start has migrated it, and nothing is written")
{
    const stored_database stored;
    const auto before = stored.file().all_files();
    check_settings(read_settings(stored.file().path(), "demo").value());
    CHECK(stored.file().all_files() == before);
}

TEST_CASE("the stored database does not start from the snapshot of the earlier code")
{
    const stored_database stored;
    CHECK_FALSE(stored.file().open()->load_snapshot().value());
}

TEST_CASE("from a snapshot in the middle the stored database replays to the same state")
{
    const stored_database stored;
    {
        const auto store = stored.file().open();
        domain::site_state state;
        const auto until_snapshot = [&](const domain::event& happened) {
            if (happened.seq <= snapshot_seq) {
                state.apply(happened);
            }
        };
        REQUIRE(store->replay(0, until_snapshot).has_value());
        REQUIRE(store->save_snapshot({state.seq(), base::to_json(state.image())}).has_value());
    }
    const auto store = stored.file().open();
    const auto snapshot = store->load_snapshot().value();
    REQUIRE(snapshot);
    auto image = base::from_json<domain::site_image>(snapshot->body);
    REQUIRE(image.has_value());
    domain::site_state state(*std::move(image));
    CHECK(state.seq() == snapshot_seq);
    go_on(state, *store);
    check_state(state);
}

TEST_CASE("the stored database goes on after its last event, and verifies")
{
    const stored_database stored;
    {
        const auto store = stored.file().open();
        domain::site_state state;
        go_on(state, *store);
        const auto called =
            std::ranges::find(state.tickets(), domain::ticket_state::called, &domain::ticket::state);
        REQUIRE(called != state.tickets().end());
        const domain::event happened{.seq = state.seq() + 1,
                                     .at = state.last_event_at(),
                                     .actor = "counter:1",
                                     .key = std::nullopt,
                                     .body = domain::ticket_no_show{called->id}};
        batch made;
        made.events.push_back(happened);
        auto before = look_before(state, happened);
        state.apply(happened);
        project(happened, std::move(before), state, made.rows);
        REQUIRE(append(*store, made).value() == state.seq());
        CHECK(state.find(called->id)->state == domain::ticket_state::no_show);
    }
    const auto verified =
        verify_journal(stored.file().path(), "demo", [](const auto&, const auto&, auto) { return ""; });
    CHECK(verified.value().findings == std::vector<std::string>{});
    CHECK(verified.value().events == old_state().at("seq").as_int64() + 1);
}

TEST_CASE("a verification finds nothing in the stored database, and its rows are those that were stored")
{
    const stored_database stored;
    // Time in service is counted by its legs since, and a slip that came too late was promised nothing.
    const std::string visit_columns =
        "site, ticket, number, day, service, procedure, channel, priority, issued_at_us, first_called_at_us, "
        "served_from_us, served_to_us, counter, staff, calls, wait_s, transfers, outcome, "
        "coalesce(expected_wait_s, 0), unreliable, state";
    const std::string leg_columns = "site, ticket, n, kind, counter, staff, from_us, to_us";
    const auto rows = [&] { return stored.rows("visit", visit_columns) + stored.rows("leg", leg_columns); };
    const auto before = rows();
    stored.file().open();
    CHECK(rows() == before);
    const auto verified =
        verify_journal(stored.file().path(), "demo", [](const auto&, const auto&, auto) { return ""; });
    CHECK(verified.value().findings == std::vector<std::string>{});
    CHECK(verified.value().events == old_state().at("seq").as_int64());
}

TEST_CASE("the rows of the stored database are those that a rebuild from its events finds")
{
    const stored_database stored;
    stored.file().open();
    const auto visits = stored.rows("visit");
    const auto legs = stored.rows("leg");
    stored.file().tamper("UPDATE projection SET version = 0; DELETE FROM visit; DELETE FROM leg");
    stored.file().open();
    CHECK(stored.rows("visit") == visits);
    CHECK(stored.rows("leg") == legs);
}

TEST_CASE("the stored database still finds the first answer to each key and to each slip")
{
    const stored_database stored;
    const auto before = stored.rows("answer") + stored.rows("offline_answer");
    {
        const auto store = stored.file().open();
        for (const auto& key : old_state().at("keys").as_array()) {
            const auto found = store->find_answer(key.at("seq").as_int64());
            REQUIRE(found.has_value());
            REQUIRE(*found);
            CHECK((*found)->body.starts_with('{'));
        }
        SQLite::Database reader(stored.file().path(), SQLite::OPEN_READONLY);
        SQLite::Statement slips(reader, "SELECT kiosk, block, number, body FROM offline_answer");
        while (slips.executeStep()) {
            const offline_number number{slips.getColumn(0).getString(),
                                        domain::block_id{slips.getColumn(1).getInt64()},
                                        slips.getColumn(2).getInt()};
            const auto found = store->find_offline_answer(number);
            REQUIRE(found.has_value());
            REQUIRE(*found);
            CHECK((*found)->body == slips.getColumn(3).getString());
        }
    }
    CHECK(stored.rows("answer") + stored.rows("offline_answer") == before);
}

TEST_CASE("a second start of the stored database changes nothing more")
{
    const stored_database stored;
    stored.file().open();
    const auto after_first = stored.file().all_files();
    open_sqlite_journal(stored.file().path(), "demo", [](const std::string& line) {
        FAIL_CHECK(line);
    }).value();
    CHECK(stored.file().all_files() == after_first);
}
