//! A terminal that many people share, on real terminals: it rests, wakes, and every end leaves nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use minisign::KeyPair;
use rustix::process::Signal;

use crate::packs;
use crate::support::left::{assert_nothing_left, assert_soon_nothing_left};
use crate::support::pty::{DEADLINE, Session};

pub const REST: &str = "Touch the screen or press any key";
/// A second without a key, however the seconds of the program fall.
const QUIET: Duration = Duration::from_millis(2200);
/// What is on the screen once it is awake.
const AWAKE: &str = "Clear this screen";

fn start(options: &[&str]) -> Session {
    let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
    command.arg("--kiosk").args(options).env("LANG", "C.UTF-8");
    Session::start(&mut command, 80, 24)
}

fn resting(options: &[&str]) -> Session {
    let mut session = start(options);
    session.wait_for(REST);
    session
}

fn awake(options: &[&str]) -> Session {
    let mut session = resting(options);
    wake(&mut session, "\x1b[B", AWAKE);
    session
}

/// Wakes it: a key that comes too early is as good as none.
pub fn wake(session: &mut Session, key: &str, shows: &str) {
    let start = Instant::now();
    while !session.screen().contains(shows) {
        assert!(start.elapsed() < DEADLINE, "does not wake:\n{}", session.screen());
        let quiet = Instant::now();
        while quiet.elapsed() < QUIET {
            session.read(Duration::from_millis(20));
        }
        session.send(key);
        while session.read(Duration::from_millis(200)) {}
    }
}

#[test]
fn it_rests_wakes_and_ends_with_nothing_left() {
    for key in ["\x1b", "\x18", "\x03"] {
        let mut session = awake(&[]);
        session.send("my boss has my passport");
        session.wait_for("Advice about the law");
        session.send(key);
        assert!(session.wait_for_end().success(), "{key:?}");
        assert_nothing_left(&mut session, key);
    }
}

#[test]
fn a_hide_key_at_rest_ends_it() {
    let mut session = resting(&[]);
    session.send("\x1b");
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "Esc at rest");
}

#[test]
fn the_system_can_end_it_at_any_time() {
    for signal in [Signal::TERM, Signal::HUP] {
        let mut session = awake(&[]);
        session.signal(signal);
        assert!(session.wait_for_end().success(), "{signal:?}");
        assert_nothing_left(&mut session, &format!("{signal:?}"));
    }
    let mut session = awake(&[]);
    session.signal(Signal::KILL);
    assert_soon_nothing_left(&mut session, "kill");
}

#[test]
fn a_finger_on_the_way_out_ends_it_and_moves_are_asked_for_no_more() {
    let mut session = awake(&[]);
    assert_eq!(
        session.emulator.screen().mouse_protocol_mode(),
        vt100::MouseProtocolMode::ButtonMotion
    );
    session.send("\x1b[<0;75;1M");
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "a finger");
    assert_eq!(session.emulator.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn lines_rest_and_end_too() {
    let mut session = start(&["--plain"]);
    session.wait_for("Press Enter to begin.");
    wake(&mut session, "\r", "help or clear:");
    session.send("search passport\r");
    session.wait_for("law");
    session.send("clear\r");
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "clear");
    let mut session = start(&["--plain"]);
    session.wait_for("Press Enter to begin.");
    session.signal(Signal::TERM);
    assert!(session.wait_for_end().success());
    assert_nothing_left(&mut session, "SIGTERM in lines");
}

/// A named pipe that stands for a receipt printer.
struct Paper(PathBuf);

impl Paper {
    fn new(name: &str) -> Self {
        let path = Self::path(name);
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        Self(path)
    }

    fn path(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("airt-{name}-{}", std::process::id()))
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        _ = fs::remove_file(&self.0);
    }
}

#[test]
fn what_is_printed_reaches_the_device_that_was_open_before() {
    let paper = Paper::new("paper");
    let mut session = awake(&["--printer", &paper.0.display().to_string()]);
    session.send("\x1b[17~");
    session.wait_for("the printer of this terminal");
    session.send("\r");
    let printed = fs::File::open(&paper.0).map(read_page).unwrap();
    session.wait_for("It is with the printer now.");
    assert!(printed.contains("0800 0121 700") && printed.ends_with('\x0c'), "{printed}");
    session.send("\x1b");
    session.wait_for_end();
    assert_nothing_left(&mut session, "Esc after printing");
}

#[test]
fn what_is_printed_reaches_a_program_that_prints() {
    let (paper, program) = (Paper::new("read"), Paper::path("lp"));
    let script = format!("#!/bin/sh\ncat > {}\n", paper.0.display());
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let mut session = awake(&["--printer", &program.display().to_string()]);
    session.send("\x1b[17~");
    session.wait_for("the printer of this terminal");
    session.send("\r");
    let printed = fs::read_to_string(&paper.0).unwrap();
    session.wait_for("It is with the printer now.");
    assert!(printed.contains("0800 0121 700"), "{printed}");
    fs::remove_file(&program).unwrap();
}

/// What comes up to the end of a page.
fn read_page(mut file: fs::File) -> String {
    use std::io::Read as _;
    let (mut page, mut byte) = (Vec::new(), [0]);
    while page.last() != Some(&b'\x0c') {
        file.read_exact(&mut byte).unwrap();
        page.push(byte[0]);
    }
    String::from_utf8(page).unwrap()
}

#[test]
fn a_printer_that_is_not_there_or_keeps_what_is_printed_stops_nothing_and_prints_nothing() {
    let file = Paper::path("kept");
    fs::write(&file, "").unwrap();
    for path in ["/dev/no-such-printer", &file.display().to_string()] {
        let mut session = awake(&["--printer", path]);
        session.send("\x1bOP");
        session.wait_for("What each key does");
        for _ in 0..3 {
            session.send("\x1b[6~");
        }
        session.wait_for("This terminal");
        session.send("\x1b[B\x1b[B\r");
        session.wait_for("the printer cannot be opened");
        session.send("\x18");
        session.wait_for_end();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "");
    fs::remove_file(&file).unwrap();
}

#[test]
fn it_starts_no_second_process_that_could_print() {
    let session = awake(&[]);
    assert!(crate::support::guardian::children(&session, "airt-printer").is_empty());
}

/// What a search on a shared terminal shows, in the home of somebody who trusts a key.
fn searched_in_kiosk(home: &Path, file: &Path) -> Session {
    let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
    command.env("XDG_DATA_HOME", home).env("XDG_CONFIG_HOME", home);
    let mut session = Session::start(command.arg("--kiosk").arg("--pack").arg(file), 80, 40);
    session.wait_for(REST);
    wake(&mut session, "\x1b[B", "Clear this screen");
    session.send("toothache dentist");
    session
}

/// Nobody who looks after a shared terminal is beside it.
#[test]
fn a_shared_terminal_takes_no_list_that_nobody_signed() {
    let file = packs::sample("kiosk", 0);
    let home = file.with_extension("home");
    let mut session = searched_in_kiosk(&home, &file);
    session.wait_for("best match");
    assert!(!session.screen().contains("Docks"), "{}", session.screen());
    session.send("\x18");
    assert!(session.wait_for_end().success());
    // The same list, signed, is there.
    let key = KeyPair::generate_unencrypted_keypair().unwrap();
    let bytes = fs::read(&file).unwrap();
    let signature = minisign::sign(Some(&key.pk), &key.sk, &bytes[..], None, None).unwrap();
    let signed = packs_of(&home).join("sample.airtpack");
    fs::copy(&file, &signed).unwrap();
    fs::write(signed.with_extension("airtpack.minisig"), signature.to_string()).unwrap();
    fs::write(signed.with_file_name("a.pub"), key.pk.to_box().unwrap().to_string()).unwrap();
    let mut session = searched_in_kiosk(&home, &signed);
    session.wait_for("Dentist at the Docks");
    session.send("\x18");
    assert!(session.wait_for_end().success());
    fs::remove_dir_all(home).unwrap();
    fs::remove_file(file).unwrap();
}

/// The folder of packs of a home.
fn packs_of(home: &Path) -> PathBuf {
    let packs = home.join("airt/packs");
    fs::create_dir_all(&packs).unwrap();
    packs
}
