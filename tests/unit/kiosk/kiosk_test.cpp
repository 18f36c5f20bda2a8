#include "kiosk/kiosk.hpp"
#include "kiosk/screens/screens.hpp"
#include "tests/unit/kiosk/sample.hpp"
#include "tests/unit/ui/picture.hpp"
#include "ui/window.hpp"

#include <catch2/catch.hpp>
#include <SFML/Graphics/Texture.hpp>

#include <filesystem>

using namespace motcua;
using namespace motcua::kiosk;
using namespace std::chrono_literals;

namespace {

struct scripted_link : server_link
{
    void issue(const request& r) override { asked.push_back(r); }
    std::vector<event> take() override { return std::exchange(news, {}); }

    std::vector<request> asked;
    std::vector<event> news{office_known{test::office()}, connection_changed{true},
                            board_arrived{test::demo_services(), test::monday_morning()}};
};

/// A kiosk in a real window, touched by the events that a window would bring.
struct touched_kiosk
{
    explicit touched_kiosk(printer_place printer = {})
        : program(link, test::shared_assets(), std::move(printer), "boot")
    {
        look();
    }

    void look()
    {
        stage.wake(now);
        stage.draw(window);
        window.display();
    }

    void tap(const ui::action& a)
    {
        const auto pixel = stage.pixel_of(a);
        if (!pixel) {
            save();
        }
        REQUIRE(pixel);
        sf::Event e{};
        e.mouseButton = {sf::Mouse::Left, pixel->x, pixel->y};
        e.type = sf::Event::MouseButtonPressed;
        stage.handle(e, now);
        look();
        e.type = sf::Event::MouseButtonReleased;
        stage.handle(e, now);
        look();
        now += 1s;
    }

    void save()
    {
        sf::Texture seen;
        seen.create(window.getSize().x, window.getSize().y);
        seen.update(window);
        seen.copyToImage().saveToFile("kiosk_seen.png");
    }

    scripted_link link;
    ui::program::time now{};
    kiosk_program program;
    ui::stage stage{program, test::shared_assets(), reference};
    sf::RenderWindow window{sf::VideoMode(540, 960), "kiosk", sf::Style::None};
};

} // namespace

TEST_CASE("one touch on a card of the home screen asks for its ticket and shows it")
{
    touched_kiosk k;
    k.tap({"take", "B"});
    REQUIRE(k.link.asked.size() == 1);
    CHECK(k.link.asked.front().service == "B");
    CHECK(k.stage.targets().empty());
    k.link.news.push_back(ticket_issued{k.link.asked.front().key, test::demo_ticket()});
    k.look();
    CHECK(std::holds_alternative<issued>(k.program.state().screen));
    k.now += 1s;
    k.tap({"done"});
    CHECK(std::holds_alternative<at_home>(k.program.state().screen));
}

TEST_CASE("an impatient second tap gives no second ticket")
{
    touched_kiosk k;
    const auto pixel = *k.stage.pixel_of({"take", "A"});
    sf::Event e{};
    e.mouseButton = {sf::Mouse::Left, pixel.x, pixel.y};
    for (int tap = 0; tap < 4; ++tap) {
        for (const auto type : {sf::Event::MouseButtonPressed, sf::Event::MouseButtonReleased}) {
            e.type = type;
            k.stage.handle(e, k.now);
            k.look();
        }
        k.now += 150ms;
    }
    CHECK(k.link.asked.size() == 1);
}

TEST_CASE("a priority ticket and the language are reached by touch")
{
    touched_kiosk k;
    k.tap({"language", "en"});
    k.tap({"priority"});
    k.tap({"class", "elderly"});
    k.tap({"take", "A"});
    REQUIRE(k.link.asked.size() == 1);
    CHECK(k.link.asked.front().priority == "elderly");
    CHECK(k.link.asked.front().language == "en");
}

TEST_CASE("a lost server is on the screen at once and goes from it by itself")
{
    touched_kiosk k;
    k.link.news.push_back(connection_changed{false});
    k.look();
    CHECK_FALSE(k.stage.pixel_of({"take", "A"}));
    k.link.news.push_back(connection_changed{true});
    k.look();
    CHECK(k.stage.pixel_of({"take", "A"}));
}

TEST_CASE("a printer that is a file gets the slip")
{
    const auto folder = std::filesystem::temp_directory_path() / "motcua_slips";
    std::filesystem::create_directories(folder);
    touched_kiosk k({printer_kind::file, folder.string()});
    k.tap({"take", "A"});
    k.link.news.push_back(ticket_issued{k.link.asked.front().key, test::demo_ticket()});
    k.look();
    CHECK(std::get<issued>(k.program.state().screen).printed);
    CHECK(std::filesystem::file_size(folder / "A013.png") > 1000);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a slip that cannot be written is told as a number to remember")
{
    touched_kiosk k({printer_kind::file, "/nonexistent/slip.png"});
    k.tap({"take", "A"});
    k.link.news.push_back(ticket_issued{k.link.asked.front().key, test::demo_ticket()});
    k.look();
    CHECK_FALSE(std::get<issued>(k.program.state().screen).printed);
}
