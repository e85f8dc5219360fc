"""What must hold on a kiosk, a row each: a check, and what stands against it when a line is taken out.

A check returns what is wrong, or nothing. `without` is a command of root that takes the line out, as if
it had never been there; `boot` does that for what is done at the start only.
"""

import re
import time
from dataclasses import dataclass
from typing import Callable

REST = "Information and help"
FORBIDDEN = re.compile(r"traffick|abus|exploit|victim|slave|safe|\bhid(e|es|den|ing)\b|session|last used|refuge|asylum|police", re.I)
AIRT = f"{REST}|Clear this screen"  # on every page
UNIT = "/usr/lib/systemd/system/airt-kiosk.service"
DROP = "/run/systemd/system/airt-kiosk.service.d"
AGAIN = "systemctl daemon-reload; systemctl restart airt-kiosk; sleep 2"
NO_CONSOLE = "systemd.mask=airt-kiosk-console.service"


@dataclass
class Row:
    name: str
    check: Callable
    without: dict[str, str]  # a line, and how it is taken out
    boot: str = ""


def cut(pattern):
    """Takes the lines that match out of the unit."""
    return f"sed -i -E '/{pattern}/d' {UNIT}; {AGAIN}"


def unlink(file, then):
    return f"rm /etc/{file}; {then}"


def dropped(machine, *lines):
    """Adds lines to the unit until the next start of the machine."""
    text = "\\n".join(["[Service]", *lines])
    machine.shell(f"mkdir -p {DROP}; printf '{text}\\n' >{DROP}/test.conf; {AGAIN}")


def undropped(machine):
    machine.shell(f"rm {DROP}/test.conf; {AGAIN}")


def closed(machine):
    """What is open: another screen in front, a prompt, the machine on its way down, no airt."""
    seen = machine.shell(f"""echo "$(cat /sys/class/tty/tty0/active) \
shells $(ps -eo args | grep -c -E '^/sbin/agett[y]|^logi[n]|^-?bas[h]|^sulogi[n]') \
jobs $(systemctl list-jobs --no-legend | grep -c .) airt $(grep -c -E '{AIRT}' /dev/vcs1)" """).strip()
    return "" if seen == "tty1 shells 0 jobs 0 airt 1" else seen


def pressed(*keys, pause=0.12):
    def check(machine):
        machine.keys(*keys, pause=pause)
        time.sleep(2)
        machine.wait(AIRT, 20)
        return closed(machine)
    return check


def all_killed(machine):
    """A slow start shows whether the unit itself blanks the screen."""
    dropped(machine, "RestartSec=6s")
    machine.wait(AIRT, 20)
    machine.shell("systemctl kill -s KILL airt-kiosk; sleep 1")
    cells = int(machine.shell("tr -d ' \\n' </dev/vcs1 | wc -c"))
    undropped(machine)
    machine.wait(REST, 30)
    return f"{cells} letters stay" if cells else ""


def protections(machine):
    lines = machine.shell("airt-kiosk verify").splitlines()
    return "; ".join(line for line in lines if "own protections" in line)


def shows(machine):
    machine.shell(AGAIN)
    machine.wait(AIRT, 20)
    return ""


def alt_f2(machine):
    """A program has opened the second screen: without a lock, a key goes there."""
    machine.shell("exec 5<>/dev/tty2")
    machine.keys("alt-f2", "ctrl-alt-f2")
    time.sleep(1)
    return closed(machine)


def other_screen(machine):
    """A program without leave asks for the second screen."""
    machine.shell("exec 5<>/dev/tty2; timeout 3 chvt 2")
    return closed(machine)


def prompts(machine):
    """Even where a screen can be changed to, nothing asks for a name there."""
    unlock = """perl -e 'open my $screen, "<", "/dev/tty1"; ioctl($screen, 0x560C, 0)'"""
    seen = machine.shell(f"{unlock}; for screen in 2 6; do timeout 5 chvt $screen; sleep 2; done; "
                         "ps -eo args | grep -E '^/sbin/agett[y]'; timeout 5 chvt 1")
    return seen.strip()


def ctrl_alt_del(times):
    """What the kernel tells systemd at Ctrl+Alt+Del; two signals at once would be one, and seven within
    two seconds are many."""
    def check(machine):
        machine.shell(f"perl -e 'for (1..{times}) {{ kill \"INT\", 1; select undef, undef, undef, .1 }}'; sleep 3", 20)
        return closed(machine)
    return check


def scroll_lock(machine):
    """What Scroll Lock stopped would be neither woken nor cleared."""
    machine.keys("scroll_lock")
    time.sleep(2)
    before = machine.screen()
    machine.keys("a", "b")
    time.sleep(3)
    return "the picture stands still" if machine.screen() == before else ""


def kernel_message(machine):
    machine.shell("echo '<2>thermal fault' >/dev/kmsg; sleep 1")
    return "a message is painted over the page" if "thermal fault" in machine.screen() else ""


def journal(machine):
    machine.shell("journalctl --sync; journalctl -b --no-pager -o cat >/run/before")
    for _ in range(3):
        machine.keys("f12")
        time.sleep(1.5)
        machine.wait(AIRT, 20)
    machine.shell("systemctl kill -s KILL airt-kiosk; sleep 1")
    lines = machine.shell("journalctl --sync; journalctl -b --no-pager -o cat | diff /run/before - | grep '^>' | grep -v 'request to sync'; rm /run/before")
    return lines.strip()


def log_on_disk(machine):
    machine.shell("mkdir -p /var/log/journal; journalctl --flush; logger hello; journalctl --sync")
    return machine.shell("find /var/log/journal -name '*.journal'").strip()


def crash_loop(machine):
    dropped(machine, "ExecStart=", "ExecStart=/bin/false")
    restarts = 0
    for _ in range(30):
        time.sleep(2)
        restarts = int(machine.shell("systemctl show -p NRestarts --value airt-kiosk"))
        if restarts >= 8 or "failed" in machine.shell("systemctl is-failed airt-kiosk"):
            break
    undropped(machine)
    machine.wait(REST, 30)
    return f"given up after {restarts}" if restarts < 8 else ""


def sleeps(machine):
    """Neither a key nor a program makes it sleep: the page would be written to the disk, or be back."""
    return machine.shell("systemd-analyze cat-config systemd/sleep.conf | grep -c '^Allow.*=no' | grep -v 4").strip()


ROWS = [
    Row("killed, and its guardian: the screen is blank at once", all_killed,
        {"TTYReset, TTYVHangup, TTYVTDisallocate": cut("^TTY(Reset|VHangup|VTDisallocate)")}),
    Row("airt's own protections are on in the unit", protections,
        {"SystemCallFilter: the four names": f"sed -i 's/ seccomp landlock.*//' {UNIT}; {AGAIN}"}),
    Row("the unit may open the screen", shows, {"DeviceAllow": cut("^DeviceAllow")}),
    Row("Alt+F2, Ctrl+Alt+F2", alt_f2, {"keys (airt-kiosk-console)": "true"}, NO_CONSOLE),
    Row("a program asks for another screen", other_screen, {"VT_LOCKSWITCH (airt-kiosk-console)": "true"}, NO_CONSOLE),
    Row("no prompt on another screen", prompts,
        {"NAutoVTs, ReserveVT": unlink("systemd/logind.conf.d/zz-airt-kiosk.conf", "systemctl restart systemd-logind; sleep 2")}),
    Row("Ctrl+Alt+Del", ctrl_alt_del(1),
        {"ctrl-alt-del.target masked": unlink("systemd/system/ctrl-alt-del.target", "systemctl daemon-reload")}),
    Row("Ctrl+Alt+Del, fifteen times fast", ctrl_alt_del(15),
        {"CtrlAltDelBurstAction": unlink("systemd/system.conf.d/zz-airt-kiosk.conf", "systemctl daemon-reexec; sleep 5")}),
    Row("Ctrl+Alt+Del, the keys", pressed(*["ctrl-alt-delete"] * 9, pause=0.05),
        {"keys and both": "rm /etc/systemd/system/ctrl-alt-del.target; systemctl daemon-reload"}, NO_CONSOLE),
    Row("Alt+SysRq+K, +E, +B", pressed("alt-sysrq-k", "alt-sysrq-e", "alt-sysrq-b"),
        {"kernel.sysrq": unlink("sysctl.d/zz-airt-kiosk.conf", "sysctl -q -w kernel.sysrq=438")}),
    Row("Scroll Lock does not stop the screen", scroll_lock, {"keys (airt-kiosk-console)": "true"}, NO_CONSOLE),
    Row("a message of the kernel", kernel_message,
        {"kernel.printk": unlink("sysctl.d/zz-airt-kiosk.conf", "sysctl -q -w kernel.printk='7 4 1 7'")}),
    Row("no line in the journal for a hide or a kill", journal, {"LogLevelMax": cut("^LogLevelMax")}),
    Row("no journal on the disk", log_on_disk,
        {"Storage=volatile": unlink("systemd/journald.conf.d/zz-airt-kiosk.conf", "systemctl restart systemd-journald; sleep 2")}),
    Row("a crash loop is never given up", crash_loop,
        # Longer than systemd's own 10 s, as a machine in QEMU starts nothing five times in those.
        {"StartLimitIntervalSec": "mkdir -p /run/systemd/system.conf.d; "
            "printf '[Manager]\\nDefaultStartLimitIntervalSec=60\\n' >/run/systemd/system.conf.d/test.conf; "
            "systemctl daemon-reexec; " + cut("^StartLimitIntervalSec"), "Restart": cut("^Restart=")}),
    Row("no sleep", sleeps, {"sleep.conf": unlink("systemd/sleep.conf.d/zz-airt-kiosk.conf", "true")}),
]
