//! A page shown, and what is left of it.

use std::process::Command;

use super::pty::{Session, page};

pub fn shown() -> Session {
    shown_by(&mut page())
}

pub fn shown_with(options: &[&str]) -> Session {
    shown_by(page().args(options))
}

/// The page, started by another program perhaps, with its last row on the screen.
pub fn shown_by(command: &mut Command) -> Session {
    let mut session = Session::start(command, 80, 24);
    session.wait_for("SECRET-23");
    session
}

/// Nothing to be found, and a terminal that a shell can use.
#[track_caller]
pub fn assert_nothing_left(session: &mut Session, end: &str) {
    assert_eq!(session.everything().trim(), "", "{end}");
    assert_eq!(session.emulator.screen().cursor_position(), (0, 0), "{end}");
    assert!(!session.emulator.screen().hide_cursor(), "{end}");
    assert!(session.is_given_back(), "{end}");
}

/// The same once the program has ended, when the guardian may still be at work.
#[track_caller]
pub fn assert_soon_nothing_left(session: &mut Session, end: &str) {
    session.wait_for_end();
    session.wait_until("an empty screen", |session| session.screen().trim().is_empty());
    session.wait_until("the settings back", Session::is_given_back);
    assert_nothing_left(session, end);
}
