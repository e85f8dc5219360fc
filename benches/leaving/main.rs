//! How fast the page goes, from the key to the last byte of the clear on the terminal's side.
//!
//! `cargo bench --bench leaving`; with `-- hide` or another name, that alone. A bare loop in C, built here by `cc`, is the floor.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

mod figures;
#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/leaving/support/pty.rs"]
mod pty;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use airt::terminal::bytes::{SavedLines, blank, leaving};
use figures::{Figures, compare, limit};
use pty::Session;
use rustix::process::Signal;

const HIDE: &[u8] = b"\x18";

/// What is measured, by the name that asks for it alone.
const MEASURES: [(&str, fn()); 9] = [
    ("hide", hide_beside_the_bare_loop),
    ("blank", blank_at_the_byte),
    ("arrows", arrow_keys_in_pieces),
    ("unread", unread_terminal),
    ("killed", killed),
    ("gone", terminal_gone),
    ("first", first_picture),
    ("key", key_to_picture),
    ("rest", rest),
];

fn main() {
    for (name, measure) in MEASURES {
        let asked: Vec<String> =
            std::env::args().skip(1).filter(|name| name != "--bench").collect();
        if asked.is_empty() || asked.iter().any(|asked| asked == name) {
            measure();
        }
    }
}

fn page(options: &[&str]) -> Command {
    let mut command = pty::page();
    command.args(options);
    command
}

fn shown(command: &mut Command) -> Session {
    let mut session = Session::start(command, 80, 24);
    read_until(&mut session, b"SECRET-23");
    session
}

fn build_bare_loop() -> Option<Command> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let clear = folder.join("clear");
    std::fs::write(&clear, leaving(SavedLines::Erasable)).unwrap();
    let program = folder.join("bare");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/leaving/bare.c");
    let built = Command::new("cc").args(["-O2", "-o"]).arg(&program).arg(source).status();
    let mut command = Command::new(program);
    command.arg(clear);
    built.is_ok_and(|status| status.success()).then_some(command)
}

/// The three in turn, so that a busy machine is as busy for each.
fn hide_beside_the_bare_loop() {
    let Some(bare) = build_bare_loop() else { return println!("skipped: cc is not installed") };
    let mut floor = Vec::new();
    let mut idle = Vec::new();
    let mut drawing = Vec::new();
    for turn in 0..400 {
        floor.push(hide_bare(&bare));
        idle.push(hide(&mut shown(&mut page(&[]))));
        drawing.push(hide_while_drawing(Duration::from_millis(turn % 80)));
    }
    let [floor, idle, drawing] = [floor, idle, drawing].map(Figures::new);
    floor.print("hide key to clear, bare loop in C");
    idle.print("hide key to clear, idle");
    compare("p99 beside the loop", idle.hundredth(99), floor.hundredth(99), 1.5);
    drawing.print("hide key to clear, while a draw takes 100 ms");
    compare("p50 beside the loop", drawing.hundredth(50), floor.hundredth(50), 1.5);
}

/// A command can be started on one terminal only.
fn once_more(command: &Command) -> Command {
    let mut again = Command::new(command.get_program());
    again.args(command.get_args());
    again
}

fn hide_bare(bare: &Command) -> Duration {
    let mut session = Session::start(&mut once_more(bare), 80, 24);
    read_until(&mut session, b"READY");
    settle();
    hide(&mut session)
}

fn hide_while_drawing(into_the_draw: Duration) -> Duration {
    let mut session = shown(&mut page(&["--slow"]));
    session.send("x");
    std::thread::sleep(into_the_draw);
    hide(&mut session)
}

/// From the key to the last byte of the clear.
fn hide(session: &mut Session) -> Duration {
    settle();
    let start = Instant::now();
    session.send(HIDE);
    read_until(session, &leaving(SavedLines::Erasable));
    start.elapsed()
}

fn blank_at_the_byte() {
    let mut session = shown(&mut page(&[]));
    let blank_times = (0..1000).map(|_| {
        settle();
        let start = Instant::now();
        session.send(b"\x1b");
        read_until(&mut session, &blank());
        let time = start.elapsed();
        session.send(b"[A");
        read_until(&mut session, b"SECRET-23");
        time
    });
    let figures = Figures::new(blank_times.collect());
    figures.print("Esc byte to blank");
    limit("p99", figures.hundredth(99), 1);
}

fn arrow_keys_in_pieces() {
    let times = 1000;
    let mut session = shown(&mut page(&[]));
    let mut hidden = 0;
    for _ in 0..times {
        for byte in b"\x1b[A" {
            session.send([*byte]);
            read_for(&mut session, Duration::from_millis(10));
        }
        if session.child.try_wait().unwrap().is_some() {
            hidden += 1;
            session = shown(&mut page(&[]));
        }
    }
    println!("arrow keys, 10 ms between bytes: {hidden} of {times} taken for Esc (bar: 0)");
}

/// The terminal stops reading until it holds no more, then the key comes, then it reads again.
fn unread_terminal() {
    let times = 100;
    let figures = Figures::new((0..times).filter_map(|_| hide_unread()).collect());
    figures.print("hide key to clear, terminal not reading");
    println!("  delivered: {} of {times} (bar: all)", figures.count());
    limit("p99", figures.hundredth(99), 20);
}

fn hide_unread() -> Option<Duration> {
    let mut session = shown(&mut page(&[]));
    for columns in (100..150).cycle() {
        session.resize(columns, 100);
        if session.is_full() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    settle();
    let start = Instant::now();
    session.send(HIDE);
    try_to_read_until(&mut session, &leaving(SavedLines::Erasable)).then(|| start.elapsed())
}

fn killed() {
    let times = 100;
    let figures = Figures::new((0..times).filter_map(|_| kill()).collect());
    figures.print("SIGKILL to clear, by the guardian");
    println!("  cleared: {} of {times} (bar: all)", figures.count());
}

fn kill() -> Option<Duration> {
    let mut session = shown(&mut page(&[]));
    std::thread::sleep(Duration::from_millis(20));
    let start = Instant::now();
    session.signal(Signal::KILL);
    try_to_read_until(&mut session, &leaving(SavedLines::Erasable)).then(|| start.elapsed())
}

fn terminal_gone() {
    let times = (0..20).map(|_| {
        let mut session = shown(&mut page(&[]));
        let start = Instant::now();
        session.close();
        session.wait_for_end_unread();
        start.elapsed()
    });
    let figures = Figures::new(times.collect());
    figures.print("terminal gone to the end of the program");
    limit("max", figures.longest(), 1000);
}

/// The bare loop shows a word with no protection, no text and no picture: what a start costs here.
fn first_picture() {
    let Some(bare_loop) = build_bare_loop() else {
        return println!("skipped: cc is not there");
    };
    let file = small_file();
    let mut bare = Vec::new();
    let mut less = Vec::new();
    let mut page_times = Vec::new();
    let mut airt = Vec::new();
    for _ in 0..100 {
        less.push(time_to(Command::new("less").arg(&file), b"LAST LINE"));
        bare.push(time_to(&mut once_more(&bare_loop), b"READY"));
        page_times.push(time_to(&mut page(&[]), b"SECRET-23"));
        airt.push(time_to(&mut Command::new(env!("CARGO_BIN_EXE_airt")), b"999"));
    }
    let [less, bare, page_times, airt] = [less, bare, page_times, airt].map(Figures::new);
    bare.print("first word, bare loop in C");
    less.print("first picture, less on a small file");
    page_times.print("first picture, a full page of text");
    airt.print("first picture, airt");
    compare("p50 of airt beside less", airt.hundredth(50), less.hundredth(50), 1.3);
}

/// From a letter typed to the first byte of the picture that answers it, the search included.
fn key_to_picture() {
    let mut session = Session::start(&mut Command::new(env!("CARGO_BIN_EXE_airt")), 80, 24);
    read_until(&mut session, b"Is this happening");
    read_for(&mut session, Duration::from_millis(200));
    let mut times = Vec::new();
    for _ in 0..20 {
        for letter in "my boss has my passport".bytes() {
            let start = Instant::now();
            session.send([letter]);
            assert!(!session.read_raw(pty::DEADLINE).is_empty(), "no picture came");
            times.push(start.elapsed());
            read_for(&mut session, Duration::from_millis(10));
        }
        session.send(b"\x1b[H");
        read_for(&mut session, Duration::from_millis(100));
    }
    let figures = Figures::new(times);
    figures.print("key to the first byte of its picture");
    limit("p50", figures.hundredth(50), 1);
    limit("p99", figures.hundredth(99), 8);
}

/// How often the program and its other processes wake in a minute in which nothing happens.
fn rest() {
    let minute = Duration::from_secs(60);
    for options in [&[][..], &["--plain"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
        let mut session = Session::start(command.args(options), 80, 24);
        read_for(&mut session, Duration::from_secs(2));
        let before = wakes(&session);
        std::thread::sleep(minute);
        let count = wakes(&session) - before;
        let verdict = if count <= 130 { "within" } else { "ABOVE" };
        println!("at rest, {options:?}: {count} wakes a minute, {verdict} the bar of 130");
    }
}

/// How often the threads of the program and of its children have waited and gone on.
fn wakes(session: &Session) -> u64 {
    let pid = session.child.id();
    let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
    let children = children.unwrap_or_default();
    let processes = [pid.to_string()].into_iter().chain(children.split(' ').map(str::to_owned));
    let threads = processes.filter_map(|one| std::fs::read_dir(format!("/proc/{one}/task")).ok());
    let waits = threads.flatten().flatten().filter_map(|thread| {
        let status = std::fs::read_to_string(thread.path().join("status")).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
        line.trim().parse::<u64>().ok()
    });
    waits.sum()
}

fn time_to(command: &mut Command, text: &[u8]) -> Duration {
    settle();
    let start = Instant::now();
    let mut session = Session::start(command, 80, 24);
    read_until(&mut session, text);
    start.elapsed()
}

fn small_file() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small");
    std::fs::write(&path, format!("{}LAST LINE\n", "a line of text\n".repeat(20))).unwrap();
    path
}

/// Lets the other side fall asleep, as it is when a person presses a key.
fn settle() {
    std::thread::sleep(Duration::from_millis(2));
}

fn read_for(session: &mut Session, time: Duration) {
    let start = Instant::now();
    while let Some(rest) = time.checked_sub(start.elapsed()) {
        session.read_raw(rest);
    }
}

fn read_until(session: &mut Session, text: &[u8]) {
    assert!(try_to_read_until(session, text), "the terminal never got {text:?}");
}

fn try_to_read_until(session: &mut Session, text: &[u8]) -> bool {
    let start = Instant::now();
    let mut seen = Vec::new();
    while start.elapsed() < Duration::from_secs(5) {
        seen.extend(session.read_raw(Duration::from_millis(100)));
        let unseen = seen.len().saturating_sub(65536 + text.len());
        if seen[unseen..].windows(text.len()).any(|window| window == text) {
            return true;
        }
    }
    false
}
