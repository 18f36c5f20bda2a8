#!/usr/bin/env python3
"""TLS of the real server: tickets, a feed and a window over it, what is refused, and the keys of an office."""

import os
import pathlib
import re
import shutil
import socket
import ssl
import stat
import subprocess
import tempfile
import unittest

from office import DEADLINE_S, SITE, Connection, Office, fresh_folder, run_server, temporary_folder, wait_until
from websocket import Feed

FINGERPRINT = r"[0-9A-F]{2}(?::[0-9A-F]{2}){31}"


def trusting(certificate):
    """A context that accepts this certificate alone."""
    return ssl.create_default_context(cafile=certificate)


class TlsOffice(Office):
    """The demo office with TLS, whose clients check certificate and name; `plain_port` speaks plain HTTP besides."""

    def __init__(self, tls_folder, plain=None):
        folder = fresh_folder()
        shutil.copytree(tls_folder / "tls", folder / "tls")
        section = '\n[tls]\ncertificate = "tls/certificate.pem"\nkey = "tls/key.pem"\n'
        section += f'plain_listen = "{plain}"\n' if plain else ""
        configuration = folder / "motcua.toml"
        configuration.write_text(configuration.read_text() + section)
        self.certificate = folder / "tls" / "certificate.pem"
        super().__init__(folder)
        self.plain_port = int(self.process.stdout.readline().rsplit(b":", 1)[1]) if plain else None

    def document(self):
        if Office._document is None:
            with TlsConnection(self) as line:
                line.office = None  # this answer is what the others are held against
                Office._document = line.get("/api/openapi.json").json
        return Office._document

    def encrypt(self, plain):
        return trusting(self.certificate).wrap_socket(plain, server_hostname="localhost")


class TlsConnection(Connection):
    def __init__(self, office, **options):
        super().__init__(office.port, office, **options)
        self.socket = office.encrypt(self.socket)


class TlsFeed(Feed):
    def __init__(self, office, **options):
        self.encrypted = office
        super().__init__(office, **options)

    def send(self, data):
        if not isinstance(self.socket, ssl.SSLSocket):
            self.socket = self.encrypted.encrypt(self.socket)
        super().send(data)


class TlsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = temporary_folder() / "office"
        code, cls.printed, errors = run_server("init", "--data", cls.folder, "--name", "hall.example.vn")
        assert code == 0, errors
        cls.fingerprint = re.search(rf"fingerprint of its certificate: ({FINGERPRINT})\n", cls.printed)[1]

    def office(self, **options):
        return TlsOffice(self.folder, **options)

    def test_tickets_are_issued_and_followed_over_tls(self):
        with self.office(plain="127.0.0.1:0") as office:
            with TlsConnection(office) as line, TlsFeed(office, token=office.display) as feed:
                self.assertEqual(feed.message()["type"], "snapshot")
                numbers = [office.issue(line)["number"] for _ in range(20)]
                self.assertEqual(numbers[-1], "A020")
                seq = line.get(f"{SITE}/board", office.display).json["seq"]
                self.assertEqual(feed.until(seq)[-1]["seq"], seq)
            with Connection(office.plain_port) as plain:
                self.assertEqual(plain.get(f"{SITE}/board", office.display).json["seq"], seq)

    def test_only_tls_1_2_and_1_3_are_spoken(self):
        with self.office() as office:
            for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
                context = trusting(office.certificate)
                context.minimum_version = context.maximum_version = version
                with socket.create_connection(("127.0.0.1", office.port), DEADLINE_S) as plain:
                    with context.wrap_socket(plain, server_hostname="hall.example.vn") as line:
                        self.assertEqual(line.version(), version.name.replace("_", "."))
            old = subprocess.run(
                ["openssl", "s_client", "-connect", f"127.0.0.1:{office.port}", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0"],
                input="", capture_output=True, text=True, timeout=DEADLINE_S)  # fmt: skip
            self.assertIn("alert protocol version", old.stderr)

    def test_plain_http_to_the_address_with_tls_is_closed(self):
        with self.office() as office, Connection(office.port) as line:
            line.send(b"GET /healthz HTTP/1.1\r\nHost: office\r\n\r\n")
            answer = b""
            while more := line.socket.recv(4096):
                answer += more
            self.assertNotIn(b"HTTP/", answer)

    def test_the_log_names_the_certificate_and_warns_of_plain_http_beyond_loopback(self):
        with self.office(plain="0.0.0.0:0") as office:
            log = office.logged()
        self.assertIn(f"info tls: 1.2 and 1.3 with {office.certificate}, fingerprint {self.fingerprint}\n", log)
        self.assertIn(f"warning tls: none on port {office.plain_port}; tokens and passwords cross the network", log)

    def test_a_certificate_that_cannot_be_used_is_one_line(self):
        for file, content, about in (("tls/key.pem", None, "cannot be read"), ("tls/key.pem", "x", "is not a private key"),
                                     ("tls/certificate.pem", "x", "is not a certificate")):  # fmt: skip
            folder = temporary_folder() / "office"
            shutil.copytree(self.folder, folder)
            (folder / file).unlink()
            if content is not None:
                (folder / file).write_text(content)
            code, output, errors = run_server("serve", "--data", folder, "--listen", "127.0.0.1:0")
            self.assertEqual((code, output), (2, ""), errors)
            self.assertRegex(errors, rf"\Amotcua-server: [^\n]+{re.escape(file)} {about}[^\n]*\n\Z")

    def test_a_wrong_name_for_the_certificate_is_refused(self):
        for words in (["--name", "a b"], ["--name", "x", "--demo"]):
            code, _, errors = run_server("init", "--data", temporary_folder() / "office", *words)
            self.assertEqual(code, 2, errors)
            self.assertIn("--name", errors)

    def test_the_key_for_personal_data_is_shown_made_once_and_never_logged(self):
        code, shown, _ = run_server("key", "show", "--data", self.folder)
        self.assertEqual(code, 0)
        self.assertRegex(shown, r"\A[0-9a-f]{64}\n\Z")
        folder = fresh_folder()
        key = folder / "person.key"
        key.unlink()  # an office of an older program
        self.assertEqual(run_server("key", "show", "--data", folder)[0], 1)
        with Office(folder) as office:
            made = key.read_text()
            self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
            self.assertIn(f"info start: {key} made", office.logged())
        with Office(folder) as office:
            self.assertEqual(key.read_text(), made)
            self.assertNotIn(made.strip(), office.logged())


class CommandsTest(unittest.TestCase):
    """The command line speaks TLS to a running server that speaks nothing else."""

    @classmethod
    def setUpClass(cls):
        TlsTest.setUpClass()
        cls.office = cls.enterClassContext(TlsOffice(TlsTest.folder))
        cls.line = cls.enterClassContext(TlsConnection(cls.office))

    def run_command(self, *words, code=0):
        given, output, errors = run_server(*words, "--data", self.office.folder)
        self.assertEqual(given, code, errors)
        return output or errors

    def test_officers_are_added_reset_and_disabled(self):
        printed = self.run_command("staff", "add", "mai", "--name", "Lê Thị Mai", "--role", "clerk", "--counter", "2")
        password = re.search(r"mai signs in once with the password (\S+)", printed)[1]
        body = {"site": "demo", "login": "mai", "password": password}
        signed_in = self.line.post("/api/v1/sessions", body)
        self.assertEqual((signed_in.status, signed_in.json["password_change_required"]), (201, True))
        self.run_command("staff", "reset", "mai")
        self.assertEqual(self.line.post("/api/v1/sessions", body).status, 401)
        self.run_command("staff", "disable", "mai")
        self.assertIn("mai\tLê Thị Mai\tclerk\tcounter 2\tdisabled\n", self.run_command("staff", "list"))

    def test_a_device_that_shows_a_code_is_allowed_and_revoked(self):
        shown = self.line.post("/api/v1/enrol", {"kind": "board", "version": "1"}).json
        self.run_command("device", "allow", shown["user_code"], "--name", "board-9", "--kind", "board")
        self.assertIn("no device shows this code", self.run_command(
            "device", "allow", shown["user_code"], "--name", "board-8", "--kind", "board", code=1).lower())  # fmt: skip
        taken = self.line.post("/api/v1/enrol/token", {"device_code": shown["device_code"]})
        self.assertEqual((taken.status, taken.json["name"]), (200, "board-9"))
        token = taken.json["token"]
        self.assertEqual(self.line.get("/api/v1/whoami", token).json["role"], "display")
        self.run_command("device", "revoke", "board-9")
        self.assertEqual(self.line.get("/api/v1/whoami", token).status, 401)

    def test_settings_are_exported_changed_and_imported(self):
        file = temporary_folder() / "settings.toml"
        self.run_command("settings", "export", file)
        text = file.read_text()
        self.assertIn("elderly_age = 60\n", text)
        file.write_text(text.replace("elderly_age = 60\n", "elderly_age = 65\n"))
        self.run_command("settings", "check", file)
        self.run_command("settings", "import", file)
        self.assertEqual(self.line.get(f"{SITE}/settings", self.office.admin).json["elderly_age"], 65)
        file.write_text(text.replace("elderly_age = 60\n", "elderly_age = 0\n"))
        self.assertIn("elderly_age", self.run_command("settings", "import", file, code=2))
        self.assertEqual(self.line.get(f"{SITE}/settings", self.office.admin).json["elderly_age"], 65)


@unittest.skipUnless(os.environ.get("MOTCUA_PROGRAMS"), "the windows are tried where they are built")
class WindowTest(unittest.TestCase):
    def run_kiosk(self, office, fingerprint, condition):
        from windows_screen import PROGRAMS, Screen

        with Screen(540, 960) as screen, tempfile.TemporaryFile("w+") as log:
            device = ["--server", f"https://127.0.0.1:{office.port}", "--token", office.kiosk]
            environment = {**screen.environment, "MOTCUA_FINGERPRINT": fingerprint}
            program = subprocess.Popen([PROGRAMS / "motcua-kiosk", *device], env=environment, stderr=log)

            def logged():
                return pathlib.Path(f"/proc/self/fd/{log.fileno()}").read_text()

            try:
                wait_until(lambda: condition in logged(), condition)
            finally:
                program.terminate()
                self.assertEqual(program.wait(DEADLINE_S), 0, logged())

    def test_a_kiosk_with_the_pinned_fingerprint_is_connected_and_with_another_says_so(self):
        folder = TlsTest
        folder.setUpClass()
        with TlsOffice(folder.folder) as office:
            self.run_kiosk(office, folder.fingerprint, "connected; role kiosk, site demo")
            self.run_kiosk(office, "ab" * 32, "no connection: the server's certificate has another fingerprint")


if __name__ == "__main__":
    unittest.main()
