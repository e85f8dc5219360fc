//! Every way out of a page leaves not one word of it.

use std::process::Command;
use std::time::Duration;

use crate::support::left::{assert_nothing_left, shown, shown_with};
use crate::support::pty::{Session, page};
use rustix::process::Signal;

#[test]
fn each_hide_key_leaves_an_empty_screen() {
    for key in ["\x1b", "\x18", "\x03", "\x11", "\x1a", "\x1c", "\x1b[24~", "\x1bx", "\x1b[27u"] {
        let mut session = shown();
        session.send(key);
        let status = session.wait_for_end();
        assert!(status.success(), "{key:?}: {status}");
        assert_nothing_left(&mut session, key);
    }
}

#[test]
fn a_click_on_the_way_out_leaves_an_empty_screen() {
    let mut session = shown_with(&["--mouse"]);
    session.send("\x1b[<0;1;1M");
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "click");
}

#[test]
fn a_click_on_the_way_out_is_heard_in_a_paste_and_in_a_draw_that_never_ends() {
    for before in ["one line\rand more\rand more", "d", &"\x1b[<64;1;1M".repeat(2000)] {
        let mut session = shown_with(&["--mouse"]);
        session.send(before);
        session.send("\x1b[<0;6;1M");
        assert!(session.wait_for_end().success(), "{before:?}");
        assert_nothing_left(&mut session, before);
    }
}

#[test]
fn a_program_can_ask_for_the_whole_picture_again() {
    let mut session = shown();
    let before = session.sent.len();
    session.send("r");
    session.wait_until("every row", |session| contains(&session.sent[before..], b"SECRET-23"));
    session.wait_for("SECRET-23");
    session.send("\x18");
    session.wait_for_end();
    assert_nothing_left(&mut session, "after the whole picture");
}

#[test]
fn each_signal_leaves_an_empty_screen() {
    let signals = [
        Signal::TERM,
        Signal::HUP,
        Signal::INT,
        Signal::QUIT,
        Signal::TSTP,
        Signal::CONT,
        Signal::USR1,
        Signal::SEGV,
        Signal::BUS,
        Signal::ABORT,
    ];
    for signal in signals {
        let mut session = shown();
        session.signal(signal);
        session.wait_for_end();
        assert_nothing_left(&mut session, &format!("{signal:?}"));
    }
}

#[test]
fn a_fault_leaves_an_empty_screen_and_says_nothing() {
    for key in ["p", "a"] {
        let mut session = shown();
        session.send(key);
        assert!(!session.wait_for_end().success());
        assert_nothing_left(&mut session, key);
    }
}

#[test]
fn a_fault_says_what_it_was_only_when_asked_and_after_the_clear() {
    let mut session = shown_with(&["--show-faults"]);
    session.send("p");
    session.wait_for_end();
    assert!(session.screen().contains("SECRET words of a fault"));
    assert!(!session.everything().contains("words of the page"));
}

#[test]
fn a_draw_that_never_ends_can_be_hidden() {
    let mut session = shown();
    session.send("d");
    session.send("\x18");
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "stuck draw");
}

#[test]
fn a_program_whose_terminal_is_gone_ends() {
    let mut session = shown();
    session.close();
    session.wait_for_end();
}

#[test]
fn keys_mashed_after_the_exit_do_not_reach_the_shell() {
    let mut session = shown();
    session.send("\x18");
    session.wait_until("an empty screen", |session| session.screen().is_empty());
    for _ in 0..5 {
        session.send("rm -r everything\r");
        session.read(Duration::from_millis(100));
    }
    session.wait_for_end();
    assert_eq!(rustix::io::ioctl_fionread(&session.slave), Ok(0));
    assert_nothing_left(&mut session, "mashed keys");
}

#[test]
fn an_arrow_key_in_pieces_blanks_the_page_and_brings_it_back() {
    let mut session = shown();
    session.send("\x1b");
    session.wait_until("a blank screen", |session| session.screen().is_empty());
    session.send("[A");
    session.wait_for("code: Up");
    session.wait_for("SECRET-23");
    session.send("\x18");
    session.wait_for_end();
    assert_nothing_left(&mut session, "after an arrow key");
}

#[test]
fn a_clock_can_follow_and_leads_nowhere() {
    let mut session = shown_with(&["--clock"]);
    session.send("\x18");
    session.wait_for("Mo Tu We Th Fr Sa Su");
    assert!(!session.screen().contains("SECRET"));
    for key in ["\x1b[C", "\x1b[A", "\r", "a", "\x1b[H", "?", "\x7f"] {
        session.send(key);
    }
    session.wait_for("Mo Tu We Th Fr Sa Su");
    session.send("q");
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "clock");
    assert!(!contains(&session.sent, b"airt"));
}

#[test]
fn a_start_in_the_background_waits_for_the_front() {
    let page = page().get_program().to_owned();
    let script = "set -m; \"$0\" & until grep -q 'T (stopped)' /proc/$!/status; do :; done; \
                  echo it waits; read line; fg";
    let mut command = Command::new("sh");
    let mut session = Session::start(command.args(["-c", script]).arg(page), 80, 24);
    session.wait_for("it waits");
    assert!(!session.screen().contains("SECRET"));
    session.send("\n");
    session.wait_for("SECRET-23");
    session.send("\x18");
    session.wait_for_end();
    assert_nothing_left(&mut session, "background");
}

#[test]
fn two_pages_on_two_terminals_know_nothing_of_each_other() {
    let mut one = shown();
    let mut other = shown();
    one.send("\x18");
    one.wait_for_end();
    assert_nothing_left(&mut one, "one");
    other.send("xyz");
    other.wait_for("<xyz>");
    other.send("\x18");
    other.wait_for_end();
    assert_nothing_left(&mut other, "other");
}

#[test]
fn a_terminal_of_no_size_and_of_a_huge_one_are_drawn() {
    let mut session = Session::start(&mut page(), 0, 0);
    session.wait_until("a picture", |session| contains(&session.sent, b"80x24"));
    session.send("\x18");
    assert!(session.wait_for_end().success());

    let mut session = Session::start(&mut page(), 65535, 65535);
    session.wait_until("a picture", |session| contains(&session.sent, b"300x120"));
    session.send("\x18");
    assert!(session.wait_for_end().success());
}

#[test]
fn a_new_size_is_drawn_and_leaves_nothing() {
    let mut session = shown();
    for (columns, rows) in [(40, 12), (120, 40), (20, 5), (80, 24)] {
        session.resize(columns, rows);
        session.wait_for(&format!("SECRET {columns}x{rows}"));
    }
    session.send("\x18");
    session.wait_for_end();
    assert_nothing_left(&mut session, "after a resize");
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}
