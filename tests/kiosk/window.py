"""What must hold of the kiosk in a window: its picture is read, and a mouse and a finger are moved."""

import re
import time

from glass import Glass
from rows import FORBIDDEN, REST, Row

UNIT = "/usr/lib/systemd/system/airt-kiosk-window.service"
DROP = "/run/systemd/system/airt-kiosk-window.service.d"
AGAIN = "systemctl daemon-reload; systemctl restart airt-kiosk-window; sleep 3"
WAKE = "Touch your language"


def rested(machine):
    """At rest, and quiet for long enough to be woken."""
    machine.wait(REST, 90)
    time.sleep(2)


def cleared(machine):
    if REST not in machine.wait(f"{REST}|danger now", 90):
        machine.keys("esc")
    rested(machine)


def awake(machine, how="tap"):
    cleared(machine)
    getattr(machine, how)("Emergency")
    machine.wait(WAKE, 20)
    time.sleep(2)  # the second of two taps would do nothing


def at_start(machine):
    awake(machine)
    machine.tap("English")
    machine.wait("What do you need", 20)
    time.sleep(2)


def starts(machine):
    machine.shell(AGAIN)
    found = FORBIDDEN.search(machine.wait(REST, 60))
    return found[0] if found else ""


def wakes_by(how):
    def check(machine):
        awake(machine, how)
        getattr(machine, how)("^Clear$")
        machine.wait(REST, 60)
        return ""
    return check


def types_on_glass(machine):
    at_start(machine)
    machine.tap("own")
    machine.wait("Done", 20)
    for letter in "hew":
        machine.tap(f"(?i)^{letter}{letter}?$")
    machine.wait("hew", 20)
    machine.tap("Done")
    time.sleep(1)
    screen = machine.wait("Back|Start", 30)
    return "" if "hew" in screen and "Done" not in screen else screen


def scrolls(machine):
    awake(machine)
    machine.swipe("Polski", 12000)
    time.sleep(1)
    screen = machine.screen()
    return "" if WAKE not in screen and "Clear" in screen else screen


def running(machine):
    """The screen in front, and each program of the unit."""
    return machine.shell("""echo $(cat /sys/class/tty/tty0/active) \
$(ps -o comm= $(cat /sys/fs/cgroup/system.slice/airt-kiosk-window.service/cgroup.procs) | sort)""").strip()


def no_second_window(machine):
    """foot's own keys: a new window with a shell, search, links, letters by number; other screens."""
    awake(machine)
    before = running(machine)
    machine.keys("ctrl-shift-n", "ctrl-shift-o", "ctrl-shift-r", "ctrl-shift-u", "ctrl-alt-f2", "meta_l")
    time.sleep(4)
    after = running(machine)
    return "" if after == before and before.startswith("tty1 ") and "foot" in before else f"{before}, then {after}"


def blank_when_killed(machine):
    """A slow start shows what stands there meanwhile."""
    machine.shell(f"mkdir -p {DROP}; printf '[Service]\\nRestartSec=8s\\n' >{DROP}/test.conf; {AGAIN}")
    awake(machine)
    machine.shell("systemctl kill -s KILL airt-kiosk-window; sleep 1")
    screen = machine.screen()
    machine.shell(f"rm {DROP}/test.conf; {AGAIN}")
    return screen if re.search("Touch|Clear|danger|English|Polski", screen) else ""


def journal(machine):
    cleared(machine)
    machine.shell("journalctl --sync; journalctl -b --no-pager -o cat >/run/before")
    awake(machine)
    machine.keys("f12")
    rested(machine)
    lines = machine.shell("journalctl --sync; journalctl -b --no-pager -o cat | diff /run/before - | grep '^>' | grep -v 'request to sync'; rm /run/before")
    return lines.strip()


def no_file(machine):
    at_start(machine)
    machine.keys(*"passport")
    machine.wait("passport", 20)
    machine.keys("esc")
    rested(machine)
    return machine.shell("grep -rl passport /run /var /tmp /etc /home /root 2>/dev/null").strip()


def protections(machine):
    return "; ".join(line for line in machine.shell("airt-kiosk verify").splitlines() if "own protections" in line)


ROWS = [
    Row("the window form starts, and rests", starts,
        {"DeviceAllow=char-drm": f"sed -i '/^DeviceAllow=char-drm/d' {UNIT}; {AGAIN}"}),
    Row("a finger wakes it and clears it", wakes_by("tap"),
        {"clicks are airt's (foot.ini)": f"sed -i '/^select-row/a selection-override-modifiers=none' /usr/share/airt/kiosk/foot.ini; {AGAIN}"}),
    Row("a mouse wakes it and clears it", wakes_by("click"), {}),
    Row("letters on the glass", types_on_glass, {}),
    Row("a finger scrolls", scrolls, {}),
    Row("no key opens another window or screen", no_second_window,
        {"foot.ini": f"echo >/usr/share/airt/kiosk/foot.ini; {AGAIN}"}),
    Row("killed, all of it: no page stays", blank_when_killed, {}),
    Row("no line in the journal for a hide", journal,
        {"LogLevelMax of seatd": "rm /etc/systemd/system/seatd.service.d/zz-airt-kiosk.conf; systemctl daemon-reload; systemctl restart seatd airt-kiosk-window; sleep 5"}),
    Row("typed words in no file", no_file, {}),
    # systemd 257 of Debian 13 lets them be on without the four names that 252 needs.
    Row("airt's own protections are on in the unit", protections, {}),
]


def started(folder):
    machine = Glass(folder)
    machine.ready()
    machine.wait(REST, 180)
    print(f"     rest screen {time.time() - machine.started:.0f} s after the start (emulated, no KVM)")
    machine.touch_screen()
    return machine
