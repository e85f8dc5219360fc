//! Every way out of a page leaves not one word of it.

#![cfg(unix)]

#[expect(dead_code, reason = "each test uses a part")]
mod support;

use support::pty::{Session, page};

fn shown() -> Session {
    let mut session = Session::start(&mut page(), 80, 24);
    session.wait_for("SECRET 23");
    session
}

#[test]
fn each_hide_key_leaves_an_empty_screen() {
    for key in ["\x1b", "\x18", "\x03", "\x11", "\x1a", "\x1c", "\x1b[24~"] {
        let mut session = shown();
        session.send(key);
        let status = session.wait_for_end();
        assert!(status.success(), "{key:?}: {status}");
        assert_eq!(session.everything().trim(), "", "{key:?}");
        assert!(session.is_given_back(), "{key:?}");
    }
}
