#!/usr/bin/env python3
"""Writes copies of the product's files with the bugs of bugs.toml in them, and the list of their names.

usage: seed_bugs.py PROJECT BUGS.TOML OUTPUT_FOLDER

Each copy stands in the output folder under its own path; seeded_bugs.inc beside it lists the bugs in their order.
"""
import json
import pathlib
import sys
import tomllib


def seeded(text, file, numbered):
    for number, bug in numbered:
        if text.count(bug["find"]) != 1:
            sys.exit(f"bugs.toml: what '{bug['name']}' changes does not stand once in {file}")
        text = text.replace(bug["find"], bug["put"].replace("BUG", f"motcua::simulation::seeded_bug({number})"))
    return f'#include "tests/simulation/bugs/seeded_bug.hpp"\n#line 1 "{file}"\n{text}'


def write_if_changed(path, text):
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def main(project, list_file, output):
    bugs = tomllib.loads(pathlib.Path(list_file).read_text())["bug"]
    by_file = {}
    for number, bug in enumerate(bugs):
        by_file.setdefault(bug["file"], []).append((number, bug))
    for file, numbered in by_file.items():
        text = (pathlib.Path(project) / file).read_text()
        write_if_changed(pathlib.Path(output) / file, seeded(text, file, numbered))
    rows = (f'{{{json.dumps(bug["name"])}, store_kind::{bug.get("journal", "memory")}}},\n' for bug in bugs)
    write_if_changed(pathlib.Path(output) / "seeded_bugs.inc", "".join(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
