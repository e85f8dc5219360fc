"""A machine with a screen and a keyboard: QEMU, driven by its monitor and watched by a serial line."""

import re
import shutil
import socket
import struct
import subprocess
import tempfile
import time
import zlib

# As on a real machine by /etc/default/grub.d/airt-kiosk.cfg; the first word is the test's own.
KERNEL = "console=ttyS0 console=tty0 quiet loglevel=1 systemd.show_status=no vt.global_cursor_default=0 panic=10"


class Machine:
    def __init__(self, folder, append="", *more):
        self.folder, self.asked, self.started = tempfile.mkdtemp(prefix="airt-kiosk-"), 0, time.time()
        # A disk that the machine does not see: it keeps snapshots.
        snapshots = f"{self.folder}/snapshots.qcow2"
        subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", snapshots, "4G"], check=True)
        self.qemu = subprocess.Popen(
            ["nice", "-n", "5", "qemu-system-x86_64", "-accel", "tcg", "-m", "1024", "-nic", "none", "-vga", "std", "-display", "none",
             "-kernel", f"{folder}/vmlinuz", "-initrd", f"{folder}/machine.img", "-append", f"{KERNEL} {append}",
             "-drive", f"if=none,id=snapshots,file={snapshots}",
             "-monitor", f"unix:{self.folder}/monitor,server,nowait",
             "-qmp", f"unix:{self.folder}/qmp,server,nowait",
             "-serial", f"unix:{self.folder}/serial,server,nowait",
             "-serial", f"file:{self.folder}/paper", *more], stdin=subprocess.DEVNULL)
        self.keyboard, self.serial = self._open("monitor"), self._open("serial")
        self._until(self.keyboard, "(qemu) ", 20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.qemu.kill()
        self.qemu.wait()
        shutil.rmtree(self.folder)

    def _open(self, name):
        for _ in range(200):
            try:
                door = socket.socket(socket.AF_UNIX)
                door.connect(f"{self.folder}/{name}")
                door.setblocking(False)
                return door
            except OSError:
                time.sleep(0.05)
        raise SystemExit("QEMU does not start")

    def _until(self, door, words, seconds):
        got, end = "", time.time() + seconds
        while time.time() < end:
            try:
                got += door.recv(65536).decode("utf-8", "replace")
                if words in got:
                    return got
            except BlockingIOError:
                time.sleep(0.01)
        raise TimeoutError(f"{words!r} did not come, but {got[-300:]!r}")

    def monitor(self, line, seconds=20):
        self.keyboard.send((line + "\n").encode())
        return self._until(self.keyboard, "(qemu) ", seconds)

    def keys(self, *names, pause=0.12):
        """Presses keys, by QEMU's names: esc, ret, ctrl-alt-f2, alt-sysrq-k."""
        for name in names:
            self.monitor("sendkey " + name)
            time.sleep(pause)

    def ready(self, seconds=180):
        """Waits for the shell on the serial line."""
        end = time.time() + seconds
        while time.time() < end:
            try:
                self.shell("stty -echo; PS1=; PS2=", 3)
                return self.shell("true", 3)
            except TimeoutError:
                pass
        raise TimeoutError("no shell on the serial line")

    def shell(self, command, seconds=180):
        """What a command of root prints, inside the machine."""
        self.asked += 1
        try:
            while self.serial.recv(65536):
                pass
        except BlockingIOError:
            pass
        self.serial.send(f"{command}\necho E''ND{self.asked}\n".encode())
        said = self._until(self.serial, f"END{self.asked}\r\n", seconds)
        return said.replace("\r", "").split(f"END{self.asked}\n")[0]

    def screen(self):
        """The cells of the first screen as lines of text (one byte a cell: marks may differ)."""
        return self.shell('fold -w "$(stty size </dev/tty1 | cut -d" " -f2)" /dev/vcs1; echo')

    def wait(self, words, seconds=60):
        """The screen, as soon as it has the words: a regular expression."""
        end, screen = time.time() + seconds, ""
        while time.time() < end:
            screen = self.screen()
            if re.search(words, screen):
                return screen
            time.sleep(0.2)
        raise TimeoutError(f"{words!r} is not on\n{screen}")

    def keep(self):
        """Keeps the machine as it is now, for `back`."""
        self.monitor("savevm now", 120)

    def back(self):
        self.monitor("loadvm now", 120)

    def picture(self, path):
        """The screen as a PNG file."""
        self.monitor(f"screendump {self.folder}/screen.ppm")
        with open(f"{self.folder}/screen.ppm", "rb") as file:
            data = file.read()
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        width, height, dots = int(head[1]), int(head[2]), data[head.end():]
        rows = b"".join(b"\0" + dots[y * width * 3:(y + 1) * width * 3] for y in range(height))

        def part(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", size) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b""))
