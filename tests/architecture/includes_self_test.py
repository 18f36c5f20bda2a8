#!/usr/bin/env python3
"""A rule that catches nothing is none: plants breaches in a tree of its own and sees each one named."""

import pathlib
import tempfile
import unittest

import includes_test


class IncludeRule(unittest.TestCase):
    def found(self, path, text):
        with tempfile.TemporaryDirectory() as root:
            file = pathlib.Path(root, path)
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
            return includes_test.breaches(root)

    def assert_breach(self, path, text, line=1):
        found = self.found(path, text)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{path}:{line}: "), found[0])

    def assert_allowed(self, path, text):
        self.assertEqual(self.found(path, text), [])

    def test_the_domain_knows_only_itself_and_pure_headers(self):
        self.assert_breach("server/domain/site.hpp", '#pragma once\n#include "server/journal/journal.hpp"\n', line=2)
        self.assert_breach("server/domain/site.hpp", '#include "protocol/json.hpp"\n')
        self.assert_breach("server/domain/site.hpp", "#include <boost/asio.hpp>\n")
        self.assert_breach("server/domain/site.hpp", "#include <boost/system/error_code.hpp>\n")
        self.assert_breach("server/domain/site.hpp", "#include <random>\n")
        self.assert_breach("server/domain/site.hpp", "#include <unistd.h>\n")
        self.assert_breach("server/domain/site.cpp", "auto now = std::chrono::system_clock::now();\n")
        self.assert_allowed(
            "server/domain/site.hpp",
            '#include "server/domain/ticket.hpp"\n#include <boost/describe.hpp>\n#include <boost/describe/enum.hpp>\n'
            "#include <boost/multi_index_container.hpp>\n#include <boost/system/result.hpp>\n#include <chrono>\n"
            "// never system_clock::now\n",
        )

    def test_each_room_of_the_server_knows_what_lies_below_it(self):
        self.assert_breach("server/journal/journal.hpp", '#include "server/runtime/site.hpp"\n')
        self.assert_breach("server/reports/waits.hpp", '#include "server/http/router.hpp"\n')
        self.assert_breach("server/runtime/site.hpp", '#include "server/api/tickets.hpp"\n')
        self.assert_breach("server/runtime/site.hpp", "#include <SQLiteCpp/SQLiteCpp.h>\n")
        self.assert_breach("server/http/router.hpp", '#include "server/domain/site.hpp"\n')
        self.assert_breach("server/http/router.hpp", '#include "protocol/json.hpp"\n')
        self.assert_breach("server/api/tickets.cpp", '#include "server/journal/journal.hpp"\n')
        self.assert_allowed("server/api/tickets.cpp", '#include "server/runtime/site.hpp"\n')
        self.assert_allowed("server/main.cpp", '#include "server/journal/journal.hpp"\n#include <CLI/CLI.hpp>\n')

    def test_windows_know_nothing_of_the_server(self):
        self.assert_breach("kiosk/main.cpp", '#include "server/domain/ticket.hpp"\n')
        self.assert_breach("counter/main.cpp", '#include "kiosk/model.hpp"\n')
        self.assert_breach("ui/text.hpp", '#include "client/session.hpp"\n')
        self.assert_breach("ui/text.hpp", "#include <boost/asio.hpp>\n")
        self.assert_breach("client/session.hpp", '#include "ui/text.hpp"\n')
        self.assert_breach("client/session.hpp", "#include <SFML/Graphics.hpp>\n")
        self.assert_allowed("kiosk/main.cpp", '#include "client/session.hpp"\n#include "ui/text.hpp"\n')

    def test_headers_are_named_from_the_root(self):
        self.assert_breach("ui/text.cpp", '#include "text.hpp"\n')

    def test_no_source_outgrows_its_reader(self):
        self.assert_breach("ui/text.cpp", "\n" * (includes_test.LINES_MAX + 1), line=includes_test.LINES_MAX + 1)
        self.assert_allowed("ui/text.cpp", "\n" * includes_test.LINES_MAX)


if __name__ == "__main__":
    unittest.main()
