#include "ui/assets.hpp"
#include "ui/text.hpp"
#include "ui/translations.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace motcua::ui;

TEST_CASE("every language has the same keys with the same placeholders")
{
    const auto words = load_translations(MOTCUA_TRANSLATIONS);
    REQUIRE(words.languages().size() >= 2);
    CHECK(words.languages().front() == "vi");
    for (const auto& language : words.languages()) {
        for (const auto& [key, text] : words.all("vi")) {
            CAPTURE(language, key);
            const auto* other = words.find(language, key);
            REQUIRE(other);
            CHECK_FALSE(other->empty());
            CHECK(placeholders(*other) == placeholders(text));
            CHECK(words.all(language).size() == words.all("vi").size());
        }
    }
}

TEST_CASE("Vietnamese texts speak to ông/bà, in one normal form, without shouting")
{
    const auto words = load_translations(MOTCUA_TRANSLATIONS);
    for (const auto& [key, text] : words.all("vi")) {
        CAPTURE(key, text);
        CHECK(text.find("quý khách") == text.npos);
        CHECK(text.find(" bạn") == text.npos);
        CHECK(text.find('!') == text.npos);
        CHECK(text == normalised(text));
    }
}

TEST_CASE("Vietnamese texts put the tone mark on the second vowel of oa, oe and uy: huỷ, xoá, hoà")
{
    const auto words = load_translations(MOTCUA_TRANSLATIONS);
    const std::regex old_style(
        "(^|[^qQ])((ó|ò|ỏ|õ|ọ|Ó|Ò|Ỏ|Õ|Ọ)[aeAE]|(ú|ù|ủ|ũ|ụ|Ú|Ù|Ủ|Ũ|Ụ)[yY])([^a-zA-Z\\x80-\\xff]|$)");
    REQUIRE(std::regex_search(std::string("Đã hủy số"), old_style));
    CHECK_FALSE(std::regex_search(std::string("Của quý đoàn: huỷ, của"), old_style));
    for (const auto& [key, text] : words.all("vi")) {
        CAPTURE(key, text);
        CHECK_FALSE(std::regex_search(text, old_style));
    }
}

TEST_CASE("placeholders take their values and unknown ones stay")
{
    CHECK(filled_in("{n} người chờ", {{"n", "12"}}) == "12 người chờ");
    CHECK(filled_in("{a}{b}", {{"b", "2"}}) == "{a}2");
    CHECK(filled_in("no end {n", {{"n", "1"}}) == "no end {n");
    CHECK(placeholders("{b} and {a}") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a text chooses between the forms of one and of more")
{
    const auto* text = "in {n} {n|second|seconds}";
    CHECK(filled_in(text, {{"n", "1"}}) == "in 1 second");
    CHECK(filled_in(text, {{"n", "0"}}) == "in 0 seconds");
    CHECK(filled_in(text, {{"n", "21"}}) == "in 21 seconds");
    CHECK(filled_in("{n|hour|hours}", {{"n", "1.5"}}) == "hours");
    CHECK(filled_in("{n|hour|hours}", {}) == "{n|hour|hours}");
    CHECK(placeholders(text) == std::vector<std::string>{"n"});
}

TEST_CASE("every counted word has the forms that its language has")
{
    const auto words = load_translations(MOTCUA_TRANSLATIONS);
    // Vietnamese words have one form.
    for (const auto& [key, text] : words.all("vi")) {
        CAPTURE(key, text);
        CHECK(text.find('|') == text.npos);
    }
    const std::regex one_of_many("(^|[^0-9])1 [a-z]+s( |$)");
    for (const auto& [key, text] : words.all("en")) {
        const auto of_one = filled_in(text, {{"n", "1"}, {"h", "1"}});
        CAPTURE(key, text, of_one);
        CHECK_FALSE(std::regex_search(of_one, one_of_many));
        CHECK(of_one.find('|') == of_one.npos);
    }
}

TEST_CASE("missing translations are one clear error")
{
    CHECK_THROWS_AS(load_translations("/nonexistent"), asset_error);
    CHECK_THROWS_WITH(load_translations("/nonexistent"), Catch::Contains("/nonexistent"));
}
