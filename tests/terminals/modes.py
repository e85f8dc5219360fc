#!/usr/bin/env python3
"""Asks the terminal which of its modes are set, and writes one line: the same before and after.

modes.py FILE
"""

import os
import re
import select
import sys
import termios
import tty

ASKED = (1, 6, 7, 25, 66, 1000, 1002, 1003, 1005, 1006, 1015, 1047, 1049, 47, 2004, 2026)


def ask(terminal):
    """The answers to every mode, to kitty's keyboard flags, and to the style of the cursor."""
    question = "".join(f"\x1b[?{mode}$p" for mode in ASKED) + "\x1b[?u\x1bP$q q\x1b\\\x1b[6n"
    os.write(terminal, question.encode())
    answer = b""
    while select.select([terminal], [], [], 1.0)[0]:
        answer += os.read(terminal, 4096)
        if re.search(rb"\x1b\[\d+;\d+R", answer):
            break
    return answer


def main():
    terminal = os.open("/dev/tty", os.O_RDWR)
    found = termios.tcgetattr(terminal)
    tty.setraw(terminal)
    try:
        answer = ask(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, found)
    states = re.findall(rb"\x1b\[\?(\d+);(\d+)\$y", answer)
    keyboard = re.findall(rb"\x1b\[\?(\d+)u", answer)
    style = re.findall(rb"\x1bP1\$r(.*?)\x1b\\", answer)
    settings = [hex(flag) for flag in found[:4]]
    with open(sys.argv[1], "w") as file:
        print(states, keyboard, style, settings, file=file)


main()
