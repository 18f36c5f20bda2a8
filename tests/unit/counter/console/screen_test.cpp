#include "base/overloaded.hpp"
#include "counter/console/screens/screen.hpp"
#include "tests/unit/counter/console/sample.hpp"
#include "tests/unit/ui/picture.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::counter_state;
using protocol::priority;
using protocol::ticket_state;
using test::counter_one;
using test::one;

namespace {

struct named_state
{
    std::string name;
    counter::console::state state;
};

std::vector<ticket> queue(int length)
{
    const priority classes[] = {priority::none,     priority::elderly, priority::none,   priority::disabled,
                                priority::pregnant, priority::none,    priority::infant, priority::merit};
    std::vector<ticket> all;
    for (int n = 0; n < length; ++n) {
        auto t = one(ticket_state::waiting, (n % 3 ? "A0" : "D0") + std::to_string(13 + n),
                     std::chrono::minutes(35 - 2 * n));
        t.priority = classes[n % 8];
        t.has_appointment = n % 5 == 1;
        all.push_back(t);
    }
    return all;
}

model busy(ticket current, int held = 0, int no_shows = 0)
{
    std::vector<ticket> others{std::move(current)};
    for (int n = 0; n < held; ++n) {
        others.push_back(one(ticket_state::held, "A00" + std::to_string(n + 1), 50min));
        others.back().priority = n ? priority::infant : priority::none;
        others.back().held_since = test::monday_morning() - 12min;
        others.back().hold_reason = n == 1 ? "" : "Đợi bản chính";
        others.back().held_until = n > 1 ? std::optional(test::monday_morning() + 3min) : std::nullopt;
    }
    for (int n = 0; n < no_shows; ++n) {
        others.push_back(one(ticket_state::no_show, "D00" + std::to_string(n + 1), 70min));
    }
    return counter_one(counter_state::open, others, queue(14));
}

ticket marked(ticket_state ticket_state)
{
    auto t = one(ticket_state, "A012");
    t.priority = priority::disabled;
    t.priority_confirmed = true;
    t.has_appointment = true;
    t.calls = 2;
    return t;
}

/// Every state that the staff can meet.
std::vector<named_state> all_states()
{
    std::vector<named_state> all;
    const auto add = [&](std::string name, model model, const std::vector<event>& then = {}, moment at = {}) {
        for (const auto& e : then) {
            model.handle(e, at);
        }
        all.push_back({std::move(name), model.state()});
    };
    add("starting", model("boot"));
    add("starting_away", model("boot"), {connection_changed{false}});
    add("unregistered", model("boot"), {device_refused{}});
    add("not_a_counter", model("boot"), {not_a_counter{}});
    add("idle", counter_one(counter_state::open, {}, queue(5)));
    add("nobody", counter_one(counter_state::open, {}, {}));
    add("paused", counter_one(counter_state::paused, {}, queue(3)));
    add("closed", counter_one(counter_state::closed, {}, queue(3)));
    add("called", busy(marked(ticket_state::called)));
    add("serving", busy(marked(ticket_state::serving), 2, 1));
    add("signed_in", busy(one(ticket_state::called)),
        {identified{"1", "An Bình", "An Binh", "nguyen.thi.minh.anh"}});
    auto grown = one(ticket_state::serving, "A1013", 3h + 5min);
    grown.served_from = test::monday_morning() - 1h - 4min - 12s;
    grown.priority = priority::merit;
    grown.priority_confirmed = true;
    add("long", busy(grown, 4, 4));
    add("selected", busy(one(ticket_state::serving), 0), {moved{1}, moved{8}});
    add("away", busy(one(ticket_state::serving)), {connection_changed{false}});
    add("away_awaited", busy(one(ticket_state::serving)),
        {pressed{action::finish}, pressed{action::call_next}, connection_changed{false}});
    add("away_unanswered", busy(one(ticket_state::serving)),
        {pressed{action::finish}, unanswered{"boot-1"}, connection_changed{false}});
    add("away_resume", counter_one(counter_state::open, {one(ticket_state::held, "A007")}),
        {picked{"demo-A007"}, connection_changed{false}});
    add("done_late", counter_one());
    all.back().state.notice = notice{"console.done", {}, order{"boot-1", {action::call_next}, "A003"}};
    add("transfer", busy(one(ticket_state::serving)), {pressed{action::transfer}, moved{4}});
    auto just_called = one(ticket_state::called);
    just_called.called_at = test::monday_morning() - 5s;
    add("no_show_once", busy(just_called), {pressed{action::no_show}});
    add("no_shows", busy(one(ticket_state::serving), 2, 4), {moved_across{-1}});
    add("held", busy(one(ticket_state::serving), 4, 4), {moved_across{1}, moved{1}});
    add("search", busy(one(ticket_state::serving), 2, 4), {typed{U'1'}});
    add("search_none", busy(one(ticket_state::serving), 2, 4), {typed{U'X'}});
    const settings_arrived reasons{test::with_reasons()};
    auto open_class = one(ticket_state::called, "A038");
    for (const auto named :
         {priority::elderly, priority::disabled, priority::pregnant, priority::infant, priority::merit}) {
        open_class.priority = named;
        add(std::string("class_") + boost::describe::enum_to_string(named, ""), busy(open_class), {reasons});
    }
    add("class_correct", busy(open_class), {pressed{action::correct_priority}});
    add("issue", busy(one(ticket_state::serving)), {pressed{action::issue}});
    add("issue_class", busy(one(ticket_state::serving)), {pressed{action::issue}, typed{U'1'}});
    add("hold", busy(one(ticket_state::serving)), {reasons, pressed{action::hold}});
    const hours_arrived hours{{test::monday_morning() - 2h, test::monday_morning() + 199min}};
    add("hold_until", busy(one(ticket_state::serving)),
        {reasons, hours, pressed{action::hold}, typed{U'1'}, moved{2}});
    add("pause_until", counter_one(), {reasons, hours, pressed_pause_or_open{}, typed{U'1'}});
    add("class_of_waiting", busy(one(ticket_state::serving)), {reasons, moved{1}, moved{1}});
    add("pause", counter_one(), {reasons, pressed_pause_or_open{}, moved{1}});
    const std::pair<std::string, std::string> pauses[] = {{"listed", "Họp"},
                                                          {"console_gone", "console_gone"},
                                                          {"officer_gone", "officer_gone"},
                                                          {"written", "Cúp điện tại quầy"}};
    for (const auto& [name, reason] : pauses) {
        add("paused_" + name, counter_one(),
            {reasons, counter_changed{{"1", counter_state::paused, {"A", "D"}, {}, {}, reason}}});
        all.back().state.counter.paused_at = test::monday_morning() - 12min;
    }
    add("paused_until", counter_one(),
        {reasons,
         counter_changed{
             {"1", counter_state::paused, {"A", "D"}, {}, {}, "Giải lao", test::monday_morning() + 4min}}});
    all.back().state.counter.paused_at = test::monday_morning() - 12min;
    add("hasty_next", busy(just_called), {pressed{action::call_next}});
    add("outcomes", busy(one(ticket_state::serving)), {pressed_outcomes{}});
    add("ticket", counter_one(counter_state::open, {}, queue(5)), {picked{"demo-D016"}});
    add("cancel", counter_one(counter_state::open, {}, queue(5)), {picked{"demo-D016"}, chose{3}});
    add("session", counter_one(counter_state::open, {one(ticket_state::serving)}, queue(5), true),
        {identified{"1", "An Bình", "An Binh", "Công Tằng Tôn Nữ Thị Phương Anh"}});
    add("sign_out", counter_one(counter_state::open, {one(ticket_state::serving)}, queue(5), true),
        {identified{"1", "An Bình", "An Binh", "Nguyễn Thị Lan"}, pressed_sign_out{}});
    add("close", counter_one(counter_state::open, {}, queue(5)), {pressed_close{}});
    add("close_alone", counter_one(counter_state::open, {one(ticket_state::held, "A007")}, queue(5)),
        {counter_changed{{"2", counter_state::closed, {}}}, counter_changed{{"3", counter_state::closed, {}}},
         pressed_close{}});
    add("scrolled", counter_one(counter_state::open, {}, queue(14)), {moved{to_end}});
    add("slow", busy(one(ticket_state::serving)), {pressed{action::finish}});
    all.back().state.slow = true;
    add("slow_then", busy(one(ticket_state::serving)),
        {pressed{action::finish}, pressed{action::call_next}, ticked{}}, moment(1s));
    all.back().state.slow = true;
    for (const std::string words :
         {"nobody", "busy", "not_open", "no_number", "in_service", "closed_already", "elsewhere"}) {
        add("notice_" + words, busy(one(ticket_state::called)));
        all.back().state.notice = notice{"console." + words, {}};
    }
    const std::string id = "demo-A003";
    for (const std::string words :
         {"not_now", "refused", "refused.changed", "refused.intake", "unanswered"}) {
        add("failed_" + words, busy(one(ticket_state::called)));
        all.back().state.notice = notice{.words = "console." + words,
                                         .since = {},
                                         .about = order{"boot-1", {action::finish_and_call, id}, "A003"},
                                         .has_failed = true};
    }
    all.back().state.notice->unsent = wish{action::hold, id};
    const std::pair<std::string, wish> deeds[] = {
        {"finish", {action::finish, id}},
        {"outcome", {action::finish, id, {}, protocol::finish_outcome::documents_missing}},
        {"no_show", {action::no_show, id}},
        {"cancel", {action::cancel, id}},
        {"to_counter", {action::transfer, id, destination{true, "2"}}},
        {"class", {action::confirm_priority, id}},
        {"issue", {action::issue, {}, destination{false, "B"}}},
        {"to_service", {action::transfer, id, destination{false, "B"}}}};
    for (const auto& [words, deed] : deeds) {
        add("done_" + words, counter_one());
        all.back().state.notice = notice{"console.done." + words, {}, order{"boot-1", deed, "A003"}};
    }
    const service long_named{"A",
                             "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền "
                             "với đất lần đầu",
                             "First certificate of the right to use land and of property attached to land",
                             5min};
    auto long_named_too = long_named;
    long_named_too.code = "B";
    const services_arrived long_names{{long_named, long_named_too}};
    add("long_names", busy(marked(ticket_state::called), 1), {long_names});
    add("long_names_transfer", busy(one(ticket_state::serving)), {long_names, pressed{action::transfer}});
    auto crowded = busy(one(ticket_state::serving));
    std::vector<service> services;
    std::vector<counter_view> counters{{"1", counter_state::open, {"A", "D"}}};
    for (int n = 0; n < 26; ++n) {
        services.push_back({std::string(1, static_cast<char>('A' + n)),
                            n % 2 ? "Đất đai, nhà ở" : "Hộ tịch: khai sinh, kết hôn, khai tử",
                            n % 2 ? "Land and housing" : "Civil status: birth, marriage, death", 15min});
    }
    for (int n = 2; n < 20; ++n) {
        counters.push_back({std::to_string(n), n % 3 ? counter_state::open : counter_state::closed, {}});
    }
    for (const auto& one : services) {
        counters.front().services.push_back(one.code);
    }
    auto crowded_queue = queue(14);
    for (std::size_t n = 0; n < crowded_queue.size(); ++n) {
        crowded_queue[n].service = services[n].code;
    }
    add("serves_all", crowded,
        {services_arrived{services}, board_arrived{test::monday_morning(), counters},
         waiting_arrived{crowded_queue}});
    add("crowded", crowded,
        {services_arrived{services}, board_arrived{test::monday_morning(), counters},
         pressed{action::transfer}, moved{9}, pressed{action::call_next}});
    return all;
}

/// A short name for what a touch of a target does.
std::string name_of(const event& touched)
{
    return std::visit(
        base::overloaded{[](const pressed& event) {
                             return std::string(boost::describe::enum_to_string(event.action, ""));
                         },
                         [](const pressed_pause_or_open&) { return std::string("pause_or_open"); },
                         [](const pressed_outcomes&) { return std::string("outcomes"); },
                         [](const pressed_close&) { return std::string("close"); },
                         [](const picked&) { return std::string("pick"); },
                         [](const pressed_note&) { return std::string("note"); },
                         [](const cleared&) { return std::string("clear"); },
                         [](const chose&) { return std::string("choose"); },
                         [](const moved&) { return std::string("move"); },
                         [](const showed&) { return std::string("show"); },
                         [](const appointments::event&) { return std::string("show"); },
                         [](const confirmed&) { return std::string("confirm"); },
                         [](const left&) { return std::string("leave"); },
                         [](const auto&) { return std::string("no touch"); }},
        touched);
}

} // namespace

namespace {

/// Draws every state in a window of this size, and keeps the pictures of those that complain.
void check_texts(sf::Vector2u size, const std::string& language)
{
    test::picture p(size, reference);
    for (const auto& [name, state] : all_states()) {
        p.draw([&, &state = state](ui::frame& frame) {
            frame.speak(language);
            draw(frame, state);
        });
        const auto file = "console_" + name + "_" + language + "_" + std::to_string(size.x) + ".png";
        if (!p.complaints().empty() || std::getenv("MOTCUA_KEEP_PICTURES")) {
            p.save(file);
        }
        CAPTURE(file);
        CHECK(p.complaints() == std::vector<std::string>{});
    }
}

} // namespace

TEST_CASE("every text of the console fits a large window, in both languages")
{
    const auto size = GENERATE(sf::Vector2u(1920, 1080), sf::Vector2u(1366, 768));
    const std::string language = GENERATE("vi", "en");
    check_texts(size, language);
}

TEST_CASE("every text of the console fits a small window, in both languages")
{
    const auto size = GENERATE(sf::Vector2u(1280, 800), sf::Vector2u(1024, 768));
    const std::string language = GENERATE("vi", "en");
    check_texts(size, language);
}

TEST_CASE("every target of the console means an event and lies apart from the others")
{
    test::picture p({1280, 800}, reference);
    for (const auto& [name, state] : all_states()) {
        CAPTURE(name);
        p.draw([&state = state](ui::frame& frame) { draw(frame, state); });
        const auto& targets = p.targets();
        for (std::size_t i = 0; i < targets.size(); ++i) {
            CHECK(targets[i].action.as<event>());
            for (std::size_t j = 0; j < i; ++j) {
                CHECK_FALSE(targets[i].place.overlaps(targets[j].place));
            }
        }
    }
}

TEST_CASE("the minutes of a waiting ticket stand where they stand without a chip")
{
    const auto minutes = [](priority priority) {
        auto t = one(ticket_state::waiting);
        t.priority = priority;
        test::picture drawn({1280, 800}, reference);
        drawn.draw([&](ui::frame& frame) { draw(frame, counter_one(counter_state::open, {}, {t}).state()); });
        std::vector<sf::Uint32> right_end_of_row;
        for (unsigned y = 150; y < 215; ++y) {
            for (unsigned x = 1180; x < 1236; ++x) {
                right_end_of_row.push_back(drawn.pixel(x, y).toInteger());
            }
        }
        return right_end_of_row;
    };
    const auto plain = minutes(priority::none);
    CHECK(std::set(plain.begin(), plain.end()).size() > 1);
    CHECK(minutes(priority::elderly) == plain);
}

TEST_CASE("the header shows what the counter serves and who signed in")
{
    auto s = counter_one().state();
    test::picture p({1280, 800}, reference);
    const auto header = [&] {
        p.draw([&](ui::frame& frame) { draw(frame, s); });
        std::vector<sf::Uint32> all;
        for (unsigned y = 0; y < 64; ++y) {
            for (unsigned x = 0; x < 1280; ++x) {
                all.push_back(p.pixel(x, y).toInteger());
            }
        }
        return all;
    };
    const auto plain = header();
    s.counter.services.pop_back();
    const auto serves_less = header();
    CHECK(serves_less != plain);
    s.officer = "lan";
    CHECK(header() != serves_less);
}

TEST_CASE("the strip at the bottom shows for which services people wait")
{
    const auto strip = [](const std::string& number) {
        const auto waiting = {one(ticket_state::waiting, "A001"), one(ticket_state::waiting, number)};
        test::picture p({1280, 800}, reference);
        p.draw([&](ui::frame& frame) { draw(frame, counter_one(counter_state::open, {}, waiting).state()); });
        std::vector<sf::Uint32> all;
        for (unsigned y = 724; y < 776; ++y) {
            for (unsigned x = 20; x < 820; ++x) {
                all.push_back(p.pixel(x, y).toInteger());
            }
        }
        return all;
    };
    CHECK(strip("A002") != strip("D002"));
}

TEST_CASE("what cannot be done has no target, and a question leaves only its own")
{
    test::picture p({1280, 800}, reference);
    const auto touches = [&](const counter::console::state& state) {
        p.draw([&](ui::frame& frame) { draw(frame, state); });
        std::set<std::string> all;
        for (const auto& t : p.targets()) {
            all.insert(name_of(*t.action.as<event>()));
        }
        return all;
    };
    using names = std::set<std::string>;
    CHECK(touches(counter_one().state()) ==
          names{"call_next", "pause_or_open", "close", "issue", "pick", "show"});
    CHECK(touches(counter_one(counter_state::open, {one(ticket_state::called)}, {}).state()) ==
          names{"call_next", "recall", "start", "finish", "outcomes", "no_show", "hold", "transfer",
                "pause_or_open", "issue", "note", "show"});
    auto asked = counter_one(counter_state::open, {one(ticket_state::serving, "A002")});
    CHECK(touches(asked.state()) == names{"call_next", "finish", "outcomes", "hold", "transfer",
                                          "pause_or_open", "issue", "note", "pick", "show"});
    asked.handle(pressed{action::set_note}, {});
    CHECK(touches(asked.state()) == names{"confirm", "leave"});
    asked.handle(left{}, {});
    asked.handle(pressed{action::transfer}, {});
    CHECK(touches(asked.state()) == names{"choose", "confirm", "leave"});
    asked.handle(left{}, {});
    asked.handle(connection_changed{false}, {});
    CHECK(touches(asked.state()) == names{"pick", "show"});
}
