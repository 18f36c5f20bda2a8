// Officers, their sessions and their seats; devices; and the consoles of counters.

#include "test_site.hpp"

#include "server/domain/invariants.hpp"

using namespace motcua::domain;

namespace {

add_staff account(const std::string& login, staff_role role = staff_role::clerk)
{
    return {.login = login, .name = login, .role = role, .counter = "1", .one_time = false};
}

/// The last session of `site`.
session_id last_session(const test_site& site) { return site.state.staff().sessions().back().id; }

session_id sign_in_at(test_site& site, const std::string& login, std::optional<counter_code> counter)
{
    site.must(sign_in{.login = login, .counter = std::move(counter), .take_over = false, .cookie = false});
    return last_session(site);
}

const counter& counter_1(const test_site& site) { return *site.state.find_counter("1"); }

test_site with_two_officers()
{
    test_site site;
    site.must(account("lan"));
    site.must(account("minh"));
    return site;
}

} // namespace

TEST_CASE("a login is added once, and only with a counter that the site has")
{
    auto site = with_two_officers();
    CHECK(site.refused(account("lan")) == refusal_code::name_taken);
    auto elsewhere = account("hoa");
    elsewhere.counter = "9";
    CHECK(site.refused(elsewhere) == refusal_code::unknown_counter);
    CHECK(site.refused(change_staff{.login = "hoa", .name = "Hoa"}) == refusal_code::unknown_staff);
    CHECK(site.refused(set_password{.login = "hoa"}) == refusal_code::unknown_staff);
}

TEST_CASE("one officer sits at a counter, in as many sessions as they like")
{
    auto site = with_two_officers();
    const auto first = sign_in_at(site, "lan", "1");
    const auto second = sign_in_at(site, "lan", "1");
    const sign_in by_minh{.login = "minh", .counter = "1", .take_over = false, .cookie = false};
    CHECK(site.refused(by_minh) == refusal_code::counter_taken);
    auto anyway = by_minh;
    anyway.take_over = true;
    site.must(anyway);
    CHECK(site.state.staff().find(first) == nullptr);
    CHECK(site.state.staff().find(second) == nullptr);
    CHECK(site.state.staff().find_at("1")->login == "minh");
    CHECK(broken_invariants(site.state).empty());
}

TEST_CASE("an open counter whose officer signs out is paused, and one that is taken over is not")
{
    auto site = with_two_officers();
    const auto lan = sign_in_at(site, "lan", "1");
    site.must(open_counter{.counter = "1", .services = {}});
    site.must(sign_out{.session = lan, .reason = sign_out_reason::asked});
    CHECK(counter_1(site).state == counter_state::paused);
    CHECK(counter_1(site).pause_reason == officer_gone);
    CHECK(site.refused(sign_out{.session = lan, .reason = sign_out_reason::asked}) ==
          refusal_code::unknown_session);

    sign_in_at(site, "lan", "1");
    site.must(open_counter{.counter = "1", .services = {}});
    site.must(sign_in{.login = "minh", .counter = "1", .take_over = true, .cookie = false});
    CHECK(counter_1(site).state == counter_state::open);
}

TEST_CASE("a counter stays open while another session of its officer goes on")
{
    auto site = with_two_officers();
    const auto old = sign_in_at(site, "lan", "1");
    sign_in_at(site, "lan", "1");
    site.must(open_counter{.counter = "1", .services = {}});
    site.must(sign_out{.session = old, .reason = sign_out_reason::expired});
    CHECK(counter_1(site).state == counter_state::open);
}

TEST_CASE("a disabled officer, or one in another role, has no sessions")
{
    auto site = with_two_officers();
    sign_in_at(site, "lan", "1");
    sign_in_at(site, "minh", "2");
    site.must(change_staff{.login = "lan", .name = "Lan", .role = staff_role::clerk, .counter = "3"});
    CHECK(site.state.staff().sessions().size() == 2); // a new name or counter ends nothing
    site.must(change_staff{.login = "lan", .name = "Lan", .role = staff_role::manager});
    CHECK(site.state.staff().sessions().size() == 1);
    site.must(change_staff{.login = "minh", .name = "Minh", .role = staff_role::clerk, .disabled = true});
    CHECK(site.state.staff().sessions().empty());
    CHECK(site.refused(sign_in{.login = "minh"}) == refusal_code::unknown_staff);
    CHECK(broken_invariants(site.state).empty());
}

TEST_CASE("a site is never left without an administrator")
{
    auto site = with_two_officers();
    site.must(account("an", staff_role::admin));
    const change_staff no_longer{.login = "an", .name = "An", .role = staff_role::clerk};
    CHECK(site.refused(no_longer) == refusal_code::last_administrator);
    site.must(account("binh", staff_role::admin));
    site.must(no_longer);
    CHECK(site.refused(
              change_staff{.login = "binh", .name = "Bình", .role = staff_role::admin, .disabled = true}) ==
          refusal_code::last_administrator);
}

TEST_CASE("a new password ends every session but the one in which it was chosen")
{
    auto site = with_two_officers();
    const auto here = sign_in_at(site, "lan", "1");
    sign_in_at(site, "lan", {});
    const auto of_minh = sign_in_at(site, "minh", "2");
    site.must(set_password{.login = "lan", .one_time = false, .by = here});
    CHECK(site.state.staff().sessions().size() == 2);
    CHECK(site.state.staff().find(here) != nullptr);
    CHECK(site.state.staff().find(of_minh) != nullptr);
    site.must(set_password{.login = "lan", .one_time = true, .by = {}});
    CHECK(site.state.staff().find(here) == nullptr);
    CHECK(site.state.staff().find("lan")->one_time);
}

TEST_CASE("the oldest session ends when there are too many")
{
    auto site = with_two_officers();
    const auto oldest = sign_in_at(site, "lan", {});
    for (std::size_t count = 0; count < sessions_max; ++count) {
        sign_in_at(site, "minh", {});
    }
    CHECK(site.state.staff().find(oldest) == nullptr);
    CHECK(site.state.staff().sessions().size() == sessions_max);
}

TEST_CASE("a device has a name of its own, and takes its token once")
{
    test_site site;
    const add_device kiosk{.device = "kiosk-1", .as = device_kind::kiosk};
    site.must(kiosk);
    CHECK(site.refused(kiosk) == refusal_code::name_taken);
    CHECK(site.refused(add_device{.as = device_kind::kiosk}) == refusal_code::missing);
    CHECK(site.refused(add_device{.device = "x"}) == refusal_code::missing);
    CHECK(site.refused(add_device{.device = "x", .as = device_kind::sign, .counter = "9"}) ==
          refusal_code::unknown_counter);
    const auto added = site.state.devices().find("kiosk-1")->added;
    CHECK(site.refused(take_device_token{.device = "kiosk-1", .added = added + 1}) ==
          refusal_code::unknown_device);
    site.must(take_device_token{.device = "kiosk-1", .added = added});
    CHECK(site.refused(take_device_token{.device = "kiosk-1", .added = added}) ==
          refusal_code::unknown_device);
    site.must(revoke_device{"kiosk-1"});
    CHECK(site.refused(revoke_device{"kiosk-1"}) == refusal_code::unknown_device);
}

TEST_CASE("a device takes the place of another: its name, kind and counter, and not its token")
{
    test_site site;
    site.must(
        add_device{.device = "console-1", .as = device_kind::console, .counter = "1", .has_token = true});
    site.must(add_device{.replaces = "console-1"});
    const auto& replaced = *site.state.devices().find("console-1");
    CHECK(replaced.counter == "1");
    CHECK(replaced.as == device_kind::console);
    CHECK_FALSE(replaced.has_token);
    site.must(add_device{.device = "console-2", .replaces = "console-1"});
    CHECK(site.state.devices().find("console-1") == nullptr);
    CHECK(site.state.devices().find("console-2")->counter == "1");
    CHECK(site.refused(add_device{.replaces = "console-1"}) == refusal_code::unknown_device);
    CHECK(broken_invariants(site.state).empty());
}

TEST_CASE("an open counter whose console is gone is paused, and opens again when it returns")
{
    test_site site;
    site.must(open_counter{.counter = "1", .services = std::vector<service_code>{"D"}});
    // A counter that never had a console is left alone.
    CHECK(site.must(note_console{.counter = "1", .is_here = false}).empty());
    site.must(note_console{.counter = "1", .is_here = true});
    CHECK(site.must(note_console{.counter = "1", .is_here = true}).empty());
    site.must(note_console{.counter = "1", .is_here = false});
    CHECK(counter_1(site).state == counter_state::paused);
    CHECK(counter_1(site).pause_reason == console_gone);
    site.must(note_console{.counter = "1", .is_here = true});
    CHECK(counter_1(site).state == counter_state::open);
    CHECK(counter_1(site).services == std::vector<service_code>{"D"});
    // What somebody paused stays paused.
    site.must(pause_counter{.counter = "1", .reason = "lunch"});
    site.must(note_console{.counter = "1", .is_here = false});
    CHECK(counter_1(site).pause_reason == "lunch");
    site.must(note_console{.counter = "1", .is_here = true});
    CHECK(counter_1(site).state == counter_state::paused);
}
