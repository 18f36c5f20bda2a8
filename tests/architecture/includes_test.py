#!/usr/bin/env python3
"""Keeps the arrows of docs/architecture.md: who may include whom, and how long a source may grow.

Prints each breach as `file:line: why` and exits 1 if there is one.
"""

import pathlib
import re
import sys
from typing import NamedTuple

LINES_MAX = 400

# Libraries by the start of their headers' names. What is none of these is the standard library or the system.
LIBRARIES = {
    "boost": r"boost/",
    "catch2": r"catch2/",
    "cli": r"CLI/",
    "date": r"date/",
    "fmt": r"fmt/",
    "json": r"boost/json",
    "openssl": r"openssl/",
    "pure_boost": r"boost/(container|describe|intrusive|mp11|multi_index|system/result|unordered)\b|boost/multi_index_",
    "sfml": r"SFML/",
    "sodium": r"sodium",
    "spdlog": r"spdlog/",
    "sqlite": r"SQLiteCpp/|sqlite3",
    "toml": r"toml\+\+/",
    "utf8proc": r"utf8proc",
}

# Whatever reads a clock, a file, a random source or another thread would make replay differ from what happened.
IMPURE_HEADERS = {"<atomic>", "<cstdio>", "<filesystem>", "<fstream>", "<iostream>", "<mutex>", "<random>", "<thread>"}
IMPURE_CALLS = re.compile(r"system_clock::now|steady_clock")


class Rule(NamedTuple):
    """What the files of one folder may include beside the standard library and their own folder."""

    project: tuple  # folders, or single headers
    libraries: tuple
    pure: bool = False


SERVER_LIBRARIES = ("boost", "fmt", "openssl", "sodium", "spdlog")
WINDOW_LIBRARIES = ("boost", "cli", "fmt", "sfml", "spdlog", "sqlite", "toml", "utf8proc")

# What of base/ does no I/O and reads no clock.
PURE_BASE = (
    "base/bits_map.hpp",
    "base/hex.hpp",
    "base/json.hpp",
    "base/json_codec.hpp",
    "base/json_schema.hpp",
    "base/overloaded.hpp",
    "base/require.hpp",
    "base/text.hpp",
    "base/timestamp.hpp",
)

# `server` itself holds main and the commands, which join every room below it.
RULES = {
    "base": Rule((), ("boost", "utf8proc")),
    "logging": Rule((), ("spdlog",)),
    "protocol": Rule(("base",), ("boost",)),
    "client": Rule(("base", "logging", "protocol"), ("boost", "openssl")),
    "server/domain": Rule(PURE_BASE, ("pure_boost",), pure=True),
    "server/rehearsal": Rule((*PURE_BASE, "server/domain"), ("pure_boost",), pure=True),
    "server/tables": Rule(("base", "server/domain"), SERVER_LIBRARIES + ("sqlite",)),
    "server/journal": Rule(("base", "server/domain", "server/tables"), SERVER_LIBRARIES + ("sqlite",)),
    "server/reports": Rule(("base", "server/domain", "server/tables"), SERVER_LIBRARIES + ("sqlite",)),
    "server/runtime": Rule(("base", "server/domain", "server/journal"), SERVER_LIBRARIES),
    "server/access": Rule(("base", "server/domain"), SERVER_LIBRARIES),
    "server/content": Rule(("base", "protocol"), SERVER_LIBRARIES + ("utf8proc",)),
    "server/http": Rule(("base",), SERVER_LIBRARIES),
    "server/office": Rule(
        ("base", "server/access", "server/domain", "server/journal", "server/runtime"),
        SERVER_LIBRARIES + ("date", "toml"),
    ),
    "server/api": Rule(
        (
            "base",
            "protocol",
            "server/access",
            "server/content",
            "server/domain",
            "server/journal/credential_rows.hpp",
            "server/journal/person_rows.hpp",
            "server/http",
            "server/reports",
            "server/runtime",
        ),
        SERVER_LIBRARIES,
    ),
    "server": Rule(("base", "logging", "protocol"), SERVER_LIBRARIES + ("cli", "sqlite")),
    "ui": Rule(("base", "logging"), ("cli", "fmt", "json", "sfml", "utf8proc")),
    "enrolment": Rule(("base", "client", "logging", "protocol", "ui"), WINDOW_LIBRARIES),
    "kiosk": Rule(("base", "client", "enrolment", "logging", "protocol", "ui"), WINDOW_LIBRARIES),
    "counter": Rule(("base", "client", "enrolment", "logging", "protocol", "ui"), WINDOW_LIBRARIES),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def folder_of(path):
    """The longest ruled folder that holds `path`, or None."""
    holders = [folder for folder in RULES if path.startswith(folder + "/")]
    return max(holders, key=len, default=None)


def library_of(header):
    return [name for name, start in LIBRARIES.items() if re.match(start, header)]


def breach_of_include(folder, rule, quote, header):
    """Why a file of `folder` may not include `header`, or None."""
    if quote == '"':
        allowed = (folder, *rule.project)
        if "/" not in header:
            return f'"{header}" is not named from the project\'s root'
        inside = folder == "server" and header.startswith("server/")
        if inside or header in allowed or folder_of(header) in allowed:
            return None
        return f"{folder} may not know {header}"
    if rule.pure and f"<{header}>" in IMPURE_HEADERS:
        return f"{folder} is pure: no <{header}>"
    names = library_of(header)
    allowed = set(names) & set(rule.libraries) if names else not (rule.pure and header.endswith(".h"))
    return None if allowed else f"{folder} may not use <{header}>"


def breaches_of_file(root, file):
    path = file.relative_to(root).as_posix()
    folder = folder_of(path)
    lines = file.read_text(encoding="utf-8").splitlines()
    if len(lines) > LINES_MAX:
        yield f"{path}:{LINES_MAX + 1}: {len(lines)} lines, {LINES_MAX} at most"
    if folder is None:
        return
    rule = RULES[folder]
    for number, line in enumerate(lines, 1):
        include = INCLUDE.match(line)
        why = include and breach_of_include(folder, rule, *include.groups())
        if rule.pure and IMPURE_CALLS.search(line.split("//")[0]):
            why = f"{folder} is pure: time comes in with the command"
        if why:
            yield f"{path}:{number}: {why}"


def breaches(root):
    root = pathlib.Path(root)
    tops = sorted({folder.split("/")[0] for folder in RULES} | {"tests"})
    files = (file for top in tops for file in sorted((root / top).rglob("*.[ch]pp")))
    return [breach for file in files for breach in breaches_of_file(root, file)]


if __name__ == "__main__":
    found = breaches(sys.argv[1] if len(sys.argv) > 1 else ".")
    print("\n".join(found) if found else "every include follows the arrows")
    sys.exit(1 if found else 0)
