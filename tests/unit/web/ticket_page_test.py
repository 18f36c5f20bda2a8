#!/usr/bin/env python3
"""Holds the phone page to what can be read off its files: no inline code, both languages whole, small, legible.

Usage: ticket_page_test.py ROOT
"""

import html.parser
import itertools
import json
import pathlib
import re
import sys
import unicodedata
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".")
FOLDER = ROOT / "assets" / "web"
BYTES_MAX = 34_000  # in a second at 40 kB/s, which a slow phone network gives
CONTRAST_MIN = 7.0
VOID = {"br", "hr", "img", "input", "link", "meta"}

# Text on ground, by the names of the style sheet's tokens.
PAIRS = [
    ("ink", "card"), ("ink", "bg"), ("ink", "gold"), ("ink", "gold_bg"), ("ink", "line"), ("ink_2", "card"),
    ("ink_2", "bg"), ("navy", "card"), ("navy", "blue_bg"), ("card", "navy"), ("card", "navy_2"),
    ("amber", "gold_bg"), ("ink", "green_bg"), ("red", "red_bg"),
]  # fmt: skip


class Page(html.parser.HTMLParser):
    """What the markup holds, and each thing that it must not."""

    def __init__(self, markup):
        super().__init__()
        self.open, self.faults, self.links = [], [], []
        self.ids, self.texts, self.key = set(), {}, None
        self.feed(markup)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)
        if tag == "style" or (tag == "script" and "src" not in attributes):
            self.faults.append(f"inline <{tag}>")
        self.faults += [f"{name}= on <{tag}>" for name in attributes if name == "style" or name.startswith("on")]
        self.links += [attributes[name] for name in ("src", "href") if name in attributes]
        if "id" in attributes:
            self.faults += [f"id {attributes['id']} twice"] * (attributes["id"] in self.ids)
            self.ids.add(attributes["id"])
        self.key = attributes.get("data-text")
        if self.key:
            self.texts[self.key] = ""

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")
        self.key = None

    def handle_data(self, data):
        if self.key:
            self.texts[self.key] += data


def read(name):
    return (FOLDER / name).read_text(encoding="utf-8")


def luminance(colour):
    digits = colour * 2 if len(colour) == 3 else colour
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class TicketPage(unittest.TestCase):
    def setUp(self):
        self.page = Page(read("ticket.html"))
        self.code = read("ticket.js")
        self.texts = json.loads(re.search(r"^const texts = (\{\n.*?\n\});", self.code, re.M | re.S).group(1))
        header = (ROOT / "protocol" / "words.hpp").read_text(encoding="utf-8")
        self.states, self.intake_states = (
            re.search(rf"BOOST_DESCRIBE_ENUM\({name}, ([^)]*)\)", header).group(1).split(", ")
            for name in ("ticket_state", "intake_state")
        )

    def test_markup_is_well_formed_and_has_no_inline_code(self):
        self.assertEqual(self.page.faults, [])

    def test_every_link_leads_to_a_file_of_ours(self):
        for link in self.page.links:
            inside = link.startswith("#") and link[1:] in self.page.ids
            self.assertTrue(inside or (link.startswith("/web/") and (FOLDER / link[5:]).is_file()), link)
        self.assertNotRegex(read("ticket.css"), r"url\(|@import")

    def test_every_text_exists_in_both_languages_with_the_same_values(self):
        self.assertEqual(list(self.texts), ["vi", "en"])
        self.assertEqual(self.texts["vi"].keys(), self.texts["en"].keys())
        for key in self.texts["vi"]:
            vi, en = (re.findall(r"\{\w+\}", self.texts[language][key]) for language in ("vi", "en"))
            self.assertEqual(sorted(vi), sorted(en), key)

    def test_every_text_that_is_used_exists_and_every_text_is_used(self):
        for key, text in self.page.texts.items():
            self.assertEqual(text, self.texts["vi"].get(key), key)
        quoted = set(re.findall(r"'([a-z_]+)'", self.code)) | self.page.texts.keys()
        for state in self.states:
            quoted |= {state, state + "_sentence"}
        quoted |= {"intake_" + state for state in self.intake_states if state != "open"}
        self.assertEqual(self.texts["vi"].keys() - quoted, set())
        said = set(re.findall(r"say\('([a-z_]+)'", self.code))
        self.assertEqual(said - self.texts["vi"].keys(), set())

    def test_every_state_has_a_name_a_sentence_and_an_icon(self):
        self.assertEqual(len(self.states), 7)
        for state, language in itertools.product(self.states, self.texts):
            self.assertTrue(self.texts[language][state])
            self.assertTrue(self.texts[language][state + "_sentence"])
            self.assertIn("icon_" + state, self.page.ids)

    def test_every_reason_for_no_new_numbers_has_a_text(self):
        for state, language in itertools.product(self.intake_states, self.texts):
            self.assertEqual(state != "open", "intake_" + state in self.texts[language], state)

    def test_vietnamese_is_composed_and_polite(self):
        for key, text in self.texts["vi"].items():
            self.assertEqual(text, unicodedata.normalize("NFC", text), key)
            self.assertNotRegex(text.lower(), r"!|\bbạn\b|quý khách", key)

    def test_the_code_finds_every_element_that_it_names(self):
        named = set(re.findall(r"(?:element|show)\('(\w+)'", self.code))
        self.assertGreater(len(named), 10)
        self.assertEqual(named - self.page.ids, set())

    def test_it_is_nearly_your_turn_only_where_a_counter_is_open(self):
        soon = re.findall(r"^.*say\('soon'\).*$", self.code, re.M)
        self.assertEqual(len(soon), 1)
        self.assertIn("has_open_counter()", soon[0])
        states = re.search(r"const without_minutes = \{(.*?)\};", self.code).group(1)
        header = (ROOT / "protocol" / "words.hpp").read_text(encoding="utf-8")
        words = re.search(r"BOOST_DESCRIBE_ENUM\(forecast_state, ([^)]*)\)", header).group(1).split(", ")
        self.assertEqual(re.findall(r"(\w+): '", states), [word for word in words if word != "open"])

    def test_one_function_writes_long_waits(self):
        for key in ("hours", "whole_hours", "minutes"):
            self.assertEqual(len(re.findall(rf"'{key}'", self.code)), 1, key)

    def test_main_text_has_a_contrast_of_seven(self):
        tokens = dict(re.findall(r"--(\w+): #([0-9a-f]{3,6})\b", read("ticket.css")))
        for text, ground in PAIRS:
            self.assertGreaterEqual(contrast(tokens[text], tokens[ground]), CONTRAST_MIN, f"{text} on {ground}")

    def test_the_whole_page_is_small(self):
        self.assertLess(sum(file.stat().st_size for file in FOLDER.glob("ticket.*")), BYTES_MAX)


if __name__ == "__main__":
    unittest.main()
