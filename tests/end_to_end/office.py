"""A real motcua-server on a fresh demo office, and an HTTP client that doubts every answer.

Nothing here is shared with the product: the wire is read and written by hand. MOTCUA_SERVER names the program.
"""

import atexit
import contextlib
import datetime
import json
import os
import pathlib
import re
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import contract

SERVER = os.environ.get("MOTCUA_SERVER", str(pathlib.Path(__file__).parents[2] / "build" / "bin" / "motcua-server"))
DEADLINE_S = 30  # for whatever should take milliseconds: a loaded machine and a sanitizer are slow
SITE = "/api/v1/sites/demo"
_template = None


def temporary_folder():
    """A folder of this run, gone at its end."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="motcua-e2e-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def run_server(*options, timeout=DEADLINE_S):
    """A command that ends by itself: its exit code, standard output and standard error."""
    done = subprocess.run([SERVER, *map(str, options)], capture_output=True, text=True, timeout=timeout)
    return done.returncode, done.stdout, done.stderr


def fresh_folder(where=None, tickets_are_open=False):
    """A data folder of the demo office as `init --demo` makes it; its day changes half a day from now."""
    global _template
    if _template is None:
        _template = temporary_folder() / "template"
        code, _, errors = run_server("init", "--data", _template, "--demo")
        assert code == 0, errors
    folder = where or temporary_folder() / "data"
    shutil.copytree(_template, folder)
    local = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7)))
    changes_at = (local.hour * 60 + local.minute + 720) % 1440
    changes = {"day_starts_minutes = 0\n": f"day_starts_minutes = {changes_at}\n"}
    if tickets_are_open:
        changes["tickets = false\n"] = "tickets = true\n"
    change_settings(folder, changes)
    return folder


def change_settings(folder, changes):
    """Changes the settings of an office that no server runs on: each change replaces a text of the exported file."""
    code, text, errors = run_server("settings", "export", "--data", folder)
    assert code == 0, errors
    for before, after in changes.items():
        assert before in text, before
        text = text.replace(before, after, 1)
    file = temporary_folder() / "settings.toml"
    file.write_text(text)
    code, _, errors = run_server("settings", "import", "--data", folder, file)
    assert code == 0, errors


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def header(self, name):
        """The one value of a header, or None."""
        values = self.headers.get(name.lower(), [])
        assert len(values) <= 1, f"{name} is sent {len(values)} times"
        return values[0] if values else None

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json["code"]

    def __repr__(self):
        return f"{self.status} {self.body[:600]!r}"


def request_bytes(method, target, body=None, token=None, key=None, headers=()):
    """One request; a body that is not bytes is sent as JSON."""
    lines = [f"{method} {target} HTTP/1.1", "Host: office"]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    if key:
        lines.append(f"Idempotency-Key: {key}")
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
        if not any(name.lower() == "content-type" for name, _ in headers):
            lines.append("Content-Type: application/json")
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (body or b"")


class Connection:
    """One keep-alive connection. With `office` each answer is held against the contract."""

    def __init__(self, port, office=None, source=None):
        address = (source, 0) if source else None
        self.socket = socket.create_connection(("127.0.0.1", port), DEADLINE_S, address)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.office, self.buffer = office, b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def _fill(self):
        more = self.socket.recv(65536)
        if not more:
            raise ConnectionError("closed by the server")
        self.buffer += more

    def take(self, count):
        """Exactly `count` bytes."""
        while len(self.buffer) < count:
            self._fill()
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def take_head(self):
        while b"\r\n\r\n" not in self.buffer:
            self._fill()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        first, *lines = head.decode("ascii").split("\r\n")
        status = re.fullmatch(r"HTTP/1\.1 (\d{3}) [ -~]+", first)
        assert status, first
        headers = {}
        for line in lines:
            name, value = re.fullmatch(r"([!#-'*+.0-9A-Z^-z|~-]+): (.*)", line).groups()
            headers.setdefault(name.lower(), []).append(value)
        return int(status[1]), headers

    def answer(self, method="GET"):
        """The next answer, framed by its Content-Length."""
        status, headers = self.take_head()
        assert "transfer-encoding" not in headers, headers
        bodiless = method == "HEAD" or status in (100, 101, 204, 304)
        return Answer(status, headers, b"" if bodiless else self.take(int(headers["content-length"][0])))

    def is_closed(self):
        """Waits until the server has closed; False when it says something more instead."""
        try:
            return not self.buffer and self.socket.recv(1) == b""
        except ConnectionResetError:
            return True

    def ask(self, method, target, body=None, token=None, key=None, headers=(), may_fail=False):
        self.send(request_bytes(method, target, body, token, key, headers))
        given = self.answer(method)
        if self.office:
            contract.check(self.office.document(), method, target.split("?")[0], given, may_fail)
        return given

    def get(self, target, token=None, **options):
        return self.ask("GET", target, token=token, **options)

    def post(self, target, body=None, token=None, **options):
        return self.ask("POST", target, body, token, **options)


class Office:
    """A running server; `with Office() as office` ends it in an orderly way and wants exit code 0."""

    _document = None

    def __init__(self, folder=None, port=0, options=()):
        self.folder = folder or fresh_folder()
        self.demo = json.loads((self.folder / "demo.json").read_text())
        tokens = self.demo["tokens"]
        self.kiosk, self.display, self.manager = tokens["kiosk"], tokens["display"], tokens["manager"]
        self.admin, self.counters = tokens["admin"], tokens["counter"]
        self.options, self.process = options, None
        self.start(port)

    def start(self, port=0):
        """Starts the server and waits for the line that says where it listens."""
        self.log = open(self.folder.parent / (self.folder.name + ".log"), "ab")
        self.process = subprocess.Popen(
            [SERVER, "serve", "--data", str(self.folder), "--listen", f"127.0.0.1:{port}", *self.options],
            stdout=subprocess.PIPE, stderr=self.log)  # fmt: skip
        ready, _, _ = select.select([self.process.stdout], [], [], DEADLINE_S)
        line = self.process.stdout.readline().decode() if ready else ""
        found = re.fullmatch(r"listening on 127\.0\.0\.1:(\d+)\n", line)
        assert found, f"the server did not start: {line!r} {self.logged()}"
        self.port = int(found[1])

    def logged(self):
        return pathlib.Path(self.log.name).read_text()

    def kill(self):
        """kill -9, as the power switch of one process."""
        self.process.kill()
        self.process.wait(DEADLINE_S)
        self.process.stdout.close()
        self.log.close()

    def stop(self, sign=signal.SIGTERM):
        """Ends the server as a service manager does. The exit code."""
        self.process.send_signal(sign)
        return self.wait_end()

    def wait_end(self):
        """Waits for a server that is ending. The exit code."""
        try:
            code = self.process.wait(DEADLINE_S)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        self.process.stdout.close()
        self.log.close()
        return code

    def __enter__(self):
        return self

    def __exit__(self, failed, *_):
        if self.process.poll() is None and failed:
            self.kill()
        elif self.process.poll() is None:
            code = self.stop()
            assert code == 0, f"exit code {code}: {self.logged()}"
        elif not failed:
            raise AssertionError(f"the server ended by itself: {self.process.poll()} {self.logged()}")
        assert "Sanitizer" not in self.logged() and "runtime error" not in self.logged(), self.logged()

    def connect(self, **options):
        return Connection(self.port, self, **options)

    def document(self):
        """The OpenAPI document that this program serves."""
        if Office._document is None:
            with Connection(self.port) as line:
                Office._document = line.get("/api/openapi.json").json
        return Office._document

    def password(self, login):
        return next(one["password"] for one in self.demo["staff"] if one["login"] == login)

    def sign_in(self, line, login):
        """A token of this member of staff."""
        body = {"site": "demo", "login": login, "password": self.password(login)}
        given = line.post("/api/v1/sessions", body)
        assert given.status == 201, given
        return given.json["token"]

    def issue(self, line, service="A", **fields):
        given = line.post(f"{SITE}/tickets", {"service": service, **fields}, self.kiosk)
        assert given.status == 201, given
        return given.json

    def post_many(self, target, bodies, token, at_once=50):
        """Many requests of one kind at full speed: one on each of many connections, so that they share commits.
        Their answers, round by round."""
        bodies, answers = list(bodies), []
        with contextlib.ExitStack() as stack:
            lines = [stack.enter_context(self.connect()) for _ in range(min(at_once, len(bodies)))]
            for start in range(0, len(bodies), at_once):
                part = list(zip(lines, bodies[start : start + at_once]))
                for line, body in part:
                    line.send(request_bytes("POST", target, body, token))
                answers += [line.answer("POST") for line, _ in part]
        return answers

    def at(self, line, counter, action, body=None, expect=200, **options):
        """An action of a counter with that counter's token."""
        given = line.post(f"{SITE}/counters/{counter}/{action}", body, self.counters[counter], **options)
        assert given.status == expect, given
        return given.json if given.body else None

    def act(self, line, ticket, action, body=None, counter="1", expect=200, **options):
        """An action on a ticket with a counter's token."""
        given = line.post(f"/api/v1/tickets/{ticket}/{action}", body, self.counters[counter], **options)
        assert given.status == expect, given
        return given.json


def wait_until(happened, what, deadline_s=DEADLINE_S):
    """Checks again and again; the deadline is only for a product that never gets there."""
    end = time.monotonic() + deadline_s
    while not happened():
        assert time.monotonic() < end, f"not within {deadline_s} s: {what}"
        time.sleep(0.01)
