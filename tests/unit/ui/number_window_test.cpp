// The smallest window: it shows one number and takes the next at a touch. The pattern for a new one.

#include "tests/unit/ui/picture.hpp"
#include "ui/stage.hpp"
#include "ui/widgets.hpp"
#include "ui/window_program.hpp"

#include <catch2/catch.hpp>

#include <variant>

using namespace motcua;

namespace {

// The model: what happens, what it asks of the outside, what it knows.

struct number_called
{
    int number;
    bool operator==(const number_called&) const = default;
};
struct touched_next
{
    bool operator==(const touched_next&) const = default;
};
struct ticked
{
    bool operator==(const ticked&) const = default;
};
using event = std::variant<number_called, touched_next, ticked>;

struct call_next
{
    int after;
};
using effect = std::variant<call_next>;

class number_model
{
public:
    explicit number_model(int first) : number_(first) {}

    std::optional<effect> handle(const event& news, ui::program::time)
    {
        if (const auto* called = std::get_if<number_called>(&news)) {
            number_ = called->number;
            ++revision_;
        }
        return std::holds_alternative<touched_next>(news) ? std::optional(call_next{number_}) : std::nullopt;
    }

    const int& state() const { return number_; }
    unsigned revision() const { return revision_; }

private:
    int number_;
    unsigned revision_ = 0;
};

// The screen: a function of the state.

void draw_number(ui::frame& frame, int number)
{
    auto area = frame.area();
    ui::button(frame, area.cut_bottom(100), {.label = "Gọi số tiếp theo"}, ui::action(event(touched_next{})));
    frame.canvas.text(area, std::to_string(number), {ui::weight::display, ui::type::counter_number},
                      {.across = ui::across::centre});
}

// The wiring.

struct number_window
{
    using model = number_model;
    using event = ::event;
    using effect = ::effect;
    using tick = ticked;

    void draw(ui::frame& frame, int number) const { draw_number(frame, number); }
    std::optional<event> key(const sf::Event::KeyEvent& key) const
    {
        return key.code == sf::Keyboard::Space ? std::optional<event>(touched_next{}) : std::nullopt;
    }
};

/// Calls the next number at once.
struct counting_office : ui::outside<effect, event>
{
    void perform(const effect& wanted) override
    {
        news.push_back(number_called{std::get<call_next>(wanted).after + 1});
    }
    std::vector<event> take() override { return std::exchange(news, {}); }

    std::vector<event> news;
};

struct shown_number
{
    shown_number()
    {
        REQUIRE(surface.create(400, 300));
        look();
    }

    void look()
    {
        stage.wake(now);
        stage.draw(surface);
        surface.display();
    }

    sf::Image picture() const { return surface.getTexture().copyToImage(); }

    counting_office office;
    ui::window_program<number_window> program{office, {}, 41};
    ui::stage stage{program, test::shared_assets(), ui::point{400, 300}};
    sf::RenderTexture surface;
    ui::program::time now{};
};

std::vector<sf::Uint8> bytes(const sf::Image& image)
{
    return {image.getPixelsPtr(),
            image.getPixelsPtr() + std::size_t{4} * image.getSize().x * image.getSize().y};
}

} // namespace

TEST_CASE("a touch goes to the model, its effect to the outside, and the result comes back into the picture")
{
    shown_number window;
    const auto before = window.picture();
    const auto button = window.stage.pixel_of(ui::action(event(touched_next{})));
    REQUIRE(button);
    sf::Event click{};
    click.mouseButton = {sf::Mouse::Left, button->x, button->y};
    for (const auto type : {sf::Event::MouseButtonPressed, sf::Event::MouseButtonReleased}) {
        click.type = type;
        window.stage.handle(click, window.now);
    }
    CHECK(window.office.news == std::vector<event>{number_called{42}});
    window.look();
    CHECK(window.program.state() == 42);
    CHECK(bytes(window.picture()) != bytes(before));
    CHECK(window.stage.complaints().empty());
}

TEST_CASE("a key does the same, and input that a window does not take means nothing to it")
{
    shown_number window;
    sf::Event press{};
    press.type = sf::Event::KeyPressed;
    press.key.code = sf::Keyboard::Space;
    window.stage.handle(press, window.now);
    window.look();
    CHECK(window.program.state() == 42);
    sf::Event wheel{};
    wheel.type = sf::Event::MouseWheelScrolled;
    wheel.mouseWheelScroll.delta = 1;
    window.stage.handle(wheel, window.now);
    CHECK_FALSE(window.stage.stale());
}

TEST_CASE("a picture is drawn again only when the model's revision rises")
{
    shown_number window;
    window.stage.wake(window.now);
    CHECK_FALSE(window.stage.stale());
    window.office.news = {number_called{7}};
    window.stage.wake(window.now);
    CHECK(window.stage.stale());
}
