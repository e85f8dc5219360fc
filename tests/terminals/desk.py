"""A desktop that nobody sees, and terminal windows on it, driven as a hand would."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from terminals import quiet, start_display, wait_for

HERE = Path(__file__).resolve().parent

TOOLS = ["Xvfb", "openbox", "dbus-daemon", "xdotool", "wmctrl", "xclip", "xprop"]

NOBODY = 65534

# What each shell says at its start: its own lines, which hiding takes away too, and its title.
GREETING = """echo $$ > {home}/shell.pid
printf '\\033]0;TITLE-BEFORE\\007'
for i in $(seq 1 60); do echo "BEFORE $i"; done
"""


class Desk:
    """A display with a window manager, a session bus and a home of its own."""

    def __init__(self, programs, shell):
        self.home = Path(tempfile.mkdtemp())
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        display, number = start_display()
        self.children = [display]
        kept = {name: value for name, value in os.environ.items() if name not in ("TMUX", "STY")}
        self.environment = kept | {
            "DISPLAY": f":{number}",
            "HOME": str(self.home),
            # alacritty gives its shell the home of the password file.
            "ZDOTDIR": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "LC_ALL": "C.UTF-8",
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "1",
            "PATH": f"{programs}:{os.environ['PATH']}",
        }
        bus = self.start(["dbus-daemon", "--session", "--print-address", "--nofork"], True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.start(["openbox"])
        time.sleep(0.7)
        self.shell = shells(self.home)[shell]

    def start(self, command, is_read=False):
        out = subprocess.PIPE if is_read else subprocess.DEVNULL
        child = subprocess.Popen(
            command, env=self.environment, stdout=out, stderr=subprocess.DEVNULL, text=True
        )
        self.children.append(child)
        return child

    def run(self, *command, longest=20):
        try:
            return quiet(*command, env=self.environment, timeout=longest, errors="replace")
        except subprocess.TimeoutExpired:
            return ""

    def stop(self):
        for child in reversed(self.children):
            child.kill()
            child.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def shells(home):
    """How each shell is started, with the same greeting."""
    greeting = GREETING.format(home=home)
    (home / "rc").write_text(f"PS1='PROMPT> '\nHISTFILE=\nPROMPT_COMMAND=\n{greeting}")
    (home / ".zshrc").write_text(f"PS1='PROMPT> '\nunset HISTFILE\n{greeting}")
    fish = greeting.replace("$$", "$fish_pid").replace("$(seq 1 60)", "(seq 1 60)")
    fish = fish.replace("; do echo", "; echo").replace("; done", "; end")
    (home / "rc.fish").write_text(f"function fish_prompt; echo 'PROMPT> '; end\n{fish}")
    return {
        "bash": ["bash", "--noprofile", "--rcfile", str(home / "rc"), "-i"],
        "zsh": ["zsh", "-i"],
        "fish": ["fish", "--private", "-C", f"source {home}/rc.fish"],
    }


class Window:
    """A terminal's window with a shell in it."""

    name = ""
    tools = []
    settings = {}
    # Whether a pointer can be moved over it.
    has_pointer = True
    # Whether its second screen can be read, where the page is.
    reads_second_screen = True
    # How far below the window's top the terminal begins, in pixels.
    top = 0

    def __init__(self, desk):
        self.desk = desk
        for path, text in self.settings.items():
            file = desk.home / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        self.pid_file = desk.home / "shell.pid"
        self.process = desk.start(self.command())
        if not wait_for(lambda: self.pid_file.exists() and self.pid_file.read_text().strip(), 20):
            raise SystemExit(f"{self.name}: no shell came")
        self.shell_pid = int(self.pid_file.read_text())
        wait_for(self.number, 10)
        self.window = self.number()
        time.sleep(0.8)
        desk.run("xdotool", "windowactivate", "--sync", self.window, longest=4)

    def number(self):
        lines = self.desk.run("wmctrl", "-l").splitlines()
        return str(int(lines[0].split()[0], 16)) if lines else ""

    def type(self, text):
        self.desk.run("xdotool", "type", "--delay", "8", text)

    def key(self, *names):
        self.desk.run("xdotool", "key", "--delay", "15", *names)

    def title(self):
        names = ["WM_NAME", "_NET_WM_NAME", "WM_ICON_NAME", "_NET_WM_ICON_NAME"]
        return self.desk.run("xprop", "-id", self.window, *names)

    def size(self):
        shown = self.desk.run("xdotool", "getwindowgeometry", "--shell", self.window).split()
        values = dict(line.split("=") for line in shown if "=" in line)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def click_way_out(self):
        """Presses "Hide this screen", which stands at the end of the first row."""
        column, row = int(self.size()[0] * 0.93), self.top + 7
        move = ["mousemove", "--window", self.window, str(column), str(row)]
        self.desk.run("xdotool", *move, "click", "1")

    def mark(self):
        """Marks some words with the mouse, past a program that takes it."""
        self.desk.run("xdotool", "keydown", "shift")
        for number, place in enumerate([(30, 50), (80, 70), (160, 90), (260, 110)]):
            x, y = place
            move = ["mousemove", "--window", self.window, str(x), str(y + self.top)]
            self.desk.run("xdotool", *move, *(["mousedown", "1"] if number == 0 else []))
            time.sleep(0.05)
        self.desk.run("xdotool", "mouseup", "1", "keyup", "shift")

    def marked(self):
        return self.desk.run("timeout", "2", "xclip", "-o", "-selection", "primary")

    def resize(self, width, height):
        self.desk.run("xdotool", "windowsize", self.window, str(width), str(height))

    def close(self):
        self.desk.run("wmctrl", "-i", "-c", hex(int(self.window)))

    def other(self):
        """What it keeps besides the screen and the lines above it."""
        return ""

    def clipboard_after(self, act):
        """What an action copied."""
        fill = "printf NOTHING | timeout 0.3 xclip -i -selection clipboard"
        self.desk.run("sh", "-c", fill)
        act()
        time.sleep(0.4)
        copied = self.desk.run("timeout", "2", "xclip", "-o", "-selection", "clipboard")
        return "" if copied == "NOTHING" else copied

    def written(self, name, act):
        """What an action wrote to a file."""
        file = self.desk.home / name
        file.unlink(missing_ok=True)
        act()
        if not wait_for(file.exists, 3):
            raise SystemExit(f"{self.name}: its lines could not be read")
        return file.read_text(errors="replace")


class Kitty(Window):
    name = "kitty"
    tools = ["kitty"]

    def command(self):
        options = ["allow_remote_control=yes", f"listen_on=unix:{self.desk.home}/kitty.sock"]
        options += ["confirm_os_window_close=0", "remember_window_size=no"]
        options += ["initial_window_width=80c", "initial_window_height=24c"]
        options = [part for option in options for part in ("-o", option)]
        return ["kitty", "--config", "NONE", *options, *self.desk.shell]

    def ask(self, *words):
        socket = next(self.desk.home.glob("kitty.sock*"), "")
        return self.desk.run("kitty", "@", "--to", f"unix:{socket}", *words)

    def text(self):
        return self.ask("get-text", "--extent", "all")

    def other(self):
        """Its other screen, with the lines above, as it hands them to a pager."""
        file = self.desk.home / "other"
        copy = f"cat > {file}.part; mv {file}.part {file}"
        seen = ""
        for source in ("@alternate", "@alternate_scrollback"):
            launch = ["launch", "--type=background", f"--stdin-source={source}", "sh", "-c", copy]
            seen += self.written("other", lambda launch=launch: self.ask(*launch))
        return seen


class Alacritty(Window):
    name = "alacritty"
    tools = ["alacritty"]

    def command(self):
        return ["alacritty", "-e", *self.desk.shell]

    def text(self):
        mark_all = ["ctrl+shift+space", "g", "shift+v", "shift+g", "y"]
        text = self.clipboard_after(lambda: [self.key(key) for key in mark_all])
        self.key("ctrl+shift+space")
        return text


class Vte(Window):
    """The terminal of GNOME and others, in a window of our own that writes its lines to a file."""

    name = "VTE"
    tools = ["/usr/bin/python3"]

    def command(self):
        host = ["/usr/bin/python3", str(HERE / "vte_window.py"), str(self.desk.home / "dump")]
        return [*host, *self.desk.shell]

    def text(self):
        return self.written("dump", lambda: os.kill(self.process.pid, signal.SIGUSR1))


class Xfce(Window):
    """Its "select all" takes what the window shows, and no more: the lines above are VTE's."""

    name = "xfce4-terminal"
    tools = ["xfce4-terminal"]
    top = 27
    settings = {
        ".config/xfce4/terminal/accels.scm": "\n".join(
            f'(gtk_accel_path "<Actions>/terminal-window/{action}" "<Primary><Shift>{key}")'
            for action, key in [("select-all", "a"), ("copy", "c")]
        ),
        ".config/xfce4/terminal/terminalrc": "[Configuration]\nMiscConfirmClose=FALSE\n",
    }

    def command(self):
        return ["xfce4-terminal", "--disable-server", "-x", *self.desk.shell]

    def text(self):
        return self.clipboard_after(lambda: self.key("ctrl+shift+a", "ctrl+shift+c"))


class Konsole(Window):
    name = "konsole"
    tools = ["konsole"]
    reads_second_screen = False
    top = 57
    settings = {
        ".config/konsolerc": "[Desktop Entry]\nDefaultProfile=a.profile\n",
        ".local/share/konsole/a.profile": "[General]\nName=a\nParent=FALLBACK/\n"
        "TerminalColumns=80\nTerminalRows=24\n[Scrolling]\nHistoryMode=1\nHistorySize=5000\n",
    }

    def command(self):
        return ["konsole", "--nofork", "-e", *self.desk.shell]

    def text(self):
        return self.clipboard_after(self.copy_all)

    def copy_all(self):
        """By its menu: Edit, Select All."""
        edit = ["mousemove", "--window", self.window, "57", "8", "click", "1"]
        self.desk.run("xdotool", *edit)
        time.sleep(0.5)
        self.key("s")
        time.sleep(0.3)
        self.key("ctrl+shift+c")


class Xterm(Window):
    name = "xterm"
    tools = ["xterm"]

    def command(self):
        file = self.desk.home / "print"
        options = [
            f"XTerm*printerCommand: cat > {file}.part; mv {file}.part {file}",
            "XTerm*printAttributes: 0",
            "XTerm*VT100.translations: #override Ctrl<Key>F9: print-everything()",
        ]
        options = [part for option in options for part in ("-xrm", option)]
        return ["xterm", "-sl", "5000", *options, "-e", *self.desk.shell]

    def text(self):
        return self.written("print", lambda: self.key("ctrl+F9"))


class Foot(Window):
    """On Wayland, in a compositor that shows nothing and has a keyboard but no pointer."""

    name = "foot"
    tools = ["foot", "sway", "wtype"]
    has_pointer = False

    def command(self):
        self.start_compositor()
        file = self.desk.home / "lines"
        copy = f"cat > {file}.part; mv {file}.part {file}"
        settings = self.desk.home / "foot.ini"
        pipe = f'[sh -c "{copy}"]'
        pipes = f"pipe-scrollback={pipe} Control+F9\npipe-visible={pipe} Control+F8\n"
        settings.write_text(f"[key-bindings]\n{pipes}")
        return ["foot", "-c", str(settings), *self.desk.shell]

    def start_compositor(self):
        """sway, which will not run as root: it gets the folder of sockets and nothing else."""
        settings = self.desk.home / "sway"
        settings.write_text("xwayland disable\nfor_window [app_id=.*] floating enable\n")
        environment = self.desk.environment
        del environment["DISPLAY"]
        runtime = Path(environment["XDG_RUNTIME_DIR"])
        environment |= {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman"}
        environment |= {"WLR_LIBINPUT_NO_DEVICES": "1"}
        command = ["sway", "-c", str(settings)]
        if os.getuid() == 0:
            self.desk.home.chmod(0o755)
            os.chown(runtime, NOBODY, NOBODY)
            user = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            command = ["setpriv", *user, *command]
        self.desk.start(command)
        wait_for(lambda: list(runtime.glob("sway-ipc.*")), 10)
        environment["SWAYSOCK"] = str(next(runtime.glob("sway-ipc.*")))
        environment["WAYLAND_DISPLAY"] = "wayland-1"

    def number(self):
        return self.desk.run("swaymsg", "-t", "get_tree") and "0"

    def type(self, text):
        self.desk.run("wtype", "-d", "8", "--", text)

    def key(self, *names):
        for name in names:
            *held, key = name.split("+")
            press = [word for one in held for word in ("-M", one)]
            release = [word for one in held for word in ("-m", one)]
            self.desk.run("wtype", "-s", "50", *press, "-k", key, *release, "-s", "50")

    def title(self):
        tree = self.desk.run("swaymsg", "-r", "-t", "get_tree")
        return "\n".join(line for line in tree.splitlines() if '"name"' in line)

    def resize(self, width, height):
        self.desk.run("swaymsg", f"[app_id=foot] resize set {width} px {height} px")

    def close(self):
        self.desk.run("swaymsg", "[app_id=foot] kill")

    def text(self):
        """The second screen has no lines above it, and foot then hands over none at all."""
        try:
            return self.written("lines", lambda: self.key("ctrl+F9"))
        except SystemExit:
            return self.written("lines", lambda: self.key("ctrl+F8"))


ALL = [Kitty, Alacritty, Foot, Vte, Xfce, Konsole, Xterm]
