"""A window manager that shows every new window beneath one that covers the screen; through Xlib."""

import ctypes
import ctypes.util

SUBSTRUCTURE_NOTIFY, SUBSTRUCTURE_REDIRECT = 1 << 19, 1 << 20
MAP_REQUEST = 20


class MapRequest(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("parent", ctypes.c_ulong), ("window", ctypes.c_ulong)]  # fmt: skip


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("map_request", MapRequest), ("room", ctypes.c_long * 24)]


class CoveringManager:
    """Of the display of `screen`; does its work when manage() is called."""

    def __init__(self, screen):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = self.x.XCreateSimpleWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(screen.environment["DISPLAY"].encode()))
        assert self.display, "no display"
        root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        zero = ctypes.c_ulong(0)
        self.cover = ctypes.c_ulong(self.x.XCreateSimpleWindow(self.display, root, 0, 0, screen.width, screen.height,
                                                               0, zero, zero))  # fmt: skip
        self.cover_all()
        self.x.XSelectInput(self.display, root, ctypes.c_long(SUBSTRUCTURE_NOTIFY | SUBSTRUCTURE_REDIRECT))
        self.x.XSync(self.display, 0)

    def manage(self):
        """Answers what was asked so far; how many windows it has shown by that."""
        shown, event = 0, Event()
        while self.x.XPending(self.display):
            self.x.XNextEvent(self.display, ctypes.byref(event))
            if event.type == MAP_REQUEST:
                self.x.XRaiseWindow(self.display, self.cover)
                self.x.XMapWindow(self.display, ctypes.c_ulong(event.map_request.window))
                shown += 1
        self.x.XSync(self.display, 0)
        return shown

    def cover_all(self):
        self.x.XMapRaised(self.display, self.cover)
        self.x.XSync(self.display, 0)

    def uncover(self):
        self.x.XUnmapWindow(self.display, self.cover)
        self.x.XSync(self.display, 0)

    def close(self):
        self.x.XCloseDisplay(self.display)
