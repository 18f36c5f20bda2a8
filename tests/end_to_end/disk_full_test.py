#!/usr/bin/env python3
"""A full disk: changes are refused with 503 while reads go on, and it is over by itself once there is room."""

import subprocess
import unittest

from office import SITE, Office, fresh_folder, temporary_folder, wait_until

SIZE = "3m"


class DiskFullTest(unittest.TestCase):
    def setUp(self):
        mount = temporary_folder() / "disk"
        mount.mkdir()
        try:
            made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(mount)], capture_output=True, text=True)
            why = made.stderr.strip() if made.returncode else None
        except OSError as error:
            why = str(error)
        if why:
            self.skipTest(f"no small disk can be mounted here: {why}")
        self.addCleanup(subprocess.run, ["umount", str(mount)], check=True)
        self.disk = mount
        self.office = self.enterContext(Office(fresh_folder(mount / "data")))
        self.line = self.enterContext(self.office.connect())

    def fill(self):
        """Takes all the room that is left."""
        with open(self.disk / "ballast", "ab", buffering=0) as ballast:
            try:
                while ballast.write(b"\0" * 4096):
                    pass
            except OSError:
                pass

    def issue(self, key=None):
        return self.line.post(f"{SITE}/tickets", {"service": "A"}, self.office.kiosk, key=key, may_fail=True)

    def issue_until_refused(self, given):
        """Issues until the disk takes no more; `given` gets the tickets that were answered."""
        for attempt in range(5000):
            answer = self.issue(f"key {len(given)} {attempt}")
            if answer.status != 201:
                return answer, f"key {len(given)} {attempt}"
            given.append(answer.json)
        raise AssertionError("the disk does not get full")

    def listed(self):
        return {one["id"]: one["number"] for one in
                self.line.get(f"{SITE}/tickets?limit=1000", self.office.manager, may_fail=True).json["items"]}  # fmt: skip

    def test_refuses_changes_goes_on_reading_and_recovers_by_itself(self):
        given = []
        for round_ in range(3):
            self.fill()
            refused, key = self.issue_until_refused(given)
            self.assertEqual((refused.status, refused.code), (503, "unavailable"))
            self.assertGreaterEqual(int(refused.header("retry-after")), 1)
            ready = self.line.get("/readyz", may_fail=True)
            self.assertEqual((ready.status, bool(ready.json["reasons"])), (503, True))
            self.assertEqual(self.line.get("/healthz").status, 200)
            for _ in range(3):
                self.assertEqual(self.issue(key).status, 503)
            (self.disk / "ballast").unlink()
            wait_until(lambda: self.line.get("/readyz", may_fail=True).status == 200, "it is ready again")
            again = self.issue(key)
            self.assertEqual(again.status, 201, round_)
            given.append(again.json)
            self.assertEqual(self.listed(), {one["id"]: one["number"] for one in given})
        self.assertRegex(
            self.office.logged(),
            r"error site: the store failed: .*full; \d+ events after event \d+ are not stored, the outcome of \d+ requests is unknown\n"
            r"(.*\n)*.* info site: changes are accepted again after \d+ s, from event \d+ on\n",
        )
        self.office.stop()
        self.office.start()
        with self.office.connect() as line:
            self.line = line
            self.assertEqual(self.listed(), {one["id"]: one["number"] for one in given})

    def test_reads_go_on_with_what_was_answered(self):
        given = [self.issue().json for _ in range(5)]
        self.fill()
        self.issue_until_refused(given)
        self.assertEqual(self.listed(), {one["id"]: one["number"] for one in given})
        for target in (f"{SITE}/board", f"{SITE}/services", f"{SITE}/procedures", "/api/v1/whoami", f"/api/v1/tickets/{given[0]['id']}"):
            self.assertEqual(self.line.get(target, self.office.manager, may_fail=True).status, 200, target)
        self.assertEqual(self.line.get("/api/v1" + given[0]["track_url"].replace("/t/", "/track/"), may_fail=True).status, 200)


if __name__ == "__main__":
    unittest.main()
