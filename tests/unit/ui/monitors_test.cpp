#include "tests/unit/ui/picture.hpp"
#include "tests/unit/ui/x_monitors.hpp"
#include "ui/awake.hpp"
#include "ui/window.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::ui;
using Catch::Matchers::Contains;

namespace {

const placement left_half{{600, 400}, {0, 0}};
const placement right_half{{300, 400}, {600, 0}};

/// Two monitors beside each other, of which the right one is the primary.
struct two_monitors
{
    two_monitors()
    {
        test::put_monitor("left", left_half);
        test::put_monitor("right", right_half, true);
    }
    ~two_monitors()
    {
        test::take_monitor_away("left");
        test::take_monitor_away("right");
    }

    /// An X server that its last client leaves forgets everything.
    x_display kept;
};

/// Does one thing, then waits until its window covers a place.
struct mover : program
{
    mover(window& shown, std::function<void()> deed, sf::Vector2u size)
        : shown_(shown), deed_(std::move(deed)), size_(size)
    {}
    void draw(frame&) const override {}
    void act(const action&, time) override {}
    bool wake(time) override
    {
        if (deed_) {
            std::exchange(deed_, nullptr)();
        }
        return false;
    }
    bool is_over() const override { return shown_.size() == size_; }

private:
    window& shown_;
    std::function<void()> deed_;
    sf::Vector2u size_;
};

} // namespace

TEST_CASE("a monitor is chosen by its name, by its number, or because it is the primary one")
{
    const std::vector<monitor> on{{"left", left_half}, {"right", right_half, true}};
    CHECK(choose_monitor(on, "left") == &on[0]);
    CHECK(choose_monitor(on, "1") == &on[0]);
    CHECK(choose_monitor(on, "2") == &on[1]);
    CHECK(choose_monitor(on, "") == &on[1]);
    CHECK(choose_monitor(on, "gone") == &on[1]);
    CHECK(choose_monitor({on[0]}, "2")->name == "left");
    CHECK(choose_monitor({}, "left") == nullptr);
}

TEST_CASE("a window covers the monitor that is chosen")
{
    const two_monitors here;
    CHECK(chosen_monitor("left").now() == left_half);
    CHECK(chosen_monitor("right").now() == right_half);
    CHECK(chosen_monitor("").now() == right_half);
}

TEST_CASE("a monitor that does not exist is refused in one line that lists those that do")
{
    const two_monitors here;
    CHECK_THROWS_WITH(chosen_monitor("middle"),
                      Contains("middle") && Contains("left (600x400)") && Contains("right (300x400)"));
    CHECK_THROWS_WITH(chosen_monitor("9"), Contains("9") && !Contains("\n"));
}

TEST_CASE("a window follows its monitor when that changes its size, goes and comes back")
{
    const two_monitors here;
    window shown("Motcua", {.monitor = "left"});
    REQUIRE(shown.size() == left_half.size);
    const std::atomic<bool> stop{false};
    const auto follows = [&](std::function<void()> deed, sf::Vector2u size) {
        mover program(shown, std::move(deed), size);
        stage on_it(program, test::shared_assets(), point{400, 400});
        return shown.run(on_it, stop);
    };
    CHECK(follows([] { test::put_monitor("left", {{500, 300}, {0, 0}}); }, {500, 300}));
    CHECK(follows([] { test::take_monitor_away("left"); }, right_half.size));
    CHECK(follows([] { test::put_monitor("left", left_half); }, left_half.size));
}

TEST_CASE("a screen in the hall never goes dark by itself")
{
    const x_display kept_open;
    REQUIRE(test::goes_dark());
    {
        const awake kept;
        CHECK_FALSE(test::goes_dark());
    }
    CHECK(test::goes_dark());
}
