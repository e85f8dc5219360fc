//! A terminal that does not read, reads too much, or never stops: nothing holds up the way out.

use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::left::assert_soon_nothing_left;
use crate::support::pty::{DEADLINE, Session, page};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::Signal;
use rustix::termios::{Action, InputModes, OptionalActions, tcflow, tcgetattr, tcsetattr};

/// A page that is drawn again and again until the terminal, which reads nothing, takes no more.
fn shown_to_a_terminal_that_stopped_reading() -> Session {
    let mut session = Session::start(&mut page(), 200, 100);
    session.wait_for("SECRET-99");
    let mut columns = (150..200).cycle();
    let start = Instant::now();
    while !session.is_full() {
        assert!(start.elapsed() < DEADLINE, "the terminal takes everything");
        session.resize(columns.next().unwrap_or(200), 100);
        thread::sleep(Duration::from_millis(10));
    }
    session
}

/// Stops the output as the Scroll Lock key of a Linux console does. A pseudo-terminal has no such
/// key, but the kernel keeps one note of it for Scroll Lock and Ctrl+S, and here Ctrl+S is let
/// through to set it. What a console shows is not seen by this.
fn stop_as_scroll_lock(session: &mut Session) {
    let mut settings = tcgetattr(&session.slave).unwrap();
    settings.input_modes |= InputModes::IXON;
    tcsetattr(&session.slave, OptionalActions::Now, &settings).unwrap();
    session.send("\x13");
}

/// Stops the output as another program with the terminal open can.
fn stop_as_another_program(session: &mut Session) {
    tcflow(&session.slave, Action::OOff).unwrap();
}

/// That nothing comes out any more: the terminal takes no byte.
#[track_caller]
fn assert_stopped(session: &Session) {
    let mut files = [PollFd::new(&session.slave, PollFlags::OUT)];
    _ = poll(&mut files, Some(&Timespec::default()));
    assert!(!files[0].revents().contains(PollFlags::OUT), "the output was not stopped");
}

#[test]
fn a_stopped_terminal_is_left_all_the_same() {
    for stop in [stop_as_scroll_lock, stop_as_another_program] {
        let ends: [fn(&mut Session); 4] = [
            |session| session.send("\x1b"),
            |session| session.send("\x18"),
            |session| session.signal(Signal::TERM),
            |session| session.signal(Signal::KILL),
        ];
        for (end, leave) in ends.iter().enumerate() {
            let mut session = Session::start(&mut page(), 80, 24);
            session.wait_for("SECRET-23");
            stop(&mut session);
            assert_stopped(&session);
            leave(&mut session);
            assert_soon_nothing_left(&mut session, &format!("way out {end}"));
        }
    }
}

#[test]
fn a_terminal_that_does_not_read_is_left_by_the_guardian() {
    let mut session = shown_to_a_terminal_that_stopped_reading();
    session.signal(Signal::KILL);
    session.wait_for_end_unread();
    assert_soon_nothing_left(&mut session, "kill");
}

#[test]
fn a_terminal_that_never_read_anything_is_left() {
    let mut session = Session::start(&mut page(), 200, 100);
    session.wait_until_raw();
    session.send("\x18");
    session.wait_for_end_unread();
    assert_soon_nothing_left(&mut session, "hide key");
}

#[test]
fn a_kill_before_anything_was_read_leaves_nothing() {
    let mut session = Session::start(&mut page(), 200, 100);
    session.wait_until_raw();
    session.signal(Signal::KILL);
    session.wait_for_end_unread();
    session.wait_until("the settings back", Session::is_given_back);
    assert_soon_nothing_left(&mut session, "kill");
}

#[test]
fn five_megabytes_of_paste_can_be_hidden() {
    let mut session = Session::start(&mut page(), 80, 24);
    session.wait_for("SECRET-23");
    let mut keyboard = std::fs::File::from(session.master.try_clone().unwrap());
    let typing = thread::spawn(move || {
        let text = "he knows where my house is ".repeat(5_000_000 / 27);
        // The keyboard may be gone before the text is.
        _ = keyboard.write_all(text.as_bytes()).and_then(|()| keyboard.write_all(b"\x18"));
    });
    assert!(session.wait_for_end().success());
    typing.join().unwrap();
    assert_soon_nothing_left(&mut session, "paste");
}

#[test]
fn ten_thousand_new_sizes_can_be_hidden() {
    let mut session = Session::start(&mut page(), 80, 24);
    session.wait_for("SECRET-23");
    for turn in 0..10_000_u16 {
        session.resize(40 + turn % 100, 12 + turn % 40);
        if turn % 50 == 0 {
            session.read(Duration::ZERO);
        }
    }
    session.resize(90, 30);
    session.wait_for("SECRET 90x30");
    session.send("\x18");
    assert_soon_nothing_left(&mut session, "sizes");
}

#[test]
fn a_key_held_down_can_be_hidden() {
    let mut session = Session::start(page().arg("--slow"), 80, 24);
    session.wait_for("SECRET-23");
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(10) {
        session.send("x");
        session.read(Duration::from_millis(10));
    }
    session.send("\x18");
    assert_soon_nothing_left(&mut session, "held key");
}

#[test]
fn esc_held_down_never_shows_the_page_again() {
    let mut session = Session::start(&mut page(), 80, 24);
    session.wait_for("SECRET-23");
    session.send("\x1b");
    session.wait_until("a blank screen", |session| session.screen().is_empty());
    let blank = session.sent.len();
    for _ in 0..50 {
        session.send("\x1b");
        session.read(Duration::from_millis(20));
    }
    assert_soon_nothing_left(&mut session, "held Esc");
    assert!(!session.sent[blank..].windows(6).any(|text| text == b"SECRET"));
}
