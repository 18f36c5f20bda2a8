"""A WebSocket client by hand (RFC 6455), which can also break every rule of the protocol."""

import base64
import hashlib
import json
import os
import socket
import struct
import time

import contract
from office import DEADLINE_S, SITE, Connection

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def frame(payload=b"", opcode=TEXT, fin=True, masked=True, reserved=0, length=None):
    """One frame; `length` is the form of the length: 7, 16 or 64 bits, the shortest when not given."""
    if isinstance(payload, str):
        payload = payload.encode()
    size = len(payload)
    form = length or (7 if size < 126 else 16 if size < 65536 else 64)
    first = (fin << 7) | (reserved << 4) | opcode
    head = {7: struct.pack("!BB", first, (masked << 7) | size) if form == 7 else b"",
            16: struct.pack("!BBH", first, (masked << 7) | 126, size & 0xFFFF),
            64: struct.pack("!BBQ", first, (masked << 7) | 127, size)}[form]  # fmt: skip
    if not masked:
        return head + payload
    mask = os.urandom(4)
    return head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))


class Refused(Exception):
    """The upgrade was answered otherwise."""

    def __init__(self, given):
        super().__init__(repr(given))
        self.answer = given


class Closed(Exception):
    """The other side ended it; `code` is None when no closing frame came."""

    def __init__(self, code):
        super().__init__(f"closed with {code}")
        self.code = code


def upgrade_bytes(target, token=None, headers=(), protocol="motcua.v1", key="dGhlIHNhbXBsZSBub25jZQ=="):
    """The request for a feed."""
    lines = [f"GET {target} HTTP/1.1", "Host: office", "Connection: keep-alive, Upgrade", "Upgrade: websocket",
             "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}"]  # fmt: skip
    lines += [f"Sec-WebSocket-Protocol: {protocol}"] * bool(protocol)
    lines += [f"Authorization: Bearer {token}"] * bool(token)
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


class Feed(Connection):
    """One feed. Opens at once; raises Refused."""

    def __init__(self, office, target=f"{SITE}/live", token=None, headers=(), protocol="motcua.v1", receive_buffer=None):
        if receive_buffer:
            self._connect_small(office.port, receive_buffer)
        else:
            super().__init__(office.port)
        self.office = office
        key = base64.b64encode(os.urandom(16)).decode()
        self.send(upgrade_bytes(target, token, headers, protocol, key))
        status, reply = self.take_head()
        if status != 101:
            from office import Answer

            given = Answer(status, reply, self.take(int(reply["content-length"][0])))
            self.close()
            contract.check(office.document(), "GET", target.split("?")[0], given)
            raise Refused(given)
        accept = base64.b64encode(hashlib.sha1((key + MAGIC).encode()).digest()).decode()
        assert reply["sec-websocket-accept"] == [accept], reply
        assert reply.get("sec-websocket-protocol", [None]) == [protocol], reply
        assert "sec-websocket-extensions" not in reply, reply

    def _connect_small(self, port, receive_buffer):
        """A peer with little room: what it does not read stays with the server."""
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(DEADLINE_S)
        self.socket.connect(("127.0.0.1", port))
        self.buffer = b""

    def frame(self):
        """The next frame: opcode and payload."""
        first, second = self.take(2)
        assert first & 0x70 == 0 and second & 0x80 == 0, "a server sets no reserved bit and masks nothing"
        size = second & 0x7F
        if size == 126:
            (size,) = struct.unpack("!H", self.take(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", self.take(8))
        assert first & 0x80, "a message is one frame"
        return first & 15, self.take(size)

    def message(self):
        """The next message as JSON; pings are answered. Raises Closed."""
        while True:
            try:
                opcode, payload = self.frame()
            except ConnectionError:
                raise Closed(None) from None
            if opcode == TEXT:
                return json.loads(payload.decode())
            if opcode == PING:
                self.send(frame(payload, PONG))
            elif opcode == CLOSE:
                raise Closed(struct.unpack("!H", payload[:2])[0] if payload else 1005)

    def until(self, seq):
        """All messages up to that of `seq`."""
        received, end = [], time.monotonic() + DEADLINE_S
        while not received or received[-1]["seq"] < seq:
            assert time.monotonic() < end, received[-1:]
            received.append(self.message())
        return received

    def close_code(self):
        """Reads on until it is closed."""
        try:
            while True:
                self.message()
        except Closed as closed:
            return closed.code
