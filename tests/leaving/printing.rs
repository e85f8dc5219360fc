//! Printing and saving for real: a program that may do neither, and the one that does it for it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;

use rustix::process::Signal;

use crate::support::guardian::{children, is_running};
use crate::support::left::{assert_nothing_left, assert_soon_nothing_left};
use crate::support::pty::Session;

const F6: &str = "\x1b[17~";

/// A folder to be in, and one with the programs that can be found, taken away in the end.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("airt-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("programs")).unwrap();
        Self(folder)
    }

    /// One with a printer: what it is given is in `printed`. It says much, all on the terminal.
    fn with_printer(name: &str) -> Self {
        let desk = Self::new(name);
        let printed = desk.0.join("printed");
        let lp = format!("echo LOUD >&2; cat > {}", printed.display());
        desk.add("lp", &lp);
        desk.add("lpstat", "echo system default destination: office");
        desk
    }

    fn add(&self, program: &str, lines: &str) {
        let path = self.0.join("programs").join(program);
        fs::write(&path, format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{lines}\n")).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn start(&self, options: &[&str]) -> Session {
        let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
        command.args(options).current_dir(&self.0).env("PATH", self.0.join("programs"));
        let mut session = Session::start(&mut command, 80, 24);
        session.wait_for("Talk to someone");
        session
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

fn type_and_see(session: &mut Session, typed: &str, seen: &str) {
    session.send(typed);
    session.wait_for(seen);
}

/// The process that prints for a program.
fn printer(session: &mut Session) -> String {
    let found = |session: &Session| children(session, "airt-printer").pop();
    session.wait_until("a process that prints", |session| found(session).is_some());
    found(session).unwrap()
}

#[test]
fn what_is_printed_reaches_the_printer_and_its_noise_no_screen() {
    let desk = Desk::with_printer("prints");
    let mut session = desk.start(&[]);
    type_and_see(&mut session, F6, "the printer office");
    type_and_see(&mut session, "\r", "It is with the printer now.");
    let printed = fs::read_to_string(desk.path("printed")).unwrap();
    assert!(printed.contains("0800 0121 700") && printed.contains("999"), "{printed}");
    let helper = printer(&mut session);
    session.send("\x1b");
    session.wait_for_end();
    assert_nothing_left(&mut session, "Esc after printing");
    assert!(!String::from_utf8_lossy(&session.sent).contains("LOUD"));
    session.wait_until("the end of the printer", |_| !is_running(&helper));
}

#[test]
fn a_file_is_new_private_and_where_the_screen_says() {
    let desk = Desk::new("saves");
    let mut session = desk.start(&[]);
    type_and_see(&mut session, F6, "There is no printer here.");
    type_and_see(&mut session, "\r", "Name of the file:");
    type_and_see(&mut session, "sheet\r", "Saved in");
    let path = desk.path("sheet.html");
    session.wait_for("sheet.html");
    let saved = fs::read_to_string(&path).unwrap();
    assert!(saved.contains("0800 0121 700") && saved.contains("</html>"), "{saved}");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    fs::write(&path, "own words").unwrap();
    type_and_see(&mut session, "sheet.html\r", "a file with this name already");
    assert_eq!(fs::read_to_string(&path).unwrap(), "own words", "written over");
    type_and_see(&mut session, "nowhere/sheet\r", "no such folder");
    type_and_see(&mut session, "/proc/sheet\r", "Type another");
    session.send("\x1b");
    session.wait_for_end();
    assert_nothing_left(&mut session, "Esc after saving");
    let names = fs::read_dir(&desk.0).unwrap().count();
    assert_eq!(names, 2, "the programs and one file");
}

#[test]
fn a_printer_that_fails_leaves_a_way() {
    let desk = Desk::new("fails");
    desk.add("lp", "exit 1");
    desk.add("lpstat", "echo system default destination: office");
    let mut session = desk.start(&[]);
    type_and_see(&mut session, F6, "the printer office");
    type_and_see(&mut session, "\r", "Nothing was printed.");
    type_and_see(&mut session, "\r", "Name of the file:");
}

#[test]
fn the_one_that_prints_ends_with_the_program_however_that_ends() {
    let desk = Desk::with_printer("killed");
    let mut session = desk.start(&[]);
    let helper = printer(&mut session);
    session.signal(Signal::KILL);
    assert_soon_nothing_left(&mut session, "a kill");
    session.wait_until("the end of the printer", |_| !is_running(&helper));
}

#[test]
fn without_the_one_that_prints_the_pages_go_on() {
    let desk = Desk::with_printer("gone");
    let mut session = desk.start(&[]);
    let helper = printer(&mut session).parse().unwrap();
    let helper = rustix::process::Pid::from_raw(helper).unwrap();
    rustix::process::kill_process(helper, Signal::KILL).unwrap();
    type_and_see(&mut session, F6, "The numbers, on a card");
    type_and_see(&mut session, "\r", "Name of the file:");
    type_and_see(&mut session, "sheet\r", "It did not work");
    session.send("\x1b");
    session.wait_for_end();
    assert_nothing_left(&mut session, "Esc without a printer");
}

#[test]
fn lines_print_and_save_too() {
    let desk = Desk::with_printer("lines");
    let mut session = desk.start(&["--plain"]);
    let mut turn = 1;
    let mut asks = |typed: &str, seen: &str| {
        let prompts = |session: &Session| {
            String::from_utf8_lossy(&session.sent).matches("help or hide:").count()
        };
        session.wait_until("the next prompt", |session| prompts(session) == turn);
        turn += 1;
        type_and_see(&mut session, typed, seen);
    };
    asks("print\r", "the printer office");
    asks("1\r", "It is with the printer now.");
    assert!(fs::read_to_string(desk.path("printed")).unwrap().contains("0800 0121 700"));
    asks("back\r", "Save a file instead");
    asks("2\r", "The file stays on this computer");
    asks("1\r", "Type a name for the file");
    let elsewhere = desk.path("from lines");
    asks(&format!("{}\r", elsewhere.display()), "Saved in");
    assert!(desk.path("from lines.html").exists());
    session.send("hide\r");
    session.wait_for_end();
    assert_nothing_left(&mut session, "hide after printing");
}
