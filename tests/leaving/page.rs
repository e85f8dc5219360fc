//! A full page to hide: what the tests of leaving show on a terminal.
//!
//! Each row says `SECRET`, so that one word left is found. Keys: `p` panics, `a` aborts, `d`
//! makes a draw that never ends, `r` asks for a whole picture, `t` tries what must be refused.
//! A click on the first word hides. Options: `--slow` (each draw takes 100 ms), `--mouse`,
//! `--clock`, `--show-faults`; or, without a page, `--only LAYER` (what one layer of the lockdown refuses)
//! and `--take-front` (another program that takes the terminal once a file says so).

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "the page is there to go wrong, and says how"
)]

use std::fs::File;
use std::io;
use std::net::{TcpStream, UdpSocket};
use std::os::unix::net::UnixDatagram;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use airt::interface::Effect;
use airt::interface::event::{Event, Key, KeyCode};
use airt::terminal::lockdown::{self, Layer};
use airt::terminal::{AfterHiding, Options, Program, run};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rustix::process::Pid;

#[derive(Default)]
struct Page {
    slow: bool,
    stuck: bool,
    typed: String,
    said: String,
}

impl Program for Page {
    fn update(&mut self, event: &Event) -> Option<Effect> {
        match event {
            Event::Key(Key { code: KeyCode::Character('r'), .. }) => return Some(Effect::Repaint),
            Event::Key(Key { code: KeyCode::Character(letter), .. }) => self.take_letter(*letter),
            Event::Paste(line) => self.said = format!("paste [{line}]"),
            other => self.said = format!("{other:?}"),
        }
        None
    }

    fn view(&self, frame: &mut Frame) {
        let start = Instant::now();
        while self.stuck || (self.slow && start.elapsed() < Duration::from_millis(100)) {
            std::hint::spin_loop();
        }
        let area = frame.area();
        for row in 0..area.height {
            let line = format!("SECRET-{row} {}", "words of the page ".repeat(20));
            frame.render_widget(line, Rect { y: row, height: 1, ..area });
        }
        let top = format!("SECRET {}x{} <{}> {} ", area.width, area.height, self.typed, self.said);
        frame.render_widget(top, Rect { height: 1, ..area }.intersection(area));
        frame.set_cursor_position(Position::new(3, 0));
    }

    fn hide_target(&self) -> Rect {
        Rect { width: 6, height: 1, ..Rect::ZERO }
    }
}

impl Page {
    fn take_letter(&mut self, letter: char) {
        match letter {
            'p' => panic!("SECRET words of a fault"),
            'a' => std::process::abort(),
            'd' => self.stuck = true,
            't' => self.said = try_what_is_refused(),
            _ => self.typed.push(letter),
        }
    }
}

/// Who started this program; later nobody may ask.
static PARENT: OnceLock<Pid> = OnceLock::new();

/// Something that must be refused, by name, and the number of the error that came of it.
type Attempt = (&'static str, fn() -> io::Result<()>);

const ATTEMPTS: [Attempt; 9] = [
    ("read", || File::open("/etc/passwd").map(drop)),
    ("write", || File::create(scratch("new")).map(drop)),
    ("remove", || std::fs::remove_file(scratch("old"))),
    ("run", || Command::new("/bin/true").status().map(drop)),
    ("tcp", || TcpStream::connect("127.0.0.1:9").map(drop)),
    ("udp", || UdpSocket::bind("127.0.0.1:0").map(drop)),
    ("unix", || UnixDatagram::unbound().map(drop)),
    ("type", type_into_terminal),
    ("signal", signal_another_program),
];

/// A file in the folder that a test made for this.
fn scratch(name: &str) -> PathBuf {
    PathBuf::from(std::env::var_os("SCRATCH").unwrap_or_default()).join(name)
}

/// What came of each attempt: 0 when it was let through.
fn try_what_is_refused() -> String {
    let tried = ATTEMPTS.map(|(name, attempt)| {
        let error = attempt().err().and_then(|error| error.raw_os_error());
        format!("{name} {}", error.unwrap_or(0))
    });
    tried.join(", ")
}

/// Types a letter for whoever reads the terminal next.
#[expect(unsafe_code, reason = "no kept crate offers a call that nobody should make")]
fn type_into_terminal() -> io::Result<()> {
    // SAFETY: the terminal is open, and the letter lives for the call.
    let result = unsafe { libc::ioctl(0, libc::TIOCSTI, &raw const *b"!") };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Asks whether the program that started this one could be sent a signal.
fn signal_another_program() -> io::Result<()> {
    let parent = *PARENT.get().ok_or(io::ErrorKind::NotFound)?;
    Ok(rustix::process::test_kill_process(parent)?)
}

/// Gives up one kind of rights alone, and prints what is refused then.
fn try_under(layer: Layer) {
    for protection in lockdown::apply(&[layer]) {
        println!("{}; {}", protection.state, try_what_is_refused());
    }
}

/// Takes the terminal from whoever has it, once the file "go" is there, and keeps it.
#[expect(unsafe_code, reason = "no kept crate ignores a signal")]
fn take_front() {
    // SAFETY: nothing is called at the signal.
    unsafe { libc::signal(libc::SIGTTOU, libc::SIG_IGN) };
    while !scratch("go").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let group = rustix::process::getpgrp();
    rustix::termios::tcsetpgrp(std::io::stdin(), group).expect("the front");
    while scratch("go").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn main() {
    _ = rustix::process::getppid().map(|parent| PARENT.set(parent));
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--only", "landlock"] => try_under(Layer::Landlock),
        ["--only", "seccomp"] => try_under(Layer::Seccomp),
        ["--take-front"] => take_front(),
        _ => show(),
    }
}

/// Shows the page until it is hidden.
fn show() {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let after_hiding = if asked("--clock") { AfterHiding::Clock } else { AfterHiding::Prompt };
    let options =
        Options { after_hiding, mouse: asked("--mouse"), show_faults: asked("--show-faults") };
    let page = Page { slow: asked("--slow"), ..Page::default() };
    run(page, options).expect("a terminal");
}
