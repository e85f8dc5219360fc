//! Without the terminal, without a guardian or under any signal, no page stays.

use std::path::Path;
use std::process::Command;

use rustix::process::Signal;

use crate::support::guardian::{guardians, is_running};
use crate::support::left::{assert_nothing_left, assert_soon_nothing_left, shown, shown_by};
use crate::support::pty::{Session, page};

/// Sends a signal by its number: not every signal has a name.
fn signal(number: i32, process: &str) {
    let sent = Command::new("sh").args(["-c", &format!("kill -{number} {process}")]).status();
    assert!(sent.is_ok_and(|status| status.success()), "kill -{number} {process}");
}

fn guardian(session: &mut Session) -> String {
    session.wait_until("the guardian", |session| !guardians(session).is_empty());
    guardians(session).concat()
}

#[test]
fn every_signal_that_ends_programs_clears() {
    for number in [3, 10, 14, 16, 24, 25, 26, 27, 29, 30, 31, 34, 50, 64] {
        let mut session = shown();
        signal(number, &session.child.id().to_string());
        assert_soon_nothing_left(&mut session, &format!("signal {number}"));
    }
}

#[test]
fn signals_held_back_at_the_start_clear_all_the_same() {
    let mut command = Command::new("env");
    let mut session = shown_by(command.arg("--block-signal").arg(page().get_program()));
    signal(15, &session.child.id().to_string());
    assert_soon_nothing_left(&mut session, "SIGTERM");
}

#[test]
fn no_signal_but_a_kill_disturbs_the_guardian_or_the_page() {
    let mut session = shown();
    let guardian = guardian(&mut session);
    // A C library keeps 32 and 33 for itself, musl 34, too.
    for number in [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16, 18, 20, 25, 30, 31, 35, 64] {
        signal(number, &guardian);
    }
    session.send("xyz");
    session.wait_for("<xyz>");
    assert!(is_running(&guardian));
    session.send("\x18");
    assert_soon_nothing_left(&mut session, "hide key");
}

#[test]
fn a_killed_program_is_cleared_by_its_guardian() {
    for signal in [Signal::KILL, Signal::STOP] {
        let mut session = shown();
        session.wait_until("the guardian", |session| !guardians(session).is_empty());
        session.signal(signal);
        session.wait_for_end();
        session.wait_until("an empty screen", |session| session.screen().is_empty());
        session.wait_until("the settings back", Session::is_given_back);
        assert_nothing_left(&mut session, &format!("{signal:?}"));
    }
}

#[test]
fn the_guardian_goes_when_the_program_goes() {
    let mut session = shown();
    session.wait_until("the guardian", |session| !guardians(session).is_empty());
    session.send("\x18");
    let before = guardians(&session);
    session.wait_for_end();
    session.wait_until("no guardian", |_| before.iter().all(|pid| !is_running(pid)));
}

#[test]
fn without_its_guardian_the_page_goes() {
    for number in [9, 19] {
        let mut session = shown();
        let guardian = guardian(&mut session);
        signal(number, &guardian);
        assert_soon_nothing_left(&mut session, &format!("signal {number}"));
        session.wait_until("no guardian", |_| !is_running(&guardian));
    }
}

#[test]
fn a_page_whose_shell_was_killed_goes() {
    let script = "set -m; sh -c '\"$0\"; true' \"$0\"; echo the shell again; read line";
    let mut command = Command::new("sh");
    let mut session = shown_by(command.args(["-c", script]).arg(page().get_program()));
    let inner = children(&session.child.id().to_string());
    let page = children(&inner);
    assert!(is_running(&page), "{page}");
    signal(9, &inner);
    session.wait_until("the end of the page", |_| !is_running(&page));
    session.send("\n");
    session.wait_for_end();
    let text = session.everything();
    assert!(!text.contains("SECRET") && !text.contains("words of the page"), "{text}");
}

#[test]
fn a_page_behind_another_program_goes() {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("front");
    let go = scratch.join("go");
    std::fs::create_dir_all(&scratch).unwrap();
    _ = std::fs::remove_file(&go);
    let script = "set -m; \"$0\" --take-front & \"$0\"; echo the page is gone; wait";
    let mut command = Command::new("sh");
    command.args(["-c", script]).arg(page().get_program()).env("SCRATCH", &scratch);
    let mut session = shown_by(&mut command);
    std::fs::write(&go, "").unwrap();
    session.wait_for("the page is gone");
    std::fs::remove_file(&go).unwrap();
    session.wait_for_end();
    let text = session.everything();
    assert!(!text.contains("SECRET") && !text.contains("words of the page"), "{text}");
}

fn children(process: &str) -> String {
    let list = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children"));
    list.unwrap_or_default().trim().to_owned()
}

#[test]
fn the_program_says_when_it_can_have_no_guardian() {
    let says = |limit: &str, state: &str| {
        let script = format!("ulimit -n {limit}; \"$0\" --version --verbose; read line");
        let program = env!("CARGO_BIN_EXE_airt");
        let mut session =
            Session::start(Command::new("sh").args(["-c", &script, program]), 200, 24);
        session.wait_for(&format!("clears the screen after a kill: {state}"));
    };
    says("64", "on");
    says("8", "off");
}

/// What a page in a terminal of a type sent until its end, after a new size. The guardian is waited
/// for: until it has its name it is still told of new sizes itself.
fn sent_after_a_resize(settings: &str, leave: fn(&mut Session)) -> String {
    let mut session = shown_by(Command::new("env").arg(settings).arg(page().get_program()));
    session.wait_until("the guardian", |session| !guardians(session).is_empty());
    session.resize(90, 30);
    session.wait_for("SECRET 90x30");
    leave(&mut session);
    session.wait_for_end();
    session.wait_until("the settings back", Session::is_given_back);
    String::from_utf8_lossy(&session.sent).into_owned()
}

#[test]
fn gnu_screen_is_known_by_its_type_of_terminal() {
    let beyond_its_history = "\n".repeat(12_000);
    for (settings, pushed_out) in [
        ("TERM=screen.xterm-256color", true),
        ("TERM=screen", true),
        ("STY=1.name", true),
        ("TERM=xterm", false),
    ] {
        let sent = sent_after_a_resize(settings, |session| session.send("\x18"));
        assert_eq!(sent.contains(&beyond_its_history), pushed_out, "{settings}");
    }
}

#[test]
fn the_guardian_pushes_out_what_a_new_size_may_have_saved() {
    let sent = sent_after_a_resize("TERM=screen", |session| session.signal(Signal::KILL));
    assert!(sent.contains(&"\n".repeat(12_000)));
}

#[test]
fn only_a_window_that_was_seen_to_obey_is_told_to_end_its_selection() {
    for (settings, told) in
        [("TERM=xterm-kitty", true), ("TERM=alacritty", true), ("TERM=xterm", false)]
    {
        let mut session = shown_by(Command::new("env").arg(settings).arg(page().get_program()));
        session.send("\x18");
        session.wait_for_end();
        assert_eq!(session.sent.ends_with(b"\x1b]52;p;\x1b\\"), told, "{settings}");
    }
}

/// Whether a start with so many files says that a page stays after a kill. With too few it does not
/// start, and gives the numbers.
fn says_that_a_kill_is_not_covered(limit: u32, options: &[&str], shown: &str) -> bool {
    let script = format!("ulimit -n {limit}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_airt")]).args(options);
    let mut session = Session::start(&mut command, 200, 50);
    session.wait_until("a start or a refusal", |session| {
        [shown, "danger 999"].iter().any(|text| session.screen().contains(text))
    });
    if !session.screen().contains(shown) {
        return true;
    }
    let says = session.screen().contains("A forced end leaves the page. Use Esc");
    if !says {
        session.wait_until("the guardian", |session| !guardians(session).is_empty());
    }
    says
}

#[test]
fn a_start_page_says_that_a_kill_is_not_covered() {
    for (options, shown) in [(&[][..], "F1 help"), (&["--plain"], "Number, own words")] {
        let says: Vec<bool> =
            (6..16).map(|limit| says_that_a_kill_is_not_covered(limit, options, shown)).collect();
        assert!(says[2] && !says[9], "{options:?}: {says:?}");
    }
}

/// Hides `/proc` from a program, where the test may do that.
#[test]
fn a_start_page_says_that_a_stop_is_not_seen() {
    let hide = "mount -t tmpfs none /proc && exec \"$0\"";
    let mut command = Command::new("unshare");
    command.args(["--mount", "sh", "-c", hide, env!("CARGO_BIN_EXE_airt")]);
    let mut session = Session::start(&mut command, 80, 24);
    session.wait_until("a start or a refusal", |session| !session.screen().trim().is_empty());
    if session.screen().contains("unshare") || session.screen().contains("mount") {
        return println!("left out: /proc cannot be hidden here");
    }
    session.wait_for("A frozen airt leaves a page. Use Esc");
}

#[test]
fn gnu_screen_is_never_asked_for_the_mouse_or_it_would_hold_esc_back() {
    let reports = b"\x1b[?1000h";
    for (settings, asked) in [("TERM=screen", false), ("STY=1.name", false), ("TMUX=1", true)] {
        let mut command = Command::new("env");
        let command = command.arg(settings).arg(page().get_program()).arg("--mouse");
        let session = shown_by(command);
        let found = session.sent.windows(reports.len()).any(|bytes| bytes == reports);
        assert_eq!(found, asked, "{settings}");
    }
}
