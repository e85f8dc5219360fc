//! A program on a pseudo-terminal, with an emulator that shows what a person would see.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

use std::io::Write as _;
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal};
use rustix::pty::OpenptFlags;
use rustix::termios::{self, InputModes, LocalModes, SpecialCodeIndex, Winsize};

/// Longer than anything takes on a busy machine; a test that needs it has failed.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// Lines the emulator saves above the screen.
const SAVED_LINES: usize = 10_000;

/// A running program and its screen.
pub struct Session {
    pub master: OwnedFd,
    /// A second opening of the program's side, so that its settings can be read after its end.
    pub slave: OwnedFd,
    pub child: Child,
    pub emulator: vt100::Parser,
    /// Every byte the program sent.
    pub sent: Vec<u8>,
}

impl Session {
    /// Starts a program on a terminal of a size.
    pub fn start(command: &mut Command, columns: u16, rows: u16) -> Self {
        let (master, slave) = open_terminal();
        set_size(&master, columns, rows);
        let emulator = vt100::Parser::new(cells(rows), cells(columns), SAVED_LINES);
        let child = spawn_on(command, &slave);
        Self { master, slave, child, emulator, sent: Vec::new() }
    }

    /// Types.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        let mut file = std::fs::File::from(self.master.try_clone().unwrap());
        file.write_all(keys.as_ref()).unwrap();
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |session| session.screen().contains(text));
    }

    /// Takes the terminal away, as closing its window does.
    pub fn close(&mut self) {
        (self.master, self.slave) = open_terminal();
    }

    /// Waits until something is so, reading what the program sends.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_so(self) {
            assert!(start.elapsed() < DEADLINE, "waited for {what}:\n{}", self.screen());
            self.read(Duration::from_millis(20));
        }
    }

    /// Waits until the program has ended, reading all it sends.
    #[track_caller]
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            while self.read(Duration::from_millis(5)) {}
            if let Some(status) = self.child.try_wait().unwrap() {
                while self.read(Duration::ZERO) {}
                return status;
            }
            assert!(start.elapsed() < DEADLINE, "did not end:\n{}", self.screen());
        }
    }

    /// Waits until the program has ended, reading nothing it sends.
    #[track_caller]
    pub fn wait_for_end_unread(&mut self) {
        let start = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(start.elapsed() < DEADLINE, "did not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program takes each key by itself, reading nothing it sends.
    #[track_caller]
    pub fn wait_until_raw(&self) {
        let start = Instant::now();
        while self.is_given_back() {
            assert!(start.elapsed() < DEADLINE, "never entered the terminal");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Reads what there is; false when nothing came in time.
    pub fn read(&mut self, longest: Duration) -> bool {
        let bytes = self.read_raw(longest);
        self.emulator.process(&bytes);
        self.sent.extend_from_slice(&bytes);
        !bytes.is_empty()
    }

    /// Reads what there is, past the emulator.
    pub fn read_raw(&mut self, longest: Duration) -> Vec<u8> {
        let mut files = [PollFd::new(&self.master, PollFlags::IN)];
        _ = poll(&mut files, Some(&Timespec::try_from(longest).unwrap()));
        if !files[0].revents().contains(PollFlags::IN) {
            return Vec::new();
        }
        let mut buffer = vec![0; 65536];
        let length = rustix::io::read(&self.master, buffer.as_mut_slice()).unwrap_or(0);
        buffer.truncate(length);
        buffer
    }

    /// Whether the terminal holds as much as it can of what it has not read.
    pub fn is_full(&self) -> bool {
        rustix::io::ioctl_fionread(&self.master).unwrap() >= 4095
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        set_size(&self.master, columns, rows);
        self.emulator.set_size(cells(rows), cells(columns));
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    pub fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap()
    }

    /// What is on the screen.
    pub fn screen(&self) -> String {
        self.emulator.screen().contents()
    }

    /// Everything a person could find: the screen, the lines saved above it, and what an older
    /// way back to the alternate screen shows.
    pub fn everything(&mut self) -> String {
        let mut text = contents_with_saved_lines(&mut self.emulator);
        self.emulator.process(b"\x1b[?47h");
        text.push_str(&contents_with_saved_lines(&mut self.emulator));
        self.emulator.process(b"\x1b[?47l");
        text
    }

    /// Whether the terminal shows and takes what is typed, as a shell leaves it.
    pub fn is_given_back(&self) -> bool {
        let settings = termios::tcgetattr(&self.slave).unwrap();
        settings.local_modes.contains(LocalModes::ICANON | LocalModes::ECHO)
            && settings.input_modes.contains(InputModes::IXON)
            && settings.special_codes[SpecialCodeIndex::VEOL] != b'\x1b'
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// The page to hide.
pub fn page() -> Command {
    Command::new(env!("CARGO_BIN_EXE_page"))
}

/// A pseudo-terminal: the side of the screen, and the side of the program.
pub fn open_terminal() -> (OwnedFd, OwnedFd) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY;
    // A program started by another test meanwhile must not hold this terminal open.
    #[cfg(target_os = "linux")]
    let flags = flags | OpenptFlags::CLOEXEC;
    let master = rustix::pty::openpt(flags).unwrap();
    rustix::pty::grantpt(&master).unwrap();
    rustix::pty::unlockpt(&master).unwrap();
    let path = rustix::pty::ptsname(&master, Vec::new()).unwrap();
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
    let slave = rustix::fs::open(path, flags, Mode::empty()).unwrap();
    rustix::io::fcntl_setfd(&master, rustix::io::FdFlags::CLOEXEC).unwrap();
    (master, slave)
}

#[expect(unsafe_code, reason = "the new process must take the terminal before it starts")]
fn spawn_on(command: &mut Command, slave: &OwnedFd) -> Child {
    command.stdin(slave.try_clone().unwrap());
    command.stdout(slave.try_clone().unwrap()).stderr(slave.try_clone().unwrap());
    command.env_remove("STY").env_remove("TMUX").env("TERM", "xterm-256color");
    // SAFETY: between fork and exec only two system calls are made.
    unsafe {
        command.pre_exec(|| {
            rustix::process::setsid()?;
            Ok(rustix::process::ioctl_tiocsctty(rustix::stdio::stdin())?)
        });
    }
    command.spawn().expect("the program is built")
}

fn set_size(master: &OwnedFd, columns: u16, rows: u16) {
    let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    termios::tcsetwinsize(master, size).unwrap();
}

/// What the emulator can hold, whatever the terminal claims.
fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count.min(500)).unwrap_or(NonZeroU16::MIN)
}

fn contents_with_saved_lines(emulator: &mut vt100::Parser) -> String {
    let rows = usize::from(emulator.screen().size().0.get());
    let saved = emulator.screen().scrollback_len();
    let mut text = String::new();
    for offset in (0..=saved).rev().step_by(rows).chain([0]) {
        emulator.screen_mut().set_scrollback(offset);
        text.push_str(&emulator.screen().contents());
        text.push('\n');
    }
    text
}
