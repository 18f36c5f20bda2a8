#include "server/access/credentials.hpp"

#include "server/access/limits.hpp"
#include "server/access/randomness.hpp"
#include "server/access/secrets.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::access;
using namespace std::chrono_literals;

namespace {

const steady_time start{100s};

/// A site with a counter, its console, and lan, whose sessions sit there.
class small_site
{
public:
    small_site()
    {
        domain::site_settings settings;
        settings.services = {{.code = "A", .name = "A"}};
        settings.counters = {{.code = "1", .services = {"A"}}};
        apply(domain::site_configured{.settings = settings, .utc_offset = domain::minutes{420}});
        apply(domain::device_added{.device = "counter-1",
                                   .as = domain::device_kind::console,
                                   .counter = "1",
                                   .acts_alone = true,
                                   .has_token = true,
                                   .replaces = {}});
        apply(domain::staff_added{.login = "lan",
                                  .name = "Lan",
                                  .role = domain::staff_role::clerk,
                                  .counter = "1",
                                  .one_time = false});
    }

    void apply(domain::event_body body)
    {
        state.apply({.seq = state.seq() + 1, .at = {}, .actor = "site", .key = {}, .body = std::move(body)});
    }

    const domain::staff_session& begin_session(bool cookie = false)
    {
        apply(domain::staff_signed_in{.session = domain::session_id{state.staff().last_session() + 1},
                                      .login = "lan",
                                      .counter = cookie ? std::nullopt : std::optional<std::string>("1"),
                                      .cookie = cookie});
        return state.staff().sessions().back();
    }

    void end_session(domain::session_id session)
    {
        apply(domain::staff_signed_out{
            .session = session, .login = "lan", .reason = domain::sign_out_reason::asked});
    }

    const domain::device& console() const { return *state.devices().find("counter-1"); }

    credentials known_at()
    {
        return credentials([this](std::string_view code) -> const domain::site_state* {
            return code == "demo" ? &state : nullptr;
        });
    }

    domain::site_state state;
};

void begin(credentials& known, const domain::staff_session& session, const std::string& token)
{
    known.add_session("demo", session, domain::staff_role::clerk, hash_of_token(token), start);
}

} // namespace

TEST_CASE("a device is known by its token, and remembered to have been here")
{
    small_site site;
    random_bits random;
    const auto token = new_token(random);
    auto known = site.known_at();
    known.add_device("demo", site.console(), hash_of_token(token));
    CHECK(known.health_of("demo", "counter-1")->last_seen == std::nullopt);
    const auto who = known.find(token, "motcua/0.1.0", start);
    REQUIRE(who);
    CHECK(who->role == role::counter);
    CHECK(who->counter == "1");
    CHECK(who->actor == "counter:counter-1");
    CHECK(who->acts);
    CHECK(known.health_of("demo", "counter-1")->last_seen == start);
    CHECK(known.health_of("demo", "counter-1")->version == "motcua/0.1.0");
    CHECK(known.health_of("other", "counter-1") == nullptr);
    CHECK_FALSE(known.find(token + "x", "", start));
    CHECK_FALSE(known.find("", "", start));
}

TEST_CASE("the token of a device that is revoked or replaced is dead at once")
{
    small_site site;
    auto known = site.known_at();
    known.add_device("demo", site.console(), hash_of_token("first"));
    REQUIRE(known.find("first", "", start));
    site.apply(domain::device_added{.device = "counter-1",
                                    .as = domain::device_kind::console,
                                    .counter = "1",
                                    .acts_alone = false,
                                    .has_token = true,
                                    .replaces = "counter-1"});
    CHECK_FALSE(known.find("first", "", start));
    CHECK_FALSE(known.is_valid(hash_of_token("first"), start));
    known.add_device("demo", site.console(), hash_of_token("second"));
    REQUIRE(known.find("second", "", start));
    CHECK_FALSE(known.find("second", "", start)->acts);
    CHECK_FALSE(known.find("first", "", start));
    site.apply(domain::device_revoked{"counter-1"});
    CHECK_FALSE(known.find("second", "", start));
}

TEST_CASE("a session ends with its end at the site, and after its length")
{
    small_site site;
    auto known = site.known_at();
    const auto ended = site.begin_session();
    begin(known, ended, "ended");
    REQUIRE(known.find("ended", "", start));
    CHECK(known.find("ended", "", start)->staff == "lan");
    CHECK(known.find("ended", "", start)->counter == "1");
    site.end_session(ended.id);
    CHECK_FALSE(known.find("ended", "", start));

    begin(known, site.begin_session(), "busy");
    CHECK(known.expired(start + domain::session_length).empty());
    CHECK(known.find("busy", "", start + domain::session_length));
    CHECK_FALSE(known.find("busy", "", start + domain::session_length + 1s));
    REQUIRE(known.expired(start + domain::session_length + 1s).size() == 1);
}

TEST_CASE("a browser's session ends when it is not used, a console's does not")
{
    small_site site;
    auto known = site.known_at();
    begin(known, site.begin_session(true), "browser");
    begin(known, site.begin_session(), "console");
    CHECK(known.find("browser", "", start + limits::session_idle));
    CHECK(known.is_valid(hash_of_token("browser"), start + 2 * limits::session_idle));
    CHECK_FALSE(known.find("browser", "", start + 2 * limits::session_idle + 1s));
    CHECK(known.find("console", "", start + 2 * limits::session_idle + 1s));
}

TEST_CASE("a session that began before a restart ends when it would have")
{
    small_site site;
    auto known = site.known_at();
    known.add_session("demo", site.begin_session(), domain::staff_role::clerk, hash_of_token("old"), start,
                      11h);
    CHECK(known.find("old", "", start + 1h));
    CHECK_FALSE(known.find("old", "", start + 1h + 1s));
}

TEST_CASE("a token stays known, and another unknown, when more were seen than are remembered")
{
    small_site site;
    auto known = site.known_at();
    known.add_device("demo", site.console(), hash_of_token("console"));
    random_bits random;
    for (std::size_t i = 0; i <= limits::remembered_tokens; ++i) {
        const auto passing = new_token(random);
        const auto session = site.begin_session();
        begin(known, session, passing);
        REQUIRE(known.find(passing, "", start));
        site.end_session(session.id);
        REQUIRE_FALSE(known.find(passing, "", start));
    }
    CHECK(known.find("console", "", start)->actor == "counter:counter-1");
    CHECK_FALSE(known.find(new_token(random), "", start));
}
