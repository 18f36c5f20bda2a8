#!/usr/bin/env python3
"""A check that catches nothing is none: plants banned words in a tree of its own and sees each one named."""

import pathlib
import tempfile
import unittest

import words_test


class WordRule(unittest.TestCase):
    def found(self, path, text):
        with tempfile.TemporaryDirectory() as root:
            file = pathlib.Path(root, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            return words_test.breaches(root)

    def assert_breach(self, path, text, line=1):
        found = self.found(path, text)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{path}:{line}: "), found[0])

    def assert_allowed(self, path, text):
        self.assertEqual(self.found(path, text), [])

    def test_each_banned_phrase_is_found_in_any_case(self):
        for text in (
            "/// Starts Anew at midnight.",
            "// The feed tells of a call.",
            "// Whoever waits.",
            "// No field of ours.",
            "// After so many events.",
            "// as long as it lasts",
            "// This is no ticket.",
            '"A number is expected."',
            "// One a command, by family.",
            "// until he signs out",
        ):
            with self.subTest(text=text):
                self.assert_breach("server/domain/queue.hpp", "\n" + text + "\n", line=2)

    def test_plain_english_passes(self):
        for text in (
            "// There is no ticket.",
            "// It is no longer open, and there is no more to do.",
            "// as long a list",
            "// the other half",
            "// she, the, this, historic",
        ):
            with self.subTest(text=text):
                self.assert_allowed("server/domain/queue.hpp", text + "\n")

    def test_each_retired_name_is_found(self):
        for name in ("by_bits", "client_thread", "server_line", "not_shown_at", "settled"):
            with self.subTest(name=name):
                self.assert_breach("server/runtime/site.hpp", f"    auto one = {name};\n")

    def test_a_site_is_neither_a_hall_nor_a_house(self):
        for text in (
            "made_up_hall site(seed);",
            "hall_load wanted;",
            "class hall",
            "feed_view::hall",
            "message.hall = text;",
            "void after(const hall& one);",
            "hall.step(batch);",
            "honest_house site;",
            "// the way through the house",
        ):
            with self.subTest(text=text):
                self.assert_breach("tests/simulation/world/world.hpp", text + "\n")

    def test_the_waiting_hall_of_people_may_be_named(self):
        for text in ("// Everybody in the waiting hall.", "motcua-counter hall", '"http://hall.vn"', '"hall-1"'):
            with self.subTest(text=text):
                self.assert_allowed("counter/options.cpp", text + "\n")

    def test_a_window_has_a_session_and_a_citizen_a_counter(self):
        for text in ("kiosk::station server;", '#include "counter/stations.hpp"', "type::desk_small", "// at the desk"):
            with self.subTest(text=text):
                self.assert_breach("counter/main.cpp", text + "\n")

    def test_a_request_is_neither_a_call_nor_asked_nor_told(self):
        for text in (
            "struct asked",
            "serve(const asked& wanted);",
            "note(asked.target);",
            "ledger& told;",
            "last = told_.back();",
            "const auto call = ledger.ask(now);",
            "call_and_hear(site);",
        ):
            with self.subTest(text=text):
                self.assert_breach("tests/simulation/checks/ledger.hpp", text + "\n")
        self.assert_breach("server/api/live_feed.cpp", "handle(const request_context& made);\n")

    def test_asked_told_and_made_remain_verbs_and_a_call_summons(self):
        for text in ("// What was asked, told and made.", "// a call that nobody made", "site.call(counter);"):
            with self.subTest(text=text):
                self.assert_allowed("server/api/live_feed.cpp", text + "\n")

    def test_the_old_kind_of_a_stored_event_keeps_its_name(self):
        self.assert_allowed("server/domain/tickets/events.hpp", 'kind_v1 = "ticket_not_shown";\n')

    def test_a_name_may_be_retired_in_some_folders_alone(self):
        self.assert_breach("client/session.hpp", "class introduction;\n")
        self.assert_breach("client/connection.hpp", "class call_queue;\n")
        self.assert_allowed("counter/announcements/call_queue.hpp", "class call_queue;\n")
        self.assert_allowed("docs/architecture.md", "An introduction.\n")

    def test_documents_scripts_and_tests_are_read_too(self):
        for path in ("docs/reliability.md", "tests/bench/main.cpp", "tests/end_to_end/log_test.py", "dev", ".ci/run"):
            with self.subTest(path=path):
                self.assert_breach(path, "# anew\n")

    def test_built_files_and_stored_data_are_left_alone(self):
        self.assert_allowed("build/generated.cpp", "// anew\n")
        self.assert_allowed("tests/data/schema_5/motcua.toml", "# anew\n")


if __name__ == "__main__":
    unittest.main()
