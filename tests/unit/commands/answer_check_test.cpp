#include "server/commands/answer_check.hpp"

#include "server/api/views.hpp"
#include "server/domain/decide.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

/// A site with one ticket, A001.
struct small_site
{
    domain::site_state state;
    domain::event last;

    small_site()
    {
        domain::site_settings settings;
        settings.name = "Một cửa";
        settings.services = {{.code = "A", .name = "A", .name_en = "A", .minutes = 10min},
                             {.code = "B", .name = "B", .name_en = "B", .minutes = 10min}};
        settings.counters = {{.code = "1", .services = {"A", "B"}}};
        make(domain::configure_site{settings});
        make(domain::turn_day{});
        make(domain::issue_ticket{.service = "A"});
    }

    void make(const domain::command& command)
    {
        const domain::instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};
        const auto decided =
            domain::decide(state, command, {.now = now, .actor = "test", .counter = {}, .staff = {}});
        for (const auto& body : decided.value()) {
            last = {.seq = state.seq() + 1, .at = now, .actor = "test", .key = std::nullopt, .body = body};
            state.apply(last);
        }
    }

    std::string answer() const
    {
        return base::to_json(api::views("demo", state).ticket(state.tickets().back()));
    }

    /// What is wrong with the answer when `from` in it has become `to`.
    std::string wrong(const std::string& from, const std::string& to) const
    {
        auto body = answer();
        const auto at = body.find(from);
        REQUIRE(at != body.npos);
        body.replace(at, from.size(), to);
        return commands::wrong_in_answer("demo", state, last, body);
    }
};

} // namespace

TEST_CASE("the answer that was given has nothing wrong, nor has one of a version that says more or less")
{
    small_site site;
    CHECK(commands::wrong_in_answer("demo", site.state, site.last, site.answer()) == "");
    CHECK(site.wrong("{", R"({"more":1,)") == "");
    CHECK(commands::wrong_in_answer("demo", site.state, site.last,
                                    R"({"id":"demo-1","number":"A001","service":"A"})") == "");
    site.make(domain::transfer_ticket{
        .ticket = domain::ticket_id{1}, .service = "B", .counter = {}, .keep_place = true});
    CHECK(commands::wrong_in_answer("demo", site.state, site.last, site.answer()) == "");
}

TEST_CASE("an answer about a ticket with another id or number or service is found")
{
    const small_site site;
    CHECK(site.wrong("demo-1", "demo-2") == "has another ticket: demo-2");
    CHECK(site.wrong("A001", "A777") == "has the number A777 instead of A001");
    CHECK(site.wrong(R"("service":"A")", R"("service":"B")") == "has the service B instead of A");
    CHECK(site.wrong("{", "") == "is not an answer about a ticket");
}

TEST_CASE("an answer about no ticket is not looked into")
{
    small_site site;
    site.make(domain::open_counter{"1", {}});
    CHECK(commands::wrong_in_answer("demo", site.state, site.last, "{}") == "");
}
