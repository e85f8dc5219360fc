"""Terminals that a script can start, type into, resize and read back whole."""

import fcntl
import os
import pty
import shutil
import struct
import subprocess
import tempfile
import termios
import time
from pathlib import Path

SHELL = ["/bin/sh"]
SAVED_LINES = 5000


def quiet(*command, **options):
    """Runs a command, and answers with what it printed."""
    return subprocess.run(command, capture_output=True, text=True, check=False, **options).stdout


class Tmux:
    """tmux with its usual settings."""

    name = "tmux"
    variant = ""
    tools = ["tmux"]
    settings = ""

    def __init__(self, folder):
        configuration = Path(folder, "tmux.conf")
        configuration.write_text(f"set -g history-limit {SAVED_LINES}\n{self.settings}")
        self.tmux = ["tmux", "-S", f"{folder}/socket", "-f", str(configuration)]
        quiet(*self.tmux, "new-session", "-d", "-x", "80", "-y", "24", *SHELL)

    def type(self, keys):
        quiet(*self.tmux, "send-keys", "-H", *[f"{byte:02x}" for byte in keys])

    def resize(self, columns, rows):
        quiet(*self.tmux, "resize-window", "-x", str(columns), "-y", str(rows))

    def text(self):
        """The screen and the lines saved above it."""
        return quiet(*self.tmux, "capture-pane", "-p", "-S", "-")

    def other_screen(self):
        """What an older way back to the other screen would show."""
        return quiet(*self.tmux, "capture-pane", "-p", "-a", "-q")

    def stop(self):
        quiet(*self.tmux, "kill-server")

    @staticmethod
    def version():
        return quiet("tmux", "-V").split()[-1]


class TmuxWithoutAlternate(Tmux):
    """tmux where programs draw over the shell's own screen."""

    variant = ", no alternate screen"
    settings = "set -g alternate-screen off\n"


class Screen:
    """GNU screen, which has no alternate screen unless asked."""

    name = "GNU screen"
    variant = ""
    tools = ["screen"]
    settings = ""

    def __init__(self, folder):
        self.copy = Path(folder, "copy")
        configuration = Path(folder, "screenrc")
        configuration.write_text(f"defscrollback {SAVED_LINES}\n{self.settings}")
        self.session = f"airt-{os.getpid()}-{Path(folder).name}"
        quiet("screen", "-c", str(configuration), "-dmS", self.session, *SHELL)

    def command(self, *words):
        quiet("screen", "-S", self.session, "-p", "0", "-X", *words)

    def type(self, keys):
        self.command("stuff", "".join(f"\\{byte:03o}" for byte in keys))

    def resize(self, columns, rows):
        self.command("width", "-w", str(columns), str(rows))

    def text(self):
        """The screen and the lines saved above it."""
        self.copy.unlink(missing_ok=True)
        wait_for(self.copy_all)
        return self.copy.read_text(errors="replace")

    def copy_all(self):
        self.command("hardcopy", "-h", str(self.copy))
        return wait_for(self.copy.exists, 0.5)

    def other_screen(self):
        """GNU screen offers no way back to it."""
        return ""

    def stop(self):
        self.command("quit")

    @staticmethod
    def version():
        return quiet("screen", "--version").split()[2]


class ScreenWithAlternate(Screen):
    """GNU screen with an alternate screen."""

    variant = ", altscreen on"
    settings = "altscreen on\n"


class Xterm:
    """xterm on a display of its own, showing a terminal that this script types into."""

    name = "xterm"
    variant = ""
    tools = ["xterm", "Xvfb"]

    def __init__(self, folder):
        self.copy = Path(folder, "copy")
        self.display, number = start_display()
        self.screen, self.program = pty.openpty()
        set_size(self.screen, 80, 24)
        settings = [
            f"printerCommand: cat > {self.copy}.part; mv {self.copy}.part {self.copy}",
            "printAttributes: 0",
            "allowWindowOps: true",
        ]
        options = [option for setting in settings for option in ["-xrm", f"XTerm*{setting}"]]
        slave_mode = f"-S{os.ttyname(self.program)}/{self.screen}"
        self.xterm = subprocess.Popen(
            ["xterm", *options, "-sl", str(SAVED_LINES), slave_mode],
            env={**os.environ, "DISPLAY": f":{number}"},
            pass_fds=[self.screen],
            stderr=subprocess.DEVNULL,
        )
        wait_for(lambda: readable(self.program))
        self.shell = subprocess.Popen(
            SHELL,
            stdin=self.program,
            stdout=self.program,
            stderr=self.program,
            env={**os.environ, "TERM": "xterm"},
            preexec_fn=take_terminal,
        )

    def type(self, keys):
        os.write(self.screen, keys)

    def resize(self, columns, rows):
        os.write(self.program, f"\x1b[8;{rows};{columns}t".encode())
        wait_for(lambda: get_size(self.screen) == (columns, rows))

    def text(self):
        """Everything xterm would print: the screen and the lines saved above it."""
        return self.print(b"\x1b[?11i")

    def other_screen(self):
        """What an older way back to the other screen would show. Leaves it shown."""
        return self.print(b"\x1b[?47h\x1b[?11i")

    def print(self, order):
        self.copy.unlink(missing_ok=True)
        os.write(self.program, order)
        wait_for(self.copy.exists)
        return self.copy.read_text(errors="replace")

    def stop(self):
        for process in [self.xterm, self.shell, self.display]:
            process.kill()
            process.wait()
        os.close(self.screen)
        os.close(self.program)

    @staticmethod
    def version():
        return quiet("xterm", "-v").strip("XTerm()\n")


def start_display():
    """A display that nobody sees, and its number."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x1024x24"]
    display = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as line:
        return display, line.readline().strip()


def take_terminal():
    """Makes standard input the terminal of a new session."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def readable(terminal):
    """Reads the line that xterm sends when it is ready: the number of its window."""
    count = struct.unpack("i", fcntl.ioctl(terminal, termios.FIONREAD, b"\0" * 4))[0]
    return count > 0 and bool(os.read(terminal, count))


def set_size(terminal, columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def get_size(terminal):
    rows, columns, _, _ = struct.unpack("HHHH", fcntl.ioctl(terminal, termios.TIOCGWINSZ, b"\0" * 8))
    return columns, rows


def wait_for(is_so, longest=10.0):
    """Waits until something is so; false when it took too long."""
    end = time.monotonic() + longest
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def installed(terminal):
    return all(shutil.which(tool) for tool in terminal.tools)


ALL = [Tmux, TmuxWithoutAlternate, Screen, ScreenWithAlternate, Xterm]
