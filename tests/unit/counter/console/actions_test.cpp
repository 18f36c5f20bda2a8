#include "counter/console/actions.hpp"
#include "counter/console/keys.hpp"
#include "ui/translations.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <catch2/catch.hpp>

#include <filesystem>

using namespace motcua;
using namespace motcua::counter::console;

TEST_CASE("every action has a row, and its name in every language")
{
    const auto texts = ui::load_translations(MOTCUA_TRANSLATIONS);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<action>>([&](auto described) {
        CAPTURE(described.name);
        CHECK(row_of(described.value).action == described.value);
    });
    for (const auto& row : action_rows()) {
        CAPTURE(row.label, row.choice);
        for (const auto& language : texts.languages()) {
            CHECK(texts.find(language, row.label));
            CHECK((row.choice.empty() || texts.find(language, row.choice)));
        }
    }
}

TEST_CASE("every icon of an action is there")
{
    for (const auto& row : action_rows()) {
        CAPTURE(row.icon);
        const auto file = std::filesystem::path(MOTCUA_ICONS) / (std::string(row.icon) + ".png");
        CHECK((row.icon.empty() || std::filesystem::exists(file)));
    }
}

TEST_CASE("a key does what its rows mean, and no two meanings share one")
{
    for (const auto& row : action_rows()) {
        if (row.key.empty()) {
            continue;
        }
        CAPTURE(row.key);
        const bool shift = row.key.starts_with("Shift ");
        const auto number = std::stoi(std::string(row.key.substr(row.key.find('F', shift ? 6 : 0) + 1)));
        const auto code = static_cast<sf::Keyboard::Key>(sf::Keyboard::F1 + number - 1);
        CHECK(event_of({code, false, false, shift, false}) == row.meaning);
    }
}

TEST_CASE("a request for a ticket names it in its path, except a call, which the counter makes")
{
    for (const auto& row : action_rows()) {
        CAPTURE(row.path);
        if (row.action == action::sign_out || row.action == action::issue) {
            continue; // They concern neither.
        }
        const bool names_ticket = row.path.find("{ticket}") != row.path.npos;
        CHECK(names_ticket ==
              (row.is_of_ticket && row.action != action::call && row.action != action::finish_and_call));
        CHECK(names_ticket != (row.path.find("{counter}") != row.path.npos));
    }
}
