#include "kiosk/kiosk.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/slip_printer.hpp"
#include "tests/unit/kiosk/sample.hpp"
#include "tests/unit/ui/picture.hpp"
#include "ui/stage.hpp"
#include "ui/window.hpp"

#include <catch2/catch.hpp>
#include <SFML/Graphics/Texture.hpp>

#include <filesystem>
#include <fstream>
#include <future>
#include <limits>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::kiosk;
using namespace std::chrono_literals;

namespace {

struct scripted_server : ui::outside<effect, event>
{
    void perform(const effect& wanted) override
    {
        if (const auto* ticket = std::get_if<issue>(&wanted)) {
            requests.push_back(ticket->request);
        }
    }
    std::vector<event> take() override { return std::exchange(news, {}); }

    std::vector<request> requests;
    std::vector<event> news{office_known{test::office()}, connection_changed{true},
                            board_arrived{test::demo_services(), test::monday_morning()}};
};

/// A kiosk in a real window, touched by the events that a window would bring.
struct touched_kiosk
{
    explicit touched_kiosk(printer_place place = {}) : printer(std::move(place), test::shared_assets())
    {
        look();
    }

    void look()
    {
        stage.wake(now);
        stage.draw(window);
        window.display();
    }

    void tap(const event& touched)
    {
        const auto pixel = stage.pixel_of(ui::action(touched));
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

    /// Whether the screen shows that the last ticket was printed.
    bool is_printed() const { return std::get<issued>(program.state().screen).printed; }

    scripted_server server;
    slip_printer printer;
    server_and_printer outside{server, printer};
    ui::program::time now{};
    kiosk_program program{outside, {}, "boot"};
    ui::stage stage{program, test::shared_assets(), reference};
    sf::RenderWindow window{sf::VideoMode(540, 960), "kiosk", sf::Style::None};
};

} // namespace

TEST_CASE("one touch on a card of the home screen asks for its ticket and shows it")
{
    touched_kiosk k;
    k.tap(tapped_service{"B"});
    REQUIRE(k.server.requests.size() == 1);
    CHECK(k.server.requests.front().service == "B");
    CHECK(k.stage.targets().size() == 1); // the way back
    k.server.news.push_back(ticket_issued{k.server.requests.front().key, test::demo_ticket()});
    k.look();
    CHECK(std::holds_alternative<issued>(k.program.state().screen));
    k.now += 1s;
    k.tap(tapped_done{});
    CHECK(std::holds_alternative<at_home>(k.program.state().screen));
}

TEST_CASE("an impatient second tap gives no second ticket")
{
    touched_kiosk k;
    const auto pixel = *k.stage.pixel_of(ui::action(event(tapped_service{"A"})));
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
    CHECK(k.server.requests.size() == 1);
}

TEST_CASE("a priority ticket and the language are reached by touch")
{
    touched_kiosk k;
    k.tap(tapped_language{"en"});
    k.tap(tapped_priority{});
    k.tap(tapped_class{"elderly"});
    k.tap(tapped_service{"A"});
    REQUIRE(k.server.requests.size() == 1);
    CHECK(k.server.requests.front().priority == "elderly");
    CHECK(k.server.requests.front().language == "en");
}

TEST_CASE("a lost server is on the screen at once and goes from it by itself")
{
    touched_kiosk k;
    k.server.news.push_back(connection_changed{false});
    k.look();
    CHECK_FALSE(k.stage.pixel_of(ui::action(event(tapped_service{"A"}))));
    k.server.news.push_back(connection_changed{true});
    k.look();
    CHECK(k.stage.pixel_of(ui::action(event(tapped_service{"A"}))));
}

namespace {

/// A kiosk whose printer writes to `place`, with a ticket just issued.
struct printing_kiosk : touched_kiosk
{
    explicit printing_kiosk(const std::filesystem::path& place)
        : touched_kiosk({printer_kind::file, place.string()})
    {
        tap(tapped_service{"A"});
        server.news.push_back(ticket_issued{server.requests.front().key, test::demo_ticket()});
        look();
    }

    /// Looks again and again, for some seconds at most.
    bool is_printed_in_time()
    {
        const auto end = std::chrono::steady_clock::now() + 10s;
        while (!is_printed() && std::chrono::steady_clock::now() < end) {
            look();
        }
        return is_printed();
    }
};

/// A folder for one test, empty before it and gone after it.
struct scratch_folder
{
    scratch_folder() { std::filesystem::create_directories(path); }
    ~scratch_folder() { std::filesystem::remove_all(path); }

    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("motcua_slips_" + std::to_string(::getpid()));
};

} // namespace

TEST_CASE("a printer that is a file gets the slip")
{
    const scratch_folder folder;
    printing_kiosk k(folder.path);
    CHECK(k.is_printed_in_time());
    CHECK(std::filesystem::file_size(folder.path / "A013.png") > 1000);
}

TEST_CASE("a slip that cannot be written is shown as a number to remember")
{
    const event failed = slip_printed{"A013", false};
    std::promise<logging::line> logged;
    slip_printer printer({printer_kind::file, "/nonexistent/slip.png"}, test::shared_assets(),
                         [&](logging::line line) { logged.set_value(std::move(line)); });
    printer.perform({{.ticket = test::demo_ticket(), .language = "vi"}});
    std::vector<event> news;
    while (news.empty()) {
        news = printer.take();
    }
    CHECK(news == std::vector{failed});
    // Without the number of the ticket.
    CHECK(logged.get_future().get().text == "a slip is not printed: cannot write /nonexistent/slip.png");
    touched_kiosk k;
    k.tap(tapped_service{"A"});
    k.server.news = {ticket_issued{k.server.requests.front().key, test::demo_ticket()}, failed};
    k.look();
    CHECK_FALSE(k.is_printed());
}

TEST_CASE("a kiosk without a printer says at once that no paper comes")
{
    std::vector<std::string> lines;
    slip_printer none({}, test::shared_assets(),
                      [&](const logging::line& line) { lines.push_back(line.text); });
    none.perform({{.ticket = test::demo_ticket(), .language = "vi"}});
    CHECK(none.take() == std::vector<event>{slip_printed{"A013", false}});
    CHECK(lines == std::vector<std::string>{"none: no slip is printed"});
}

TEST_CASE("the window goes on while the printer hangs, and the slip is on the screen once it is written")
{
    const scratch_folder folder;
    const auto file = folder.path / "slip.png";
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0); // opening it waits for a reader
    printing_kiosk k(file);
    CHECK_FALSE(k.is_printed());
    const auto home_in = k.program.state().home_in;
    k.now += 5s;
    k.look();
    CHECK(k.program.state().home_in == home_in - 5s);
    CHECK_FALSE(k.is_printed());
    std::ifstream paper(file, std::ios::binary);
    std::thread reader([&] { paper.ignore(std::numeric_limits<std::streamsize>::max()); });
    CHECK(k.is_printed_in_time());
    reader.join();
    k.tap(tapped_done{});
    CHECK(std::holds_alternative<at_home>(k.program.state().screen));
}
