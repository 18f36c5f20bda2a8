#!/usr/bin/env python3
"""Keeps the words of docs/glossary.md: no banned phrase, no retired name.

Prints each breach as `file:line: why` and exits 1 if there is one.
"""

import os
import pathlib
import re
import sys
from typing import NamedTuple

# Whose text is looked at: sources, tests, scripts, documents. Data and texts for users have checks of their own.
SUFFIXES = {".hpp", ".cpp", ".py", ".md", ".txt", ".toml", ".ts", ".tsx", ".mjs", ".css", ".cmake"}
NAMES = {"dev", "run"}
# These two spell the words out.
EXEMPT = {"docs/glossary.md", "tests/architecture/words_test.py", "tests/architecture/words_self_test.py"}
EXEMPT_FOLDERS = ("tests/data/",)


class Word(NamedTuple):
    pattern: str
    instead: str
    folders: tuple = ()  # where it is banned; everywhere when empty


# Phrases that no native engineer would write. Matched in any case, across code and comments alike.
PHRASES = (
    Word(r"\banew\b", "again"),
    Word(r"\b(tell|tells|told|telling) of\b", "report, say"),
    Word(r"\bwhence\b", "from which"),
    Word(r"\bwhoever\b", "anyone who, the one who"),
    Word(r"\bnone other\b", "no other"),
    Word(r"\bbe it\b", "whether"),
    Word(r"\bof ours\b", "our"),
    Word(r"\bso many\b", "this many, that many"),
    Word(r"\bas long as\b", "while"),
    Word(r"(?<!there )\b(is|are) no (?!longer\b|more\b)[a-z]+", "is not a"),
    Word(r"\b(is|are) expected\b", "must be"),
    Word(r"\bone a (command|call|request|line|day)\b", "one per"),
    Word(r"\b(he|him|his|himself)\b", "they, them, their"),
)

# Where requests are sent and answered.
NETWORK = ("client", "kiosk", "server", "tests/simulation", "tests/unit/client", "tests/unit/kiosk")

# Names that have been replaced, as whole identifiers.
RETIRED = (
    Word(r"\bby_bits\b", "base::bits_map"),
    Word(r"\bcall_queue\b", "request_queue", ("client", "tests/unit/client", "tests/simulation")),
    Word(r"\bqueued_calls\b", "request_queue"),
    Word(r"\bclient_thread\b", "network_thread"),
    Word(r"\bserver_(line|peer)\b", "transport"),
    Word(r"\bintroduction\b", "session", ("client", "kiosk", "counter")),
    # A number that no screen showed is not_shown: the reason with which a kiosk gives it back.
    Word(r"\bnot_shown(_at)?\b(?<!ticket_not_shown)(?<!cancel_reason::not_shown)(?<!cancel_reason, not_shown)(?<!\"not_shown)(?<!^    not_shown)", "no_show, no_show_at"),
    Word(r"\bsettled\b", "durable", ("server", "tests")),
    # The waiting hall of people stays a hall, and so does `motcua-counter hall`.
    Word(r"\b\w+_halls?(_\w+)?\b|\bhalls?_\w+|\b(class|struct) hall\b", "site, board"),
    Word(r"(::|->|\w\.)hall\b|\bhall(&|\.\w+\()", "site, board"),
    Word(r"\b(\w+_)?houses?(_\w+)?\b", "site, office"),
    Word(r"\bstations?\b", "network_session"),
    Word(r"\bdesk(_\w+)?\b", "counter, type::console"),
    Word(r"\b(asked|told)([.\[{]\w|->|_\b|&)|[\w>][&>*] (asked|told)\b", "request, ctx", NETWORK),
    Word(r"\b(auto|struct) (asked|told)\b", "request, ctx", NETWORK),
    Word(r"\bmade(\.\w|->|_\b)|\w& made\b|\bauto made\b", "ctx", ("server/api",)),
    Word(r"\b(auto|size_t|request&) call\b|\bcall_and_\w+", "request", NETWORK),
)


def checked_files(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith((".git", "build", "node_modules")))
        for file in sorted(files):
            path = pathlib.Path(folder, file)
            name = path.relative_to(root).as_posix()
            if name in EXEMPT or name.startswith(EXEMPT_FOLDERS):
                continue
            if path.suffix in SUFFIXES or file in NAMES:
                yield path, name


def breaches_of_line(name, line):
    for word in PHRASES:
        found = re.search(word.pattern, line, re.IGNORECASE)
        if found and applies(word, name):
            yield f'"{found.group(0)}" is banned: {word.instead}'
    for word in RETIRED:
        found = re.search(word.pattern, line)
        if found and applies(word, name):
            yield f'"{found.group(0)}" is retired: {word.instead}'


def applies(word, name):
    return not word.folders or any(name.startswith(folder + "/") for folder in word.folders)


def breaches(root):
    root = pathlib.Path(root)
    return [
        f"{name}:{number}: {why}"
        for path, name in checked_files(root)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for why in breaches_of_line(name, line)
    ]


if __name__ == "__main__":
    found = breaches(sys.argv[1] if len(sys.argv) > 1 else ".")
    print("\n".join(found) if found else "every word is in the glossary")
    sys.exit(1 if found else 0)
