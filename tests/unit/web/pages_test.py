#!/usr/bin/env python3
"""Holds the citizen's pages to what can be read off their files: no inline code, no other host, small, legible, every text used.

Usage: pages_test.py ROOT BUILT
"""

import html.parser
import json
import pathlib
import re
import sys
import unittest

BUILT = pathlib.Path(sys.argv.pop(2) if len(sys.argv) > 2 else "build/share/motcua/web")
ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".")
SOURCES = ROOT / "web" / "src"
PAGES = sorted(file.stem for file in (SOURCES / "pages").glob("*.tsx"))
BYTES_MAX = 100 * 1024  # of a first view, in 2.5 s at the 40 kB/s that a slow phone network gives
CONTRAST_MIN = 7.0
VOID = {"br", "hr", "img", "input", "link", "meta"}

# Text on ground, by the names of the style sheet's tokens.
PAIRS = [
    ("ink", "card"), ("ink", "bg"), ("ink", "gold"), ("ink", "gold_bg"), ("ink", "line"), ("ink_2", "card"),
    ("ink_2", "bg"), ("navy", "card"), ("navy", "blue_bg"), ("card", "navy"), ("card", "navy_2"), ("card", "green"),
    ("amber", "gold_bg"), ("ink", "green_bg"), ("green", "card"), ("red", "red_bg"), ("red", "card"), ("gold", "ink"),
]  # fmt: skip


class Markup(html.parser.HTMLParser):
    """What a document must not hold, and where it leads."""

    def __init__(self, markup):
        super().__init__()
        self.open, self.faults, self.links = [], [], []
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

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def built(name):
    return (BUILT / name).read_text(encoding="utf-8")


def words_of(enum):
    """The words of an enum of the interface."""
    header = (ROOT / "protocol" / "words.hpp").read_text(encoding="utf-8")
    return re.search(rf"BOOST_DESCRIBE_ENUM\({enum}, ([^)]*)\)", header).group(1).split(", ")


def luminance(colour):
    digits = colour * 2 if len(colour) == 3 else colour
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class PagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.code = "\n".join(file.read_text(encoding="utf-8") for file in sorted(SOURCES.rglob("*.ts*")))
        texts = json.loads((ROOT / "assets" / "translations" / "vi.json").read_text(encoding="utf-8"))
        cls.texts = {key: text for key, text in texts.items() if key.startswith("web.")}

    def test_markup_is_well_formed_and_has_no_inline_code(self):
        for page in PAGES:
            self.assertEqual(Markup(built(page + ".html")).faults, [], page)

    def test_every_link_leads_to_a_file_of_ours(self):
        for page in PAGES:
            for link in Markup(built(page + ".html")).links:
                self.assertTrue(link.startswith("/web/") and (BUILT / link[5:]).is_file(), link)
            self.assertNotRegex(built(page + ".css"), r"url\(|@import")

    def test_no_other_host_is_named(self):
        for page in PAGES:
            hosts = set(re.findall(r"(?:https?:)?//([a-z0-9-]+\.[a-z0-9.-]+)", built(page + ".js") + built(page + ".html")))
            self.assertLessEqual(hosts, {"www.w3.org"}, page)  # the name of SVG, which nothing fetches

    def test_a_first_view_is_small(self):
        for page in PAGES:
            sizes = [(BUILT / f"{page}.{kind}").stat().st_size for kind in ("html", "css", "js")]
            self.assertLess(sum(sizes) + (BUILT / "icon.svg").stat().st_size, BYTES_MAX, page)

    def test_every_text_is_used(self):
        quoted = set(re.findall(r"['\"](web\.[a-z0-9_.]+)['\"]", self.code))
        made = [re.sub(r"\$\{.*?\}", r"[a-z0-9_]+", text.replace(".", r"\.")) for text in re.findall(r"`(web\.[^`]+)`", self.code)]
        unused = [key for key in self.texts.keys() - quoted if not any(re.fullmatch(pattern, key) for pattern in made)]
        self.assertEqual(unused, [])

    def test_the_pages_know_every_word_of_the_interface(self):
        for enum in ("ticket_state", "intake_state", "forecast_state"):
            known = re.search(rf"export type {enum} = (.*?);", self.code).group(1)
            self.assertEqual(re.findall(r"'(\w+)'", known), words_of(enum), enum)

    def test_main_text_has_a_contrast_of_seven(self):
        style = (SOURCES / "style" / "common.css").read_text(encoding="utf-8")
        tokens = dict(re.findall(r"--(\w+): #([0-9a-f]{3,6})\b", style))
        for text, ground in PAIRS:
            self.assertGreaterEqual(contrast(tokens[text], tokens[ground]), CONTRAST_MIN, f"{text} on {ground}")


if __name__ == "__main__":
    unittest.main()
