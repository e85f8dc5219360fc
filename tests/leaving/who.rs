//! `airt who` on a terminal: what was answered and read stays until it is hidden, and then goes.

use std::process::Command;

use crate::support::pty::Session;

#[test]
fn the_answers_and_the_people_to_call_go_when_hidden() {
    for way in ["hide\r", "\x1b", "\x03", "\x04"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
        let mut session = Session::start(command.args(["who", "--at", "2026-12-05T23:00"]), 80, 24);
        for (seen, typed) in [
            ("Are you in danger now?", "no\r"),
            ("Are you under 18?", "2\r"),
            ("Are you a woman", "n\r"),
            ("0141 212 8553", way),
        ] {
            session.wait_for(seen);
            session.send(typed);
        }
        assert!(session.wait_for_end().success(), "{way:?}");
        assert_eq!(session.everything().trim(), "", "{way:?}");
    }
}
