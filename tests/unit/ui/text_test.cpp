#include "ui/syllables.hpp"
#include "ui/text.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;

TEST_CASE("composed and decomposed letters become one form")
{
    const std::string decomposed = "Hoa\xCC\x80";
    CHECK(normalised(decomposed) == "Hoà");
    CHECK(letters(decomposed).getSize() == 3);
    CHECK(letters("Hoà") == letters(decomposed));
}

TEST_CASE("what is not UTF-8 does not stop the window") { CHECK(normalised("\xFF\xFE") == "?"); }

TEST_CASE("the syllables of a word stay together, whatever stands behind it")
{
    CHECK(tied(letters("Đất đai, xây dựng")) == letters("Đất\u00A0đai, xây\u00A0dựng"));
    CHECK(tied(letters("Phục vụ hành chính công")) == letters("Phục\u00A0vụ hành\u00A0chính\u00A0công"));
    CHECK(tied(letters("của đất, đai")) == letters("của đất, đai"));
    CHECK(tied(letters("")) == letters(""));
}

TEST_CASE("the alphabet has no letter twice")
{
    const auto all = alphabet();
    for (std::size_t i = 0; i < all.getSize(); ++i) {
        CHECK(all.find(all[i], i + 1) == sf::String::InvalidPos);
    }
}
