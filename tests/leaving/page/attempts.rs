//! What the page tries, and must not get. `--only LAYER` gives up one kind of rights alone and says
//! what is refused then; `--take-front` is another program, which takes the terminal from the page.

#![expect(clippy::print_stdout, reason = "a test reads what was refused")]

use std::fs::File;
use std::io;
use std::net::{TcpStream, UdpSocket};
use std::os::unix::net::UnixDatagram;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use airt::terminal::lockdown::{self, Layer};
use rustix::process::Pid;

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
pub fn tried() -> String {
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

/// Does what the command line asks for, if that is one of these.
pub fn are_asked_for() -> bool {
    _ = rustix::process::getppid().map(|parent| PARENT.set(parent));
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--only", "landlock"] => try_under(Layer::Landlock),
        ["--only", "seccomp"] => try_under(Layer::Seccomp),
        ["--take-front"] => take_front(),
        _ => return false,
    }
    true
}

/// Gives up one kind of rights alone, and prints what is refused then.
fn try_under(layer: Layer) {
    for protection in lockdown::apply(&[layer]) {
        println!("{}; {}", protection.state, tried());
    }
}

/// Takes the terminal from whoever has it, once the file "go" is there, and keeps it.
#[expect(unsafe_code, reason = "no kept crate ignores a signal")]
fn take_front() {
    // SAFETY: nothing is called at the signal.
    unsafe { libc::signal(libc::SIGTTOU, libc::SIG_IGN) };
    while has_terminal() && !scratch("go").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let group = rustix::process::getpgrp();
    rustix::termios::tcsetpgrp(std::io::stdin(), group).expect("the front");
    while has_terminal() && scratch("go").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Whether the terminal is there; it goes when the test ends.
fn has_terminal() -> bool {
    File::open("/dev/tty").is_ok()
}
