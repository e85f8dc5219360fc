//! The conversation of lines on a terminal: shown there, and gone from there at every end.

use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::left::{assert_nothing_left, assert_soon_nothing_left};
use crate::support::pty::{DEADLINE, Session};
use rustix::process::Signal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_airt");

fn plain(columns: u16, rows: u16) -> Session {
    let mut session = Session::start(Command::new(PROGRAM).arg("--plain"), columns, rows);
    session.wait_for("help or hide:");
    session
}

/// A conversation that has scrolled: much of it is above the window.
fn scrolled() -> Session {
    let mut session = plain(80, 24);
    for (typed, seen) in
        [("4\r", "The TARA Service"), ("2\r", "An adviser reads"), ("\r", "Unseen")]
    {
        session.send(typed);
        session.wait_for(seen);
    }
    session.wait_for("help or hide:");
    session
}

/// `setsid` and `su -c` give a program the window but not the terminal: nothing could be hidden.
#[test]
fn without_a_terminal_of_its_own_it_gives_the_numbers() {
    for options in [&[][..], &["--plain"]] {
        let mut command = Command::new("setsid");
        command.args(["--wait", env!("CARGO_BIN_EXE_airt")]).args(options);
        let mut session = Session::start(&mut command, 200, 24);
        assert_eq!(session.wait_for_end().code(), Some(2));
        let said = session.screen();
        assert!(said.contains("start airt in a terminal window"), "{said}");
        assert!(said.contains("danger 999, police 101, helpline 0800 0121 700"), "{said}");
    }
}

#[test]
fn each_way_to_hide_clears_the_lines() {
    let ways = [
        "hide\r",
        "quit\r",
        "\x1b",
        "\x18",
        "\x03",
        "\x11",
        "\x1a",
        "\x04",
        "half a wo\x1b",
        "half a wo\x11",
        "half a wo\x04",
        "\x16\x1b",
        "\x1c\r",
    ];
    for way in ways {
        let mut session = scrolled();
        session.send(way);
        assert!(session.wait_for_end().success(), "{way:?}");
        assert_nothing_left(&mut session, way);
    }
}

#[test]
fn each_signal_clears_the_lines() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::TSTP, Signal::SEGV] {
        let mut session = scrolled();
        session.signal(signal);
        session.wait_for_end();
        assert_nothing_left(&mut session, &format!("{signal:?}"));
    }
}

#[test]
fn a_kill_clears_the_lines() {
    let mut session = scrolled();
    session.signal(Signal::KILL);
    assert_soon_nothing_left(&mut session, "kill");
}

#[test]
fn keys_mashed_after_hiding_do_not_reach_the_shell() {
    for way in ["hide\r", "\x03", "\x11", "\x1a"] {
        let mut session = scrolled();
        session.send(way);
        session.wait_until("an empty screen", |session| session.screen().trim().is_empty());
        session.send("rm x\r");
        session.wait_for_end();
        assert_nothing_left(&mut session, way);
        let waiting = rustix::io::ioctl_fionread(&session.slave).expect("a terminal");
        assert_eq!(waiting, 0, "{way:?}");
    }
}

#[test]
fn a_hide_key_pressed_before_the_first_line_hides() {
    for key in ["\x1b", "\x18", "half a wo\x1b"] {
        let mut session = Session::start(Command::new(PROGRAM).arg("--plain"), 80, 24);
        session.send(key);
        assert!(session.wait_for_end().success(), "{key:?}");
        assert_nothing_left(&mut session, key);
    }
}

#[test]
fn signal_keys_hide_where_the_shell_had_none() {
    let script = "stty intr undef quit undef susp undef eof undef; exec \"$0\" --plain";
    for key in ["\x03", "\x11", "\x1a", "\x04"] {
        let mut session = Session::start(Command::new("sh").args(["-c", script, PROGRAM]), 80, 24);
        session.wait_for("help or hide:");
        session.send(key);
        assert!(session.wait_for_end().success(), "{key:?}");
        assert_nothing_left(&mut session, key);
    }
}

#[test]
fn a_terminal_that_stopped_reading_still_hides() {
    for key in ["\x1b", "\x18", "\x03"] {
        let mut session = plain(200, 200);
        let start = Instant::now();
        while !session.is_full() {
            assert!(start.elapsed() < DEADLINE, "the terminal takes everything");
            session.send("sources\r");
            thread::sleep(Duration::from_millis(50));
        }
        session.send(key);
        session.wait_for_end_unread();
        session.wait_for_end();
        assert_nothing_left(&mut session, key);
    }
}

#[test]
fn a_start_in_the_background_gives_back_what_the_front_found() {
    let script = "set -m; stty -echo -icanon; \"$0\" --plain & \
                  until grep -q 'T (stopped)' /proc/$!/status; do :; done; \
                  stty echo icanon; echo it waits; read line; fg";
    let mut session = Session::start(Command::new("sh").args(["-c", script, PROGRAM]), 80, 24);
    session.wait_for("it waits");
    session.send("\n");
    session.wait_for("help or hide:");
    session.send("hide\r");
    session.wait_for_end();
    assert_nothing_left(&mut session, "background");
}

#[test]
fn a_stopped_terminal_still_hides() {
    let mut session = scrolled();
    session.send("\x13hide\r");
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "Ctrl+S");
}

#[test]
fn a_terminal_without_a_cursor_gets_lines_by_itself() {
    for name in ["TERM=dumb", "TERM="] {
        let mut session = Session::start(Command::new("env").args([name, PROGRAM]), 80, 24);
        session.wait_for("help or hide:");
        assert!(!session.sent.contains(&b'\x1b'), "{name}: an escape sequence was sent");
        session.send("hide\r");
        assert!(session.wait_for_end().success(), "{name}");
        assert_nothing_left(&mut session, name);
    }
}

#[test]
fn other_terminals_get_the_screens() {
    for name in ["TERM=xterm-256color", "TERM=vt100", "TERM=linux", "TERM=screen"] {
        let mut session = Session::start(Command::new("env").args([name, PROGRAM]), 80, 24);
        session.wait_for("In danger, or cannot");
        assert!(session.emulator.screen().alternate_screen(), "{name}");
        session.send("\x18");
        session.wait_for_end();
    }
}

#[test]
fn a_small_terminal_is_never_overfilled() {
    let mut session = plain(40, 12);
    session.wait_for("Press Enter for more.");
    assert!(session.screen().contains("999"), "{}", session.screen());
    assert_eq!(session.emulator.screen().scrollback_len(), 0, "{}", session.screen());
}

#[test]
fn a_pasted_page_is_one_search() {
    let mut session = plain(80, 60);
    session.send("childline\rchild\ryoung people\r");
    session.wait_for("Childline, for young people");
    session.send("9\r");
    session.wait_for("There is no 9 here");
    session.send("help\r");
    session.wait_for("Words you can type");
    assert!(!session.everything().contains("Open Government Licence"));
}

#[test]
fn through_pipes_no_escape_sequence_is_written() {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut child = Command::new(PROGRAM)
        .arg("--plain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program is built");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"2\n1\nsearch tara\n1\nhide\n").expect("the program reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(said.contains("0141 276 7724") && !said.contains('\x1b'), "{said}");
}
