"""A machine that shows the kiosk in a window: what is on it is read off its picture, and touched."""

import csv
import json
import os
import re
import socket
import subprocess
import time

from machine import Machine

REACH = 32767  # from edge to edge, for mouse and finger


class Glass(Machine):
    def __init__(self, folder):
        super().__init__(
            folder, "root=/dev/vda rw", "-m", "2048", "-device", "qemu-xhci", "-device", "usb-tablet",
            "-drive", f"file={folder}/disk.qcow2,if=virtio,snapshot=on")
        self.mouse = self._open("qmp")
        self._ask_mouse("qmp_capabilities")

    def _ask_mouse(self, command, **arguments):
        self.mouse.send(json.dumps({"execute": command, "arguments": arguments}).encode())
        self._until(self.mouse, '"return"', 20)

    def touch_screen(self):
        """Plugs in a touch screen."""
        self.shell("modprobe uinput && mkfifo /run/finger && (/finger </run/finger & exec 7<>/run/finger)")
        self.shell("exec 7>/run/finger; sleep 2")

    def words(self):
        """The words on the glass, each with its middle, from edge to edge."""
        self.picture(f"{self.folder}/glass.png")
        read = subprocess.run(["tesseract", f"{self.folder}/glass.png", "-", "--psm", "11", "tsv"],
                              check=True, capture_output=True, text=True,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout
        rows = list(csv.DictReader(read.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
        page = rows[0]

        def middle(row, start, length):
            return round(REACH * (int(row[start]) + int(row[length]) / 2) / int(page[length]))

        return [(row["text"], middle(row, "left", "width"), middle(row, "top", "height"))
                for row in rows if row["text"] and row["text"].strip()]

    def screen(self):
        return " ".join(word for word, _, _ in self.words())

    def place(self, pattern):
        """Where a word is."""
        found = [(x, y) for word, x, y in self.words() if re.search(pattern, word)]
        if not found:
            raise TimeoutError(f"{pattern!r} is not on {self.screen()}")
        return found[0]

    def click(self, pattern):
        x, y = self.place(pattern)
        self._ask_mouse("input-send-event", events=[axis("x", x), axis("y", y)])
        for down in True, False:
            time.sleep(0.1)
            self._ask_mouse("input-send-event", events=[{"type": "btn", "data": {"button": "left", "down": down}}])

    def tap(self, pattern):
        x, y = self.place(pattern)
        self.shell(f"echo down {x} {y} >&7; sleep .1; echo up >&7")

    def swipe(self, pattern, far):
        """A finger drawn upwards from a word."""
        x, y = self.place(pattern)
        steps = "; ".join(f"echo move {x} {y - far * step // 8} >&7; sleep .05" for step in range(1, 9))
        self.shell(f"echo down {x} {y} >&7; sleep .1; {steps}; echo up >&7")


def axis(which, value):
    return {"type": "abs", "data": {"axis": which, "value": value}}
