#!/usr/bin/env python3
"""Hostile HTTP on raw sockets: after each case the server lives and answers a good client at once."""

import time
import unittest

import contract
from office import DEADLINE_S, SITE, Connection, Office, wait_until

GOOD_CLIENT_S = 0.1
BOARD = b"GET " + SITE.encode() + b"/board HTTP/1.1\r\n"
TICKETS = b"POST " + SITE.encode() + b"/tickets HTTP/1.1\r\n"
HOST = b"Host: x\r\n"
JSON = b"Content-Type: application/json\r\n"
BODY = b'{"service":"A"}'
LENGTH = b"Content-Length: 15\r\n"
END = b"\r\n"
SMUGGLED = TICKETS + HOST + JSON + LENGTH + b"Authorization: Bearer TOKEN\r\n" + END + BODY
CHUNKED = b"Transfer-Encoding: chunked\r\n"

# Each is answered with 400 and the connection is closed: whatever follows is never read as a request.
REFUSED = {
    # the table of reliability.md, 3.5
    "a trailer of 70 kB": TICKETS + HOST + JSON + CHUNKED + END + b"0\r\nX: " + b"a" * 70000 + b"\r\n\r\n",
    "20,000 trailers": TICKETS + HOST + JSON + CHUNKED + END + b"0\r\n" + b"X: y\r\n" * 20000 + END,
    "a credential in a trailer": TICKETS + HOST + JSON + CHUNKED + END + b"f\r\n" + BODY + b"\r\n0\r\nAuthorization: Bearer TOKEN\r\n\r\n",
    "an address in a trailer": TICKETS + HOST + CHUNKED + END + b"0\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n",
    "an announced trailer": BOARD + HOST + b"Trailer: Authorization\r\n" + END,
    "a chunk extension of 100 kB": TICKETS + HOST + JSON + CHUNKED + END + b"f;x=" + b"a" * 100000 + END + BODY + b"\r\n0\r\n\r\n",
    "an honest chunked body": TICKETS + HOST + JSON + CHUNKED + END + b"f\r\n" + BODY + b"\r\n0\r\n\r\n",
    "HTTP/1.0 and chunked": TICKETS.replace(b"1.1", b"1.0") + HOST + CHUNKED + END + b"0\r\n\r\n",
    **{f"transfer-encoding {coding.decode()!r}": TICKETS + HOST + b"Transfer-Encoding: " + coding + END + END + SMUGGLED
       for coding in (b"gzip", b"xchunked", b"chunked, gzip", b"identity", b"chunked, chunked", b"", b"\x0bchunked", b"CHUNKED")},
    "gzip, then a length": TICKETS + HOST + b"Transfer-Encoding: gzip\r\n" + LENGTH + END + BODY,
    "a length, then chunked": TICKETS + HOST + LENGTH + CHUNKED + END + b"0\r\n\r\n",
    "chunked, then a length": TICKETS + HOST + CHUNKED + LENGTH + END + b"0\r\n\r\n",
    "transfer-encoding twice": TICKETS + HOST + CHUNKED * 2 + END + b"0\r\n\r\n",
    "the same length twice": TICKETS + HOST + LENGTH * 2 + END + BODY,
    "two lengths": TICKETS + HOST + LENGTH + b"Content-Length: 0\r\n" + END + BODY,
    "a list of lengths": TICKETS + HOST + b"Content-Length: 15, 15\r\n" + END + BODY,
    "no host": BOARD + END,
    "an empty host": BOARD + b"Host:\r\n" + END,
    "two hosts": BOARD + HOST + b"Host: y\r\n" + END,
    "the same host twice": BOARD + HOST * 2 + END,
    "a folded line": BOARD + HOST + b"X: a\r\n b\r\n" + END,
    "a line folded by a tab": BOARD + HOST + b"X: a\r\n\tb\r\n" + END,
    "a folded first field": BOARD + b" Host: x\r\n" + END,
    "a whole address": b"GET http://x/healthz HTTP/1.1\r\n" + HOST + END,
    "a star": b"OPTIONS * HTTP/1.1\r\n" + HOST + END,
    "a tunnel": b"CONNECT x:80 HTTP/1.1\r\n" + HOST + END,
    "600 tiny fields": BOARD + HOST + b"a:b\r\n" * 600 + END,
    "65 fields": BOARD + HOST + b"X: y\r\n" * 64 + END,
    "a header of more than 8 KiB": BOARD + HOST + b"X: " + b"a" * 8192 + END + END,
    "many fields of more than 8 KiB": BOARD + HOST + (b"X: " + b"a" * 1000 + END) * 9 + END,
    "a path of more than 8 KiB": b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n" + HOST + END,
    "only line feeds": BOARD.replace(b"\r", b"") + b"Host: x\n\n",
    "one line feed alone": BOARD + b"Host: x\n" + END,
    "a line feed within the first line": b"GET /healthz\nHTTP/1.1\r\n" + HOST + END,
    "a NUL in a value": BOARD + HOST + b"X: a\0b\r\n" + END,
    "a NUL in a name": BOARD + HOST + b"X\0: a\r\n" + END,
    "a NUL in the path": b"GET /health\0z HTTP/1.1\r\n" + HOST + END,
    "a carriage return in a value": BOARD + HOST + b"X: a\rb\r\n" + END,
    "a control character in a value": BOARD + HOST + b"X: a\x01b\r\n" + END,
    "a length with a sign": TICKETS + HOST + b"Content-Length: +15\r\n" + END + BODY,
    "a negative length": TICKETS + HOST + b"Content-Length: -1\r\n" + END + BODY,
    "a length in hexadecimal": TICKETS + HOST + b"Content-Length: 0xf\r\n" + END + BODY,
    "an empty length": TICKETS + HOST + b"Content-Length:\r\n" + END + BODY,
    "a length of 2^64": TICKETS + HOST + b"Content-Length: 18446744073709551616\r\n" + END + BODY,
    "a length of 30 digits": TICKETS + HOST + b"Content-Length: " + b"9" * 30 + END + END + BODY,
    "a blank before the colon": TICKETS + HOST + b"Content-Length : 15\r\n" + END + BODY,
    "no colon": BOARD + HOST + b"nonsense\r\n" + END,
    "an empty name": BOARD + HOST + b": x\r\n" + END,
    "a name with a blank": BOARD + HOST + b"X Y: z\r\n" + END,
    "HTTP/2.0": BOARD.replace(b"1.1", b"2.0") + HOST + END,
    "HTTP/1.2": BOARD.replace(b"1.1", b"1.2") + HOST + END,
    "HTTP/0.9": b"GET /healthz\r\n\r\n",
    "http in small letters": BOARD.replace(b"HTTP", b"http") + HOST + END,
    "the preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "a TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)) + b"\r\n\r\n",
    "nothing but noise": bytes((i * 97 + 13) % 256 for i in range(4000)) + b"\r\n\r\n",
    "nothing but letters": b"A" * 20000,
    "a method with a colon": b"GE:T /healthz HTTP/1.1\r\n" + HOST + END,
    "two blanks": b"GET  /healthz HTTP/1.1\r\n" + HOST + END,
    "a blank in the path": b"GET /health z HTTP/1.1\r\n" + HOST + END,
    "an escape that is none": b"GET /%zz HTTP/1.1\r\n" + HOST + END,
    "half an escape": b"GET /x?q=%4 HTTP/1.1\r\n" + HOST + END,
    "a path that is not UTF-8": b"GET /%ff HTTP/1.1\r\n" + HOST + END,
    "an overlong slash": b"GET /%c0%af HTTP/1.1\r\n" + HOST + END,
    "a query that is not UTF-8": b"GET /healthz?q=%c3%28 HTTP/1.1\r\n" + HOST + END,
    "a thousand query fields": b"GET /healthz?" + b"a=b&" * 1000 + b" HTTP/1.1\r\n" + HOST + END,
    "two credentials": BOARD + HOST + b"Authorization: Bearer a\r\n" * 2 + END,
    "two keys": TICKETS + HOST + b"Idempotency-Key: a\r\n" * 2 + LENGTH + JSON + END + BODY,
    "two content types": TICKETS + HOST + JSON * 2 + LENGTH + END + BODY,
}  # fmt: skip


class AttackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office())
        cls.good = cls.enterClassContext(cls.office.connect())

    def assert_good_client_is_served(self):
        """The machine may be busy with others: only three slow answers in a row are the server's fault."""
        took = []
        while len(took) < 3:
            began = time.monotonic()
            self.assertEqual(self.good.get(f"{SITE}/board", self.office.display).status, 200)
            took.append(time.monotonic() - began)
            if took[-1] < GOOD_CLIENT_S:
                return
        self.fail(f"a good client waits {took} s")

    def raw(self, data):
        """What is answered to these bytes, and whether the connection is closed after it."""
        with Connection(self.office.port) as line:
            try:
                line.send(data)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before all was sent
            given = line.answer()
            return given, line.is_closed()

    def tickets(self):
        return len(self.good.get(f"{SITE}/tickets?limit=1000", self.office.manager).json["items"])

    def test_what_is_not_a_request_is_refused_and_what_follows_is_never_run(self):
        before = self.tickets()
        for what, sent in REFUSED.items():
            with self.subTest(what=what):
                follow = b"" if what == "a header of more than 8 KiB" else SMUGGLED
                given, closed = self.raw((sent + follow).replace(b"TOKEN", self.office.kiosk.encode()))
                self.assertEqual(given.status, 400, given)
                contract.check_problem(given)
                self.assertTrue(closed)
                self.assert_good_client_is_served()
        self.assertEqual(self.tickets(), before)

    def test_what_is_odd_but_right_is_served(self):
        for what, sent, status in (
            ("empty lines before", b"\r\n\r\n" + BOARD + HOST + END, 200),
            ("64 fields", BOARD + HOST + b"X: y\r\n" * 63 + END, 200),
            ("HTTP/1.0", BOARD.replace(b"1.1", b"1.0") + END, 200),
            ("blanks around a value", BOARD + b"Host:  x \t \r\n" + END, 200),
            ("names in capitals", BOARD + b"HOST: x\r\n" + END, 200),
            ("no blank after the colon", BOARD + b"Host:x\r\n" + END, 200),
            ("an escaped path", b"GET /%68ealthz HTTP/1.1\r\n" + HOST + END, 200),
            ("a length of zero", BOARD + HOST + b"Content-Length: 0\r\n" + END, 200),
            ("leading zeros", TICKETS + HOST + JSON + b"Content-Length: 0015\r\n" + END + BODY, 401),
            ("a method nobody knows", b"BREW /healthz HTTP/1.1\r\n" + HOST + END, 405),
            ("climbing out", b"GET /web/../../etc/passwd HTTP/1.1\r\n" + HOST + END, 404),
            ("climbing out in escapes", b"GET /web/%2e%2e%2fticket.js HTTP/1.1\r\n" + HOST + END, 404),
            ("an expectation nobody has", BOARD + HOST + b"Expect: tea\r\n" + END, 417),
            ("another scheme", TICKETS + HOST + b"Authorization: Basic eDp5\r\n" + JSON + LENGTH + END + BODY, 401),
            ("a bearer of nothing", TICKETS + HOST + b"Authorization: Bearer \r\n" + JSON + LENGTH + END + BODY, 401),
            ("a long bearer", TICKETS + HOST + b"Authorization: Bearer " + b"a" * 7000 + END + JSON + LENGTH + END + BODY, 401),
            ("an upgrade to something else", BOARD + HOST + b"Connection: Upgrade\r\nUpgrade: h2c\r\n" + END, 200),
            ("an upgrade of another version", f"GET {SITE}/live?access_token={self.office.display} HTTP/1.1\r\n".encode() + HOST
             + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 12\r\n"
             + b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" + END, 426),
            ("an upgrade without a key", f"GET {SITE}/live?access_token={self.office.display} HTTP/1.1\r\n".encode() + HOST
             + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + END, 400),
        ):  # fmt: skip
            with self.subTest(what=what), Connection(self.office.port) as line:
                line.send(sent)
                given = line.answer()
                self.assertEqual(given.status, status, given)
                if status >= 400:
                    contract.check_problem(given)
                self.assert_good_client_is_served()

    def test_a_body_of_64_kib_and_not_a_byte_more(self):
        blanks = lambda size: BODY + b" " * (size - len(BODY))
        given = self.good.post(f"{SITE}/tickets", blanks(65536), self.office.kiosk)
        self.assertEqual(given.status, 201)
        for size in (65537, 10**6):
            with self.office.connect() as line:
                given = line.post(f"{SITE}/tickets", blanks(size), self.office.kiosk)
                self.assertEqual((given.status, given.code), (413, "too_large"))
                self.assertTrue(line.is_closed())
        for size in (1048577, 2**32, 2**63, 2**64 - 1):
            given, closed = self.raw(TICKETS + HOST + JSON + b"Content-Length: %d\r\n" % size + END)
            self.assertEqual((given.status, closed), (413, True))
        given, _ = self.raw(TICKETS + HOST + JSON + b"Expect: 100-continue\r\nContent-Length: 70000\r\n" + END)
        self.assertEqual(given.status, 413)  # and not asked for
        self.assert_good_client_is_served()

    def test_pipelined_requests_are_answered_in_order(self):
        with Connection(self.office.port) as line:
            line.send((BOARD + HOST + END + b"GET /nothing HTTP/1.1\r\n" + HOST + END + b"GET /healthz HTTP/1.1\r\n" + HOST + END) * 20)
            self.assertEqual([line.answer().status for _ in range(60)], [200, 404, 200] * 20)

    def test_a_request_may_come_byte_by_byte(self):
        sent = TICKETS + HOST + JSON + LENGTH + b"Authorization: Bearer " + self.office.kiosk.encode() + END + END + BODY
        with Connection(self.office.port) as line:
            for i in range(len(sent)):
                line.send(sent[i : i + 1])
            self.assertEqual(line.answer("POST").status, 201)

    def test_whoever_hangs_up_in_the_middle_harms_nobody(self):
        sent = TICKETS + HOST + JSON + LENGTH + b"Authorization: Bearer " + self.office.kiosk.encode() + END + END + BODY
        before = self.tickets()
        for i in range(len(sent)):  # every cut but the last leaves no ticket
            with Connection(self.office.port) as line:
                line.send(sent[:i])
        self.assert_good_client_is_served()
        self.assertEqual(self.tickets(), before)

    def test_fifty_who_send_slowly_are_closed_and_hold_up_nobody(self):
        with Office() as office:
            slow = [self.enterContext(Connection(office.port)) for _ in range(50)]
            begun = time.monotonic()
            for i, line in enumerate(slow):
                line.send(BOARD if i % 2 else TICKETS + HOST + JSON + LENGTH + END + b"{")
                line.socket.setblocking(False)
            with office.connect() as good:
                slowest, alive = 0.0, set(slow)

                def all_closed():
                    nonlocal slowest
                    began = time.monotonic()
                    self.assertEqual(good.get(f"{SITE}/board", office.display).status, 200)
                    slowest = max(slowest, time.monotonic() - began)
                    for line in list(alive):
                        try:
                            if line.socket.recv(4096) == b"":
                                alive.discard(line)
                        except BlockingIOError:
                            pass
                        except ConnectionResetError:
                            alive.discard(line)
                    return not alive

                wait_until(all_closed, "every slow connection is closed", DEADLINE_S)
            self.assertLess(time.monotonic() - begun, 20)
            self.assertLess(slowest, 10 * GOOD_CLIENT_S)


if __name__ == "__main__":
    unittest.main()
