"""A screen of its own for one real program: Xvfb shows it, xdotool is the finger, and the picture is Xvfb's memory.

The window is as large as the screen and nothing manages windows, so the keys go where the pointer is.
"""

import mmap
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import zlib

from office import DEADLINE_S, temporary_folder, wait_until

KEPT = pathlib.Path(__file__).parents[2] / "build" / "end_to_end_pictures"  # of tests that failed
PROGRAMS = pathlib.Path(os.environ.get("MOTCUA_PROGRAMS", pathlib.Path(__file__).parents[2] / "build" / "bin"))
NEEDED = ("Xvfb", "xdotool")


def missing_tools():
    return [tool for tool in NEEDED if shutil.which(tool) is None]


def window_environment(**changes):
    """The environment of a window: software drawing, and no setting of the machine that runs the test."""
    kept = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "MOTCUA_ASSETS")}  # fmt: skip
    return {**kept, "LIBGL_ALWAYS_SOFTWARE": "1", **changes}


class Picture:
    """What a screen shows: rows of blue, green, red and a byte that means nothing."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    def __eq__(self, other):
        return self.rows == other.rows

    def part(self, x, y, width, height):
        return Picture(width, height, [row[4 * x : 4 * (x + width)] for row in self.rows[y : y + height]])

    def share(self, colour):
        """How much of it has exactly this colour (0xRRGGBB), from 0 to 1."""
        wanted, found = colour.to_bytes(3, "little"), 0
        for row in self.rows:
            found += sum(a == b for a, b in zip(zip(row[0::4], row[1::4], row[2::4]), [tuple(wanted)] * self.width))
        return found / (self.width * self.height)

    def save(self, path):
        """Writes a PNG."""
        lines = []
        before = bytes(3 * self.width)
        for row in self.rows:
            line = bytearray(3 * self.width)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            # Filter 2, the difference to the row above, suits flat screens.
            lines.append(b"\2" + bytes((a - b) & 255 for a, b in zip(line, before)))
            before = bytes(line)

        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
                         + chunk(b"IDAT", zlib.compress(b"".join(lines), 9)) + chunk(b"IEND", b""))  # fmt: skip


class Screen:
    """An Xvfb; `with Screen(540, 960) as screen`."""

    def __init__(self, width, height):
        self.width, self.height = width, height

    def __enter__(self):
        folder = temporary_folder()
        readable, writable = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writable), "-screen", "0", f"{self.width}x{self.height}x24",
             "-fbdir", str(folder), "-nolisten", "tcp", "-noreset"],
            pass_fds=(writable,), stderr=subprocess.DEVNULL)  # fmt: skip
        os.close(writable)
        with open(readable) as output:
            number = output.readline().strip()
        assert number, "Xvfb did not start"
        self.environment = window_environment(DISPLAY=f":{number}")
        with open(folder / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(DEADLINE_S)
        self.memory.close()

    def picture(self):
        """The picture of this moment, from the X window dump that Xvfb keeps its screen in."""
        head = struct.unpack(">25I", self.memory[:100])
        size, (width, height), stride, colours = head[0], head[4:6], head[12], head[19]
        start = size + 12 * colours
        rows = [self.memory[start + y * stride : start + y * stride + 4 * width] for y in range(height)]
        return Picture(width, height, rows)

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, timeout=DEADLINE_S)

    def click(self, x, y, times=1, every_ms=100):
        self.xdotool("mousemove", x, y, "click", "--repeat", times, "--delay", every_ms, 1)

    def key(self, *keys):
        self.xdotool("mousemove", self.width // 2, self.height - 2, "key", *keys)


class Window(Screen):
    """A program in a window on a screen of its own; it must live until the end and then leave with exit code 0."""

    def __init__(self, name, words, port, token, width, height):
        device = ["--server", f"http://127.0.0.1:{port}", "--token", token] if token else []
        super().__init__(width, height)
        self.name = name
        self.command = [PROGRAMS / words[0], *words[1:], *device, "--windowed", f"{width}x{height}"]
        self.changes = {}

    def __enter__(self):
        super().__enter__()
        empty = self.picture()
        self.log = open(temporary_folder() / "log", "w+")
        self.start()
        try:
            wait_until(lambda: self.picture() != empty or self.program.poll() is not None, f"{self.name} draws nothing")
            self.check_alive()
        except BaseException as why:
            self.__exit__(type(why))
            raise
        return self

    def start(self):
        self.program = subprocess.Popen(self.command, env={**self.environment, **self.changes}, stdout=self.log, stderr=self.log)

    def restart(self):
        self.program.terminate()
        assert self.program.wait(DEADLINE_S) == 0, self.logged()
        self.start()

    def logged(self):
        # Not through the descriptor that the program writes to, whose position is shared.
        return pathlib.Path(self.log.name).read_text()

    def check_alive(self):
        assert self.program.poll() is None, f"{self.name} ended with {self.program.poll()}: {self.logged()}"

    def keep_picture(self):
        path = KEPT / f"{self.name}.png"
        self.picture().save(path)
        print(f"{self.name} at the failure: {path}", file=sys.stderr)

    def __exit__(self, failed=None, *_):
        try:
            if failed:
                self.keep_picture()
            code = self.program.poll()
            if code is None:
                self.program.terminate()
                code = self.program.wait(DEADLINE_S)
                assert failed or code == 0, f"{self.name} left with {code}: {self.logged()}"
            else:
                assert failed, f"{self.name} ended by itself with {code}: {self.logged()}"
        finally:
            self.log.close()
            super().__exit__()
